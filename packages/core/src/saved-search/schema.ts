import { z } from "zod";
import { Entity } from "../entity/index.ts";

const Query = Entity.Text(1_000).trim().min(1);

export const Create = z
  .strictObject({
    name: Entity.Name,
    q: Query,
    /** Where it looks; everywhere without. */
    projectId: z.string().max(64).optional(),
    /** With whoever sees the project. */
    shared: z.boolean().default(false),
  })
  .refine(({ shared, projectId }) => !shared || projectId !== undefined, {
    message: "A search of one project can be shared; of everywhere, give its address to others",
    path: ["shared"],
  });

export const Patch = z.strictObject({
  name: Entity.Name.optional(),
  q: Query.optional(),
  shared: z.boolean().optional(),
});

export const Info = z.object({
  id: z.string(),
  name: z.string(),
  q: z.string(),
  project: z.object({ id: z.string(), name: z.string() }).nullable(),
  shared: z.boolean(),
  /** Whether the one who asks may change and delete it. */
  mine: z.boolean(),
  createdBy: Entity.Person,
  createdAt: z.iso.datetime(),
  updatedAt: z.iso.datetime(),
});
export type Info = z.infer<typeof Info>;
