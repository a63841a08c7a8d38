import { z } from "zod";
import * as Attribute from "../attribute/schema.ts";
import { Text } from "../entity/schema.ts";

/** What is drawn on a frame. */
export const Drawn = z.enum(["box", "line", "dot", "polygon"]);
export type Drawn = z.infer<typeof Drawn>;
/** What is said of a frame or some, of whole media, or of one thing through many frames. */
export const Said = z.enum(["frame", "media", "track"]);
export const Shape = z.enum([...Drawn.options, ...Said.options]);
export type Shape = z.infer<typeof Shape>;

/** What holds between two annotated frames: nothing, what stood last, or what lies between. */
export const Interpolation = z.enum(["none", "latest", "linear"]);
export type Interpolation = z.infer<typeof Interpolation>;

const MOST_ATTRIBUTES = 100;

/** An attribute of annotations: one of a project's without the kinds of things that have it. */
export const AttributeDefinition = Attribute.Definition.omit({ kinds: true });
export type AttributeDefinition = z.output<typeof AttributeDefinition>;

const Fields = {
  name: Text(100).trim().min(1),
  shape: Shape,
  color: z.string().regex(/^#[0-9a-f]{6}$/i, "A color is wanted, such as #33aa55"),
  hotkey: z
    .string()
    .regex(/^[a-z0-9]$/i, "One letter or digit is wanted")
    .nullable(),
  attributes: z
    .array(AttributeDefinition)
    .max(MOST_ATTRIBUTES)
    .refine((types) => new Set(types.map(({ name }) => name)).size === types.length, "Each name stands here once"),
  interpolation: Interpolation,
  position: z.number().int().min(-10_000).max(10_000),
};

export const Definition = z.strictObject({
  name: Fields.name,
  shape: Fields.shape,
  color: Fields.color.default("#3b82f6"),
  hotkey: Fields.hotkey.default(null),
  attributes: Fields.attributes.default([]),
  interpolation: Fields.interpolation.default("none"),
  position: Fields.position.default(0),
});
export type Definition = z.output<typeof Definition>;

/** What of a type can change: what it looks like stays what it was drawn as. */
export const Patch = z.strictObject({
  name: Fields.name.optional(),
  color: Fields.color.optional(),
  hotkey: Fields.hotkey.optional(),
  attributes: Fields.attributes.optional(),
  interpolation: Fields.interpolation.optional(),
  position: Fields.position.optional(),
  /** New names of attributes by their old ones, so that the values follow. */
  renames: z.record(Attribute.AttributeName, Attribute.AttributeName).optional(),
});
export type Patch = z.output<typeof Patch>;

export const Info = Definition.extend({
  id: z.string(),
  projectId: z.string(),
  revision: z.number().int(),
});
export type Info = z.infer<typeof Info>;
