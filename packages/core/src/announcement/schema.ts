import { z } from "zod";

export const Info = z.object({
  id: z.string(),
  title: z.string(),
  /** Plain text. */
  body: z.string(),
  tone: z.enum(["info", "warning"]),
  dismissible: z.boolean(),
  from: z.iso.datetime(),
  until: z.iso.datetime().nullable(),
});
export type Info = z.infer<typeof Info>;

const time = z.iso.datetime({ offset: true });

export const Create = z.strictObject({
  title: z.string().trim().min(1).max(120),
  body: z.string().trim().max(2_000).default(""),
  tone: Info.shape.tone.default("info"),
  dismissible: z.boolean().default(true),
  from: time.optional(),
  until: time.nullable().default(null),
});

export const Patch = z.strictObject({
  title: Create.shape.title.optional(),
  body: z.string().trim().max(2_000).optional(),
  tone: Info.shape.tone.optional(),
  dismissible: z.boolean().optional(),
  from: time.optional(),
  until: time.nullable().optional(),
});
