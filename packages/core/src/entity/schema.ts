import { z } from "zod";
import { Privilege } from "../access/privilege.ts";

export const Kind = z.enum(["project", "file", "table", "script", "notebook", "model", "media", "layer"]);
export type Kind = z.infer<typeof Kind>;

/** What lists and searches show. Layers are part of the media that they are drawn on. */
export const listedKinds: Kind[] = Kind.exclude(["layer"]).options;
/** Whether that is all that lists show, which is asked for in another way than some kinds of it. */
export const isListed = (kinds: Kind[]): boolean =>
  kinds.length === listedKinds.length && kinds.every((kind) => listedKinds.includes(kind));

/** PostgreSQL's text has no place for NUL, and a lone surrogate is no text at all. */
export const Text = (max: number) =>
  z
    .string()
    .max(max)
    .refine((text) => !text.includes("\0") && text.isWellFormed(), "Contains characters that are no text");

export const Name = Text(255).trim().min(1);
export const Description = Text(20_000);
export const Tags = z.array(Text(100).trim().min(1)).max(100);

export const Person = z.object({ id: z.string(), name: z.string() });

/** What every stored thing has. */
export const Info = z.object({
  id: z.string(),
  kind: Kind,
  name: z.string(),
  slug: z.string(),
  description: z.string(),
  projectId: z.string().nullable(),
  tags: z.array(z.string()),
  attributes: z.record(z.string(), z.unknown()),
  createdBy: Person,
  createdAt: z.iso.datetime(),
  updatedAt: z.iso.datetime(),
  revision: z.number().int(),
  privileges: z.array(Privilege),
});
export type Info = z.infer<typeof Info>;
