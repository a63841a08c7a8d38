import { z } from "zod";
import { Person, Text } from "../entity/schema.ts";
import { Mentioned } from "./people.ts";

export const Body = Text(10_000).trim().min(1);

const One = z.object({
  id: z.string(),
  entityId: z.string(),
  parentId: z.string().nullable(),
  author: Person,
  /** Markdown; empty where it was deleted. */
  body: z.string(),
  mentions: z.array(Mentioned),
  createdAt: z.iso.datetime(),
  editedAt: z.iso.datetime().nullable(),
  deleted: z.boolean(),
  /** Whether the reader may change it. */
  mine: z.boolean(),
});
export type One = z.infer<typeof One>;

export const Info = One.extend({ replies: z.array(One) });
export type Info = z.infer<typeof Info>;

const Picked = z.array(z.string().max(64)).max(50);

export const Post = z.strictObject({
  body: Body,
  parentId: z.string().max(64).optional(),
  mentions: Picked.default([]),
});
export const Patch = z.strictObject({ body: Body, mentions: Picked.default([]) });
