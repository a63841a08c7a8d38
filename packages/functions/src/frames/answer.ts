import type { Frame } from "@atrium/core/frame";
import type { Context } from "hono";
import { streamOf } from "../tables/stream.ts";

/** What was made of a named rendition never changes; rights do, so that nobody keeps it for longer than a day, nor for others. */
const LASTING = "private, max-age=86400, immutable";
/** Another rendition may be chosen next time, when more of them are there. */
const PASSING = "private, max-age=60";

/** A picture, or that the one which the client has is still the same. */
export async function answer(c: Context, ask: Frame.Ask) {
  if (isKnown(c, ask.etag)) return unchanged(c, ask);
  const bytes = await ask.get({ signal: c.req.raw.signal });
  return c.body(new Uint8Array(bytes), 200, {
    ...headersOf(ask),
    "content-type": ask.contentType,
    "content-length": `${bytes.byteLength}`,
  });
}

/** A clip as it is read; a client that goes away ends it. */
export function answerClip(c: Context, clip: Frame.Clip) {
  const ranges = { "atrium-ranges": clip.ranges.map(([first, last]) => `${first}:${last}`).join(",") };
  if (isKnown(c, clip.etag)) return unchanged(c, clip, ranges);
  const giveUp = new AbortController();
  const stream = streamOf(clip.stream({ signal: giveUp.signal }), giveUp);
  return c.body(stream, 200, { ...headersOf(clip), ...ranges, "content-type": clip.contentType });
}

type Tagged = { etag: string; isLasting: boolean };

const unchanged = (c: Context, tagged: Tagged, more: Record<string, string> = {}) =>
  c.body(null, 304, { ...headersOf(tagged), ...more });

const headersOf = ({ etag, isLasting }: Tagged) => ({
  etag: `"${etag}"`,
  "cache-control": isLasting ? LASTING : PASSING,
});

/** RFC 9110, section 13.1.2: compared weakly. */
const isKnown = (c: Context, etag: string): boolean =>
  (c.req.header("if-none-match") ?? "")
    .split(",")
    .map((tag) => tag.trim().replace(/^W\//, ""))
    .some((tag) => tag === "*" || tag === `"${etag}"`);
