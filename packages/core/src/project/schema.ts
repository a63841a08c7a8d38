import { z } from "zod";
import { Access } from "../access/index.ts";
import { Attribute } from "../attribute/index.ts";
import { Entity } from "../entity/index.ts";

/** The outermost project is at depth 1. */
export const MAX_DEPTH = 8;

const Step = z.object({ id: z.string(), name: z.string() });

export const Info = Entity.Info.extend({
  visibility: Access.Visibility,
  items: z.number().int(),
  /** `/<namespace>/<slug>/…`; null where it leads through what the one who asks may not see. */
  path: z.string().nullable(),
  /** The projects around it that the one who asks sees, outermost first. */
  ancestors: z.array(Step),
  copiedFrom: z.string().nullable(),
});
export type Info = z.infer<typeof Info>;

/** Part of an address: small letters, digits and single hyphens between them. */
export const Slug = z
  .string()
  .max(100)
  .regex(
    /^[\p{Ll}\p{Lo}\p{N}]+(-[\p{Ll}\p{Lo}\p{N}]+)*$/u,
    "Small letters and digits, with single hyphens between them",
  );

/** Where a project stands: in another one, or at the top in a namespace; without either, in one's own. */
const Place = {
  parentId: z.string().max(64).optional(),
  /** The id or the slug of a namespace. */
  namespace: z.string().max(200).optional(),
};
const onePlace = {
  message: "Name either a parentId or a namespace.",
  path: ["parentId"],
};
const isOnePlace = (input: { parentId?: string | undefined; namespace?: string | undefined }) =>
  input.parentId === undefined || input.namespace === undefined;

export const Create = z
  .strictObject({
    ...Place,
    name: Entity.Name,
    slug: Slug.optional(),
    description: Entity.Description.optional(),
    tags: Entity.Tags.optional(),
    /** What the project around it asks of projects. */
    attributes: Attribute.Given.optional(),
    visibility: Access.Visibility.optional(),
  })
  .refine(isOnePlace, onePlace);

export const Patch = Entity.Patch.extend({
  slug: Slug.optional(),
  visibility: Access.Visibility.optional(),
  readme: Entity.Text(100_000).optional(),
});
export type Patch = z.infer<typeof Patch>;

export const Move = z
  .strictObject({ ...Place, attributes: Attribute.Given.optional() })
  .refine((input) => isOnePlace(input) && (input.parentId ?? input.namespace) !== undefined, {
    message: "Name either a parentId or a namespace.",
    path: ["parentId"],
  });

export const Copy = z
  .strictObject({ ...Place, name: Entity.Name.optional(), visibility: Access.Visibility.optional() })
  .refine(isOnePlace, onePlace);

export const Readme = z.object({ markdown: z.string(), revision: z.number().int() });
export type Readme = z.infer<typeof Readme>;

export const Namespace = z.object({
  id: z.string(),
  slug: z.string(),
  name: z.string(),
  kind: z.enum(["personal", "team"]),
});
export type Namespace = z.infer<typeof Namespace>;
