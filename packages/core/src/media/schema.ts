import { z } from "zod";
import { Attribute } from "../attribute/index.ts";
import { Entity } from "../entity/index.ts";

export const MediaDtype = z.enum(["video", "image", "multi", "live"]);
export type MediaDtype = z.infer<typeof MediaDtype>;

/** `partial`: it can be looked at, but some rendition could not be made. */
export const MediaState = z.enum(["processing", "ready", "partial", "failed"]);
export type MediaState = z.infer<typeof MediaState>;

export const Role = z.enum([
  "streaming",
  "archival",
  "audio",
  "thumbnail",
  "preview",
  "sprite",
  "image",
  "tiles",
  "attachment",
]);
export type Role = z.infer<typeof Role>;

/** Why a rendition is not there. */
export const Problem = z.object({ rendition: z.string(), code: z.string(), message: z.string() });
export type Problem = z.infer<typeof Problem>;

/** Several media that are looked at together. */
export const Multi = z.object({
  ids: z.array(z.string()),
  rows: z.number().int().positive(),
  columns: z.number().int().positive(),
  /** In frames, by which each begins later than the first. */
  offsets: z.array(z.number().int()),
});
export type Multi = z.infer<typeof Multi>;

export const Live = z.object({
  layout: z.object({ rows: z.number().int().positive(), columns: z.number().int().positive() }),
  streams: z.array(
    z.object({
      url: z.string(),
      feeds: z.array(z.object({ name: z.string(), resolution: z.array(z.number().int()) })),
    }),
  ),
});
export type Live = z.infer<typeof Live>;

const Fps = z.object({ num: z.number().int(), den: z.number().int() });

export const Rendition = z.object({
  name: z.string(),
  role: Role,
  width: z.number().int().nullable(),
  height: z.number().int().nullable(),
  frames: z.number().int().nullable(),
  codec: z.string().nullable(),
  /** As RFC 6381 writes it, so that a browser can say whether it plays that. */
  mime: z.string(),
  bytes: z.number().int(),
  bitRate: z.number().int().nullable(),
  /** Whether an index of its segments lies beside it. */
  indexed: z.boolean(),
  details: z.record(z.string(), z.unknown()),
});
export type Rendition = z.infer<typeof Rendition>;

export const Info = Entity.Info.extend({
  dtype: MediaDtype,
  typeId: z.string().nullable(),
  state: MediaState,
  problems: z.array(Problem),
  /** The original; null where it was deleted for good, or there never was one. */
  fileId: z.string().nullable(),
  sourceUrl: z.string().nullable(),
  /** What made the renditions. */
  runId: z.string().nullable(),
  /** As it is shown: turned upright, with square pixels. Null until it was looked into. */
  video: z
    .object({
      width: z.number().int(),
      height: z.number().int(),
      frames: z.number().int(),
      fps: Fps,
      /** Seconds. */
      duration: z.number(),
      startTime: z.number(),
      /** Frames do not come evenly; `fps` is then their mean, and the index says when each is shown. */
      variable: z.boolean(),
      codec: z.string(),
      /** Degrees that the original has to be turned by, clockwise. */
      rotation: z.number().int(),
    })
    .nullable(),
  image: z.object({ width: z.number().int(), height: z.number().int() }).nullable(),
  multi: Multi.nullable(),
  live: Live.nullable(),
  renditions: z.array(Rendition),
});
export type Info = z.infer<typeof Info>;

export const Create = z.strictObject({
  projectId: z.string(),
  fileId: z.string(),
  /** The file's, where nothing is said. */
  name: Entity.Name.nullish(),
  typeId: z.string().max(64).nullish(),
  attributes: Attribute.Given.optional(),
});
