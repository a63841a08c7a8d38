import type { Parameter, ParameterType } from "./schema.ts";

export type JSONSchema = { [key: string]: unknown };

const FORMATS: Partial<Record<ParameterType, JSONSchema>> = {
  int: { type: "integer" },
  bigint: { type: "string", pattern: "^[+-]?[0-9]+$", format: "bigint" },
  double: { type: "number" },
  num: { type: "number" },
  qnum: { type: "number" },
  bool: { type: "boolean" },
  string: { type: "string" },
  datetime: { type: "string", format: "date-time" },
  map: { type: "object" },
  object: { type: "object" },
  column_list: { type: "array", items: { type: "string" } },
  list: { type: "array" },
};

/** The inputs as a JSON Schema (2020-12) of the object that a call sends. What it has no word for stands in `x-atrium`. */
export function toJSONSchema(inputs: readonly Parameter[]): JSONSchema {
  const required = inputs.filter(
    ({ default: preset, options }) => preset === undefined && !options.nullable && !options.optional,
  );
  return {
    $schema: "https://json-schema.org/draft/2020-12/schema",
    type: "object",
    properties: Object.fromEntries(inputs.map((input) => [input.name, property(input)])),
    required: required.map(({ name }) => name),
    additionalProperties: false,
  };
}

function property({ type, item, default: preset, description, options }: Parameter): JSONSchema {
  const { caption, min, max, choices, nullable, ...rest } = options;
  const base = FORMATS[type] ?? { type: "string" };
  const values = choices && "values" in choices ? choices.values : undefined;
  const narrowed = {
    ...base,
    ...(type === "list" ? { items: { ...FORMATS[item ?? "string"], ...(values ? { enum: values } : {}) } } : {}),
    ...(values && type !== "list" ? { enum: type === "string" ? values : values.map(Number) } : {}),
    ...(min === undefined ? {} : { minimum: min }),
    ...(max === undefined ? {} : { maximum: max }),
  };
  return {
    ...narrowed,
    ...(nullable
      ? { type: [base.type, "null"], ...(values && type !== "list" ? { enum: [...values, null] } : {}) }
      : {}),
    ...(caption ? { title: caption } : {}),
    ...(description ? { description } : {}),
    ...(preset === undefined ? {} : { default: preset }),
    "x-atrium": { type, ...rest, ...(choices && !values ? { choices } : {}) },
  };
}

/** Inputs of the object that a JSON Schema describes. Throws a sentence for what is no flat object. */
export function fromJSONSchema(schema: JSONSchema): Parameter[] {
  if (schema.type !== "object" || !isObject(schema.properties))
    throw new TypeError('The schema must be of type "object" with properties.');
  const required = Array.isArray(schema.required) ? schema.required : [];
  return Object.entries(schema.properties).map(([name, value]) => {
    if (!isObject(value)) throw new TypeError(`The property "${name}" must be a schema.`);
    return parameter(name, value, required.includes(name));
  });
}

function parameter(name: string, schema: JSONSchema, required: boolean): Parameter {
  const types = [schema.type].flat();
  const items = isObject(schema.items) ? schema.items : undefined;
  const own = isObject(schema["x-atrium"]) ? (schema["x-atrium"] as { type?: ParameterType } & JSONSchema) : {};
  const { type = typeOf(schema), ...rest } = own;
  const values = schema.enum ?? items?.enum;
  return {
    name,
    type,
    ...(type === "list" && items ? { item: typeOf(items) } : {}),
    ...(schema.default === undefined ? {} : { default: schema.default }),
    ...(typeof schema.description === "string" ? { description: schema.description } : {}),
    options: {
      ...rest,
      ...(typeof schema.title === "string" ? { caption: schema.title } : {}),
      ...(types.includes("null") ? { nullable: true } : {}),
      ...(required || schema.default !== undefined || types.includes("null") || rest.optional
        ? {}
        : { optional: true }),
      ...(typeof schema.minimum === "number" ? { min: schema.minimum } : {}),
      ...(typeof schema.maximum === "number" ? { max: schema.maximum } : {}),
      ...(Array.isArray(values) ? { choices: { values: values.filter((one) => one !== null).map(String) } } : {}),
    },
  };
}

function typeOf(schema: JSONSchema): ParameterType {
  const type = [schema.type].flat().find((one) => one !== "null");
  switch (type) {
    case "integer":
      return "int";
    case "number":
      return "double";
    case "boolean":
      return "bool";
    case "array":
      return "list";
    case "object":
      return "object";
    default:
      return schema.format === "date-time" ? "datetime" : "string";
  }
}

const isObject = (value: unknown): value is JSONSchema =>
  typeof value === "object" && value !== null && !Array.isArray(value);
