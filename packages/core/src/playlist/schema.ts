import { z } from "zod";
import { Description, Name } from "../entity/schema.ts";

export const MOST_ITEMS = 10_000;

export const MediaIDs = z
  .array(z.string().max(64))
  .max(MOST_ITEMS)
  .refine((ids) => new Set(ids).size === ids.length, "Each media stands here once");

export const Create = z.strictObject({
  name: Name,
  description: Description.default(""),
  /** In their order. */
  mediaIds: MediaIDs.default([]),
});

export const Patch = z.strictObject({
  name: Name.optional(),
  description: Description.optional(),
  /** All that is to be in it, in the new order. */
  mediaIds: MediaIDs.optional(),
  /** What is put at its end, where it is not in it yet. */
  addIds: MediaIDs.optional(),
});

export const Info = z.object({
  id: z.string(),
  projectId: z.string(),
  name: z.string(),
  description: z.string(),
  /** How many the one who asks sees. */
  count: z.number().int(),
  revision: z.number().int(),
});
export type Info = z.infer<typeof Info>;
