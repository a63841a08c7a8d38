import { z } from "zod";
import { Kind, Text } from "../entity/schema.ts";

export const Dtype = z.enum(["bool", "int", "float", "enum", "string", "blob", "datetime", "geopos", "float_array"]);
export type Dtype = z.infer<typeof Dtype>;

export const LARGEST_ARRAY = 2_000;
const MOST_CHOICES = 1_000;

/** How a form shows it; several may be chained with spaces. */
const STYLES = [
  "disabled",
  "long_string",
  "start_frame",
  "end_frame",
  "start_frame_check",
  "end_frame_check",
  "start_utc",
  "end_utc",
  "range_set",
  "in_video_check",
];
const Style = z
  .string()
  .max(200)
  .refine((style) => style.split(/\s+/).every((word) => word === "" || STYLES.includes(word)), {
    message: `Styles are ${STYLES.join(", ")}`,
  });

/** Letters, digits, spaces and `_ - > < % : & # ; ( ) , @`. */
const NAME = /^[\p{L}\p{N}_\->< %:&#;(),@]+$/u;
export const AttributeName = Text(100)
  .trim()
  .min(1)
  .refine((name) => !name.startsWith("$") && NAME.test(name), {
    message: "Letters, digits, spaces and _ - > < % : & # ; ( ) , @ make a name",
  });

/** A value as it is sent; what it becomes depends on its type. */
export const Value = z.union([
  z.string().max(100_000),
  z.number(),
  z.boolean(),
  z.array(z.union([z.number(), z.string().max(100)])).max(LARGEST_ARRAY),
]);
export type Value = z.infer<typeof Value>;

export const Fields = {
  name: AttributeName,
  dtype: Dtype,
  description: Text(2_000),
  required: z.boolean(),
  visible: z.boolean(),
  /** Negative ones are hidden until somebody asks for them. */
  order: z.number().int().min(-10_000).max(10_000),
  /** The heading it stands under. */
  section: Text(100).trim(),
  style: Style,
  /** What kinds of things have it. */
  kinds: z.array(Kind).min(1),
  default: Value,
  minimum: z.number(),
  maximum: z.number(),
  choices: z.array(Text(200).min(1)).min(1).max(MOST_CHOICES),
  labels: z.array(Text(200)).max(MOST_CHOICES),
  size: z.number().int().min(1).max(LARGEST_ARRAY),
  useCurrent: z.boolean(),
  autocomplete: z.array(Text(200).min(1)).max(MOST_CHOICES),
};

const MOST_GIVEN = 200;
/** What is said of a new thing. */
export const Given = z
  .record(Fields.name, Value)
  .refine((values) => Object.keys(values).length <= MOST_GIVEN, `At most ${MOST_GIVEN} at once`);
export type Given = z.infer<typeof Given>;

/** What a type is, whoever owns it. */
export const Definition = z.strictObject({
  name: Fields.name,
  dtype: Fields.dtype,
  description: Fields.description.default(""),
  required: Fields.required.default(false),
  visible: Fields.visible.default(true),
  order: Fields.order.default(0),
  section: Fields.section.default(""),
  style: Fields.style.default(""),
  kinds: Fields.kinds.default(["file", "table"]),
  default: Fields.default.optional(),
  minimum: Fields.minimum.optional(),
  maximum: Fields.maximum.optional(),
  choices: Fields.choices.optional(),
  labels: Fields.labels.optional(),
  size: Fields.size.optional(),
  useCurrent: Fields.useCurrent.optional(),
  autocomplete: Fields.autocomplete.optional(),
});
export type Definition = z.output<typeof Definition>;

/** Keys that only some dtypes have. */
export const OPTIONS = [
  "default",
  "minimum",
  "maximum",
  "choices",
  "labels",
  "size",
  "useCurrent",
  "autocomplete",
] as const;

export const optionsOf: Record<Dtype, readonly (typeof OPTIONS)[number][]> = {
  bool: ["default"],
  int: ["default", "minimum", "maximum"],
  float: ["default", "minimum", "maximum"],
  enum: ["default", "choices", "labels", "autocomplete"],
  string: ["default", "autocomplete"],
  blob: [],
  datetime: ["useCurrent"],
  geopos: ["default"],
  float_array: ["default", "size"],
};

export const Info = Definition.extend({
  id: z.string(),
  projectId: z.string(),
  revision: z.number().int(),
}).partial({ default: true });
export type Info = z.infer<typeof Info>;
