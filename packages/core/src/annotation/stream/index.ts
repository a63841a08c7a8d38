import { z } from "zod";
import { fn } from "../../util/index.ts";
import { Selection } from "../select.ts";
import { arrow } from "./arrow.ts";
import { batches } from "./batches.ts";
import { ndjson } from "./ndjson.ts";

export * as AnnotationStream from "./index.ts";

export const Format = z.enum(["arrow", "ndjson"]);
export type Format = z.infer<typeof Format>;

const Asked = Selection.omit({ kind: true, projectID: true }).extend({ mediaID: z.string(), format: Format });

/** All annotations of a media that the actor sees, as they are read. Whatever is wrong with the question is thrown before the first byte. */
export const open = fn(Asked, async ({ format, ...asked }): Promise<AsyncGenerator<Uint8Array>> => {
  const read = await batches(asked);
  return format === "arrow" ? arrow(read) : ndjson(read);
});
