import { pascal, singular, snake } from "./names.ts";

export type Schema = {
  $ref?: string;
  type?: string | string[];
  enum?: (string | boolean | null)[];
  properties?: Record<string, Schema>;
  required?: string[];
  items?: Schema;
  additionalProperties?: unknown;
  allOf?: Schema[];
  oneOf?: Schema[];
  anyOf?: Schema[];
  description?: string;
};

export const refName = (ref: string) => ref.slice(ref.lastIndexOf("/") + 1);

const PLAIN: Record<string, string> = { string: "str", integer: "int", number: "float", boolean: "bool" };

/** Turns schemas into Python types; objects without a name get one of where they stand, and equal ones share a class. */
export function createTypes(schemas: Map<string, Schema>) {
  const classes = new Map<string, string>();
  const known = new Map<string, string>();

  function typeOf(schema: Schema, name: string): string {
    if (schema.$ref) return refName(schema.$ref);
    if (schema.allOf) return define(schema, name);
    const choices = schema.oneOf ?? schema.anyOf;
    if (choices) return union(choices.map((choice) => typeOf(choice, name)));
    const types = [schema.type ?? []].flat();
    const bare = types.filter((type) => type !== "null");
    const plain = bare.length === 1 ? single({ ...schema, type: bare[0] }, name) : "Any";
    return plain !== "Any" && types.includes("null") ? `Optional[${plain}]` : plain;
  }

  function single(schema: Schema, name: string): string {
    const values = schema.enum?.filter((value) => value !== null);
    if (values) return `Literal[${values.map(literal).join(", ")}]`;
    if (schema.type === "array") return `List[${typeOf(schema.items ?? {}, singular(name))}]`;
    if (schema.type !== "object") return PLAIN[String(schema.type)] ?? "Any";
    // With a name that is none in Python, such as `$schema`, it stays as it comes.
    if (!schema.properties || !Object.keys(schema.properties).every(isName))
      return `Dict[str, ${entryOf(schema.additionalProperties, name)}]`;
    return define(schema, name);
  }

  const entryOf = (values: unknown, name: string) =>
    typeof values === "object" && values !== null ? typeOf(values as Schema, name) : "Any";

  /** What extends another schema has its properties, too. */
  function merged(schema: Schema): Schema {
    if (schema.$ref) return merged(schemas.get(refName(schema.$ref)) ?? {});
    const all = (schema.allOf ?? []).map(merged);
    return {
      properties: Object.assign({}, ...all.map(({ properties }) => properties), schema.properties),
      required: [...all.flatMap(({ required }) => required ?? []), ...(schema.required ?? [])],
    };
  }

  function define(given: Schema, name: string): string {
    const schema = merged(given);
    const shape = JSON.stringify([schema.properties, schema.required]);
    const before = known.get(shape);
    if (before) return before;
    known.set(shape, name);
    classes.set(name, dataclass(schema, name));
    return name;
  }

  function dataclass(schema: Schema, name: string): string {
    const required = new Set(schema.required);
    const fields = Object.entries(schema.properties ?? {}).map(([key, value]) => {
      const type = typeOf(value, `${name}${pascal(key)}`);
      if (required.has(key)) return { required: true, text: `${snake(key)}: ${type}` };
      return { required: false, text: `${snake(key)}: ${optional(type)} = None` };
    });
    // Fields with a default must come last.
    const ordered = [...fields.filter((field) => field.required), ...fields.filter((field) => !field.required)];
    const body = ordered.length > 0 ? ordered.map(({ text }) => `    ${text}`).join("\n") : "    pass";
    return `@dataclass(frozen=True)\nclass ${name}:\n${body}\n`;
  }

  /** A schema with a name keeps it, even where another one looks the same. */
  function defineNamed(name: string, schema: Schema) {
    const whole = merged(schema);
    known.set(JSON.stringify([whole.properties, whole.required]), name);
    classes.set(name, dataclass(whole, name));
  }

  return { typeOf, defineNamed, classes };
}

const isName = (key: string) => /^[a-z_][\w-]*$/i.test(key);
const literal = (value: unknown) => (value === true ? "True" : value === false ? "False" : JSON.stringify(value));

function union(types: string[]): string {
  const some = [...new Set(types)].filter((type) => type !== "Any");
  if (some.length === 0 || some.length < new Set(types).size) return "Any";
  return some.length === 1 ? (some[0] ?? "Any") : `Union[${some.join(", ")}]`;
}

export const optional = (type: string) => (type === "Any" || type.startsWith("Optional[") ? type : `Optional[${type}]`);
