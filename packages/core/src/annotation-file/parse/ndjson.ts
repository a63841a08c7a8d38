import { z } from "zod";
import { linesOf } from "./lines.ts";
import { type Parsed, type Parser, problem } from "./parsed.ts";

const Number_ = z.number().nullish();
const Text = z.string().nullish();
const Texts = z.union([z.string(), z.array(z.string()).max(1_000)]).nullish();

/** What the two formats that carry everything say of an annotation. */
export const Said = z.looseObject({
  kind: z.enum(["localization", "state"]).nullish(),
  elemental_id: z.uuid("elemental_id is no UUID").nullish(),
  media_id: Texts,
  media: Texts,
  type: z.string("Its type is not said").min(1, "Its type is not said").max(200),
  shape: z.enum(["box", "line", "dot", "polygon", "frame", "media", "track"]),
  frame: z.number().int("A frame is an integer").nullish(),
  end_frame: z.number().int("A frame is an integer").nullish(),
  ...{ x: Number_, y: Number_, width: Number_, height: Number_, u: Number_, v: Number_ },
  points: z.array(z.tuple([z.number(), z.number()])).nullish(),
  key: z.boolean().nullish(),
  color: Text,
  track_ids: z.array(z.string()).max(100).nullish(),
  attributes: z.record(z.string(), z.unknown()).nullish(),
});

export const ndjson: Parser = async function* (open) {
  for await (const { number, text } of linesOf(open())) {
    if (text.trim() === "") continue;
    const at = `line ${number}`;
    let value: unknown;
    try {
      value = JSON.parse(text);
    } catch {
      yield problem(at, "Is no JSON");
      continue;
    }
    yield said(value, at);
  }
};

export function said(value: unknown, at: string): Parsed {
  const parsed = Said.safeParse(value);
  if (!parsed.success) {
    const [issue] = parsed.error.issues;
    return problem(at, `${issue?.path.join(".") ?? ""}: ${issue?.message ?? "Is not as described"}`);
  }
  const { type: className, shape, elemental_id, frame, end_frame, points, key, track_ids, color, ...one } = parsed.data;
  const common = { at, className, attributes: one.attributes ?? {}, elementalId: elemental_id ?? undefined };
  if (shape === "frame" || shape === "media" || shape === "track")
    return {
      ...{ kind: "stated", ...common, shape, media: namings(one.media_id, one.media) },
      ...{ frame: frame ?? null, endFrame: end_frame ?? null, color: color ?? null },
    };
  const [media = {}] = namings(one.media_id, one.media);
  const { x, y, width, height, u, v } = one;
  const geometry = Object.fromEntries(
    Object.entries({ x, y, width, height, u, v, points }).filter(([, part]) => part != null),
  );
  return {
    ...{ kind: "drawn", ...common, media, frame: frame ?? undefined, key: key ?? true },
    ...{ drawings: [{ shape, parts: [geometry] }], tracks: track_ids ?? [] },
  };
}

function namings(ids: string | string[] | null | undefined, names: string | string[] | null | undefined) {
  const [all, called] = [[ids ?? []].flat(), [names ?? []].flat()];
  return Array.from({ length: Math.max(all.length, called.length) }, (_, i) => ({ id: all[i], path: called[i] }));
}
