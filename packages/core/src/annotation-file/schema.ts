import { z } from "zod";
import { Filter } from "../annotation/filter/schema.ts";
import { AttributeName } from "../attribute/schema.ts";
import { Entity } from "../entity/index.ts";

export const Format = z.enum(["csv", "ndjson", "coco", "yolo", "yolo-segment", "voc", "mot"]);
export type Format = z.infer<typeof Format>;

const ID = z.string().max(64);
const IDs = z.array(ID).min(1).max(200);

export const Export = z.strictObject({
  /** Whose annotations, with those of all below; the file is put here. */
  projectId: ID,
  format: Format,
  /** These media alone. */
  mediaIds: z.array(ID).min(1).max(1_000).nullish(),
  layers: IDs.nullish(),
  types: IDs.nullish(),
  /** Of localizations; of what is said of frames and media nothing is told then. */
  filter: Filter.nullish(),
  name: Entity.Name.nullish(),
  /** Of the formats that are one text: whether it is compressed. Archives are. */
  compress: z.boolean().nullish(),
  /** How files are packed; `zip` packs a text, too. Without it the formats of several files are a tar.gz. */
  archive: z.enum(["tar", "zip"]).nullish(),
});
export type Export = z.output<typeof Export>;

const ClassName = z.string().min(1).max(200);

export const Import = z.strictObject({
  /** Where the media lie that the file is about. */
  projectId: ID,
  fileId: ID,
  format: Format,
  /** An existing layer, … */
  layerId: ID.nullish(),
  /** … or the name of a new one; the project's first layer where neither is named. */
  newLayer: Entity.Name.nullish(),
  /** What the file is about, where it does not say: a table of tracks names no video. */
  mediaId: ID.nullish(),
  /** Types for the file's classes; null leaves a class out. Others are found by their names. */
  classes: z
    .record(ClassName, ID.nullable())
    .refine((classes) => Object.keys(classes).length <= 1_000, "At most 1,000 at once")
    .nullish(),
  /** Of a class what its attributes are called here; null leaves one out. Others keep their names. */
  attributes: z
    .record(
      ClassName,
      z
        .record(z.string().min(1).max(200), AttributeName.nullable())
        .refine((names) => Object.keys(names).length <= 200, "At most 200 at once"),
    )
    .refine((classes) => Object.keys(classes).length <= 1_000, "At most 1,000 at once")
    .nullish(),
  /** Only says what would come of it, in the outputs of the run, and writes nothing. */
  preview: z.boolean().nullish(),
  /** Makes types for classes that have none, which takes the right to manage the project. */
  createTypes: z.boolean().nullish(),
  /** Keeps what is right where something is wrong; otherwise it is all or nothing. */
  keepGood: z.boolean().nullish(),
});
export type Import = z.output<typeof Import>;

/** A file that was written, for the step that registers it. */
export const Written = z.object({
  fileID: z.string(),
  key: z.string(),
  name: z.string(),
  contentType: z.string(),
  bytes: z.number().int(),
  etag: z.string(),
  sha256: z.string(),
  /** How many annotations it holds. */
  count: z.number().int(),
  /** What the format could not carry, and how often. */
  left: z.record(z.string(), z.number().int()),
});
export type Written = z.infer<typeof Written>;
