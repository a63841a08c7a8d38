import { AnnotationStream } from "@atrium/core/annotation/stream";
import { Deployment } from "@atrium/core/deployment";
import { AppError } from "@atrium/core/error";
import type { Context } from "hono";
import { z } from "zod";
import { Frames } from "../api/frames-between.ts";
import { CONTENT_TYPES } from "./accept.ts";
import { text, valid } from "./input.ts";
import { streamOf } from "./stream.ts";

const IDs = z.array(z.string().max(64)).max(200);
const Query = z.strictObject({
  layers: text
    .transform((names) => names.split(","))
    .pipe(IDs)
    .optional(),
  frames: Frames.optional(),
});

/** Everything drawn on a media and said of it, written as it is read; Arrow where the client does not care. */
export async function annotations(c: Context) {
  await Deployment.admitReader();
  const mediaID = c.req.param("id") ?? "";
  const { layers, frames } = valid(Query, c.req.query());
  const format = formatOf(c.req.header("accept"));
  const bytes = await AnnotationStream.open({ mediaID, layers, frames, format });
  return c.body(streamOf(bytes, new AbortController()), 200, {
    "content-type": CONTENT_TYPES[format],
    vary: "accept",
    "cache-control": "private, no-cache",
  });
}

function formatOf(accept = "*/*"): AnnotationStream.Format {
  const { options } = AnnotationStream.Format;
  const named = options.find((format) => accept.includes(CONTENT_TYPES[format]));
  if (named) return named;
  if (accept.includes("*/*")) return "arrow";
  const types = options.map((format) => CONTENT_TYPES[format]);
  throw new AppError("not_acceptable", "annotation.not_acceptable", `Annotations come as ${types.join(" or ")}.`);
}
