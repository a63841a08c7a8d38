import { z } from "zod";
import { Privilege } from "../access/privilege.ts";
import { Description, Name, Text } from "../entity/schema.ts";
import { LIMITS } from "../job/limits.ts";
import { Media } from "../media/index.ts";
import { Parameter } from "../signature/schema.ts";
import { Image } from "./image.ts";

const ID = z.string().max(64);
const MOST_IN_BATCH = 500;

/** What a job may use, where it needs less than any job may. */
export const Limits = z.strictObject({
  seconds: z.number().int().min(1).max(LIMITS.seconds).optional(),
  memoryMiB: z.number().int().min(64).max(LIMITS.memoryMiB).optional(),
  cpus: z.number().int().min(1).max(LIMITS.cpus).optional(),
});
export type Limits = z.output<typeof Limits>;

const Fields = {
  name: Name,
  description: Description,
  /** What runs: a script, */
  scriptId: ID,
  /** or an image that was built elsewhere. */
  image: Image,
  categories: z.array(Text(50).trim().min(1)).max(20),
  /** How many media one job is given. */
  batchSize: z.number().int().min(1).max(MOST_IN_BATCH),
  limits: Limits,
  /** The layers it may write on; null for any that whoever runs it may. */
  layerIds: z.array(ID).max(100).nullable(),
};

export const Definition = z
  .strictObject({
    ...Fields,
    scriptId: Fields.scriptId.optional(),
    image: Fields.image.optional(),
    description: Fields.description.default(""),
    categories: Fields.categories.default([]),
    batchSize: Fields.batchSize.default(1),
    limits: Fields.limits.default({}),
    layerIds: Fields.layerIds.default(null),
  })
  .refine(({ scriptId, image }) => (scriptId === undefined) !== (image === undefined), {
    path: ["scriptId"],
    message: "Either a script or an image is needed",
  });
export type Definition = z.output<typeof Definition>;

export const Patch = z.strictObject(Fields).partial();
export type Patch = z.output<typeof Patch>;

export const Info = z.object({
  id: z.string(),
  projectId: z.string(),
  name: z.string(),
  description: z.string(),
  /** What runs: a script, or an image. */
  script: z.object({ id: z.string(), name: z.string() }).nullable(),
  image: Image.nullable(),
  categories: z.array(z.string()),
  batchSize: z.number().int(),
  limits: Limits,
  layerIds: z.array(z.string()).nullable(),
  /** What it is asked for beside the media: the inputs of its script, or what its schema says, in the terms of functions. */
  parameters: z.array(Parameter),
  /** Why it cannot be run as it is now; null where it can. */
  problem: z.string().nullable(),
  revision: z.number().int(),
  /** What you may do with its script, or of an image with its project; `execute` is running it. */
  privileges: z.array(Privilege),
  createdAt: z.iso.datetime(),
  updatedAt: z.iso.datetime(),
});
export type Info = z.infer<typeof Info>;

const MOST_MEDIA = 10_000;

/** What of the library: as its list is asked for. */
export const MediaQuery = z.strictObject({
  projectId: ID.optional(),
  recursive: z.boolean().default(false),
  playlistId: ID.optional(),
  typeId: ID.optional(),
  dtype: Media.MediaDtype.optional(),
  state: Media.MediaState.optional(),
  q: Text(1_000).optional(),
});
export type MediaQuery = z.output<typeof MediaQuery>;

export const Start = z
  .strictObject({
    mediaIds: z
      .array(ID)
      .min(1)
      .max(MOST_MEDIA)
      .refine((ids) => new Set(ids).size === ids.length, "Each id stands here once")
      .optional(),
    query: MediaQuery.optional(),
    /** How many media these are believed to be. */
    count: z.number().int().optional(),
    parameters: z.record(z.string(), z.unknown()).default({}),
    /** That the run is for, and a new layer goes to; the algorithm's own where none is named. */
    projectId: ID.optional(),
    layer: z.union([z.strictObject({ id: ID }), z.strictObject({ name: Name })]).optional(),
  })
  .refine(({ mediaIds, query }) => (mediaIds === undefined) !== (query === undefined), {
    path: ["mediaIds"],
    message: "Either media or a query is needed",
  })
  .refine(({ query, count }) => query === undefined || count !== undefined, {
    path: ["count"],
    message: "A query needs the number of media that it is believed to find",
  });
export type Start = z.output<typeof Start>;

export const Batch = z.object({
  number: z.number().int(),
  state: z.enum(["waiting", "succeeded", "failed"]),
  mediaIds: z.array(z.string()),
  annotations: z.number().int(),
  error: z.object({ code: z.string(), message: z.string() }).nullable(),
});
export type Batch = z.infer<typeof Batch>;
