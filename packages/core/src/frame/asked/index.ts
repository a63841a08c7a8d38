import { z } from "zod";
import { FrameNumber, Picture } from "../ask.ts";

/** What is asked for and answered, without what makes it: the API describes it and needs neither ffmpeg nor libvips. */
export * as FrameAsked from "./index.ts";

export const StillFormat = z.enum(["jpeg", "png", "webp"]);
export type StillFormat = z.infer<typeof StillFormat>;

/** A part of a frame. */
export const Part = Picture.extend({
  mediaId: z.string().max(64),
  frame: FrameNumber,
  format: StillFormat.default("jpeg"),
}).strict();
export type Part = z.output<typeof Part>;

export const Margin = z.number().min(0).max(1_000);
/** What is drawn somewhere, with so many pixels of the video around it. */
export const Drawing = Picture.omit({ roi: true })
  .extend({
    localizationId: z.string().max(64),
    layer: z.string().max(64).optional(),
    margin: Margin.optional(),
    format: StillFormat.default("jpeg"),
  })
  .strict();
export type Drawing = z.output<typeof Drawing>;

export const Crop = z.object({
  /** Where the picture is, for five minutes. */
  url: z.string().nullable(),
  expiresAt: z.iso.datetime().nullable(),
  /** Why there is none. */
  problem: z.object({ code: z.string(), message: z.string() }).nullable(),
});
export type Crop = z.infer<typeof Crop>;
