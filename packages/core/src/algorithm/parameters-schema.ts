import { z } from "zod";
import { checkInputs } from "../form/check.ts";
import type { Parameter } from "../signature/schema.ts";

// The part of JSON Schema that a form can be made of. What is not understood is refused, not passed over: a condition that
// nobody checks is worse than none.

/** As a variable is called; `media` are the media. */
const NAME = /^(?!media$)[A-Za-z_]\w{0,62}$/;
const MOST = 50;

const Words = { title: z.string().max(200).optional(), description: z.string().max(2_000).optional() };
const Values = z.array(z.string().max(200)).min(1).max(200);

const Text = z.strictObject({
  ...Words,
  type: z.literal("string"),
  enum: Values.optional(),
  pattern: z.string().max(500).optional(),
  format: z.literal("date-time").optional(),
  default: z.string().max(10_000).optional(),
});
const Numeric = z.strictObject({
  ...Words,
  type: z.enum(["integer", "number"]),
  minimum: z.number().optional(),
  maximum: z.number().optional(),
  default: z.number().optional(),
});
const Truth = z.strictObject({ ...Words, type: z.literal("boolean"), default: z.boolean().optional() });
const List = z.strictObject({
  ...Words,
  type: z.literal("array"),
  items: z.strictObject({ type: z.enum(["string", "integer", "number"]), enum: Values.optional() }),
  default: z
    .array(z.union([z.string().max(1_000), z.number()]))
    .max(1_000)
    .optional(),
});
const Property = z.discriminatedUnion("type", [Text, Numeric, Truth, List]);
type Property = z.output<typeof Property>;

export const ParametersSchema = z
  .strictObject({
    $schema: z.string().max(200).optional(),
    ...Words,
    type: z.literal("object"),
    properties: z
      .record(z.string().regex(NAME, "A name of letters, digits and _, other than media"), Property)
      .refine((all) => Object.keys(all).length <= MOST, `At most ${MOST} parameters`)
      .default({}),
    required: z.array(z.string()).max(MOST).default([]),
    additionalProperties: z.literal(false).optional(),
  })
  .superRefine((schema, context) => {
    for (const [at, name] of schema.required.entries())
      if (!Object.hasOwn(schema.properties, name))
        context.addIssue({ code: "custom", path: ["required", at], message: "There is no property of this name" });
    for (const parameter of parametersOf(schema)) {
      const { name, default: preset } = parameter;
      const [problem] = preset === undefined ? [] : checkInputs([parameter], { [name]: preset }).problems;
      if (problem)
        context.addIssue({ code: "custom", path: ["properties", name, "default"], message: problem.message });
    }
  });
export type ParametersSchema = z.output<typeof ParametersSchema>;

/** The same in the terms of functions, so that there is one form and one check of what is filled in. */
export const parametersOf = ({
  properties,
  required,
}: Pick<ParametersSchema, "properties" | "required">): Parameter[] =>
  Object.entries(properties).map(([name, property]) => {
    const { title, description, default: preset } = property;
    const free = preset === undefined && !required.includes(name);
    return {
      name,
      ...typeOf(property),
      ...(preset === undefined ? {} : { default: preset }),
      ...(description === undefined ? {} : { description }),
      options: {
        ...(title === undefined ? {} : { caption: title }),
        ...(free ? { optional: true, nullable: true } : {}),
        ...narrowed(property),
      },
    };
  });

const SCALARS = { integer: "int", number: "double", boolean: "bool", string: "string" } as const;

function typeOf(property: Property): Pick<Parameter, "type" | "item"> {
  if (property.type === "array") return { type: "list", item: SCALARS[property.items.type] };
  return { type: "format" in property && property.format ? "datetime" : SCALARS[property.type] };
}

function narrowed(property: Property): Parameter["options"] {
  if (property.type === "boolean") return {};
  if (property.type === "array") return property.items.enum ? { choices: { values: property.items.enum } } : {};
  if (property.type === "string")
    return {
      ...(property.enum ? { choices: { values: property.enum } } : {}),
      ...(property.pattern === undefined ? {} : { validators: [`/${property.pattern}/`] }),
    };
  const { minimum: min, maximum: max } = property;
  return { ...(min === undefined ? {} : { min }), ...(max === undefined ? {} : { max }) };
}
