import { z } from "zod";
import { Description, Info as EntityInfo, Name } from "../entity/schema.ts";

const MOST_BASES = 20;

export const Bases = z.array(z.string().max(64)).max(MOST_BASES);

export const Create = z.strictObject({
  name: Name,
  description: Description.default(""),
  /** Layers it is drawn over, nearest first: what it does not say anew, they say. */
  baseIds: Bases.default([]),
  /** Whether it is listed where nothing is drawn on it. */
  showEmpty: z.boolean().default(true),
});
export type Create = z.output<typeof Create>;

export const Patch = z.strictObject({
  name: Name.optional(),
  description: Description.optional(),
  baseIds: Bases.optional(),
  showEmpty: z.boolean().optional(),
});
export type Patch = z.output<typeof Patch>;

export const Info = EntityInfo.extend({
  number: z.number().int(),
  baseIds: z.array(z.string()),
  showEmpty: z.boolean(),
});
export type Info = z.infer<typeof Info>;
