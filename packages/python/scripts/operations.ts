import { methodName, pascal, snake } from "./names.ts";
import { type createTypes, optional, refName, type Schema } from "./types.ts";

type Parameter = { in: string; name: string; required?: boolean; schema: Schema };
export type Operation = {
  summary?: string;
  parameters?: Parameter[];
  requestBody?: { content: { "application/json": { schema: Schema } } };
  responses: Record<string, { content?: Record<string, { schema: Schema }> }>;
};
type Types = ReturnType<typeof createTypes>;
type Argument = { key: string; name: string; type: string; required: boolean };

/** One method of the class `Api`. */
export function methodOf(
  method: string,
  path: string,
  operation: Operation,
  types: Types,
  schemas: Map<string, Schema>,
) {
  const success = Object.entries(operation.responses).find(([status]) => status.startsWith("2"));
  const answer = success?.[1].content?.["application/json"]?.schema;
  const page = answer?.$ref?.endsWith("Page") === true;
  const name = methodName(method, path, page);
  const result = answer ? types.typeOf(answer, `${pascal(name)}Answer`) : "None";

  const parameters = operation.parameters ?? [];
  const inPath = parameters.filter((parameter) => parameter.in === "path").map(argumentOf);
  const query = parameters.filter((parameter) => parameter.in === "query").map(argumentOf);
  const conditional = parameters.some(({ name }) => name === "if-match");
  // A field of the body may be called as a piece of the path is.
  const taken = new Set(inPath.map(({ name }) => name));
  const body = bodyOf(operation, schemas).map((field) =>
    taken.has(field.name) ? { ...field, name: `${field.name}_` } : field,
  );
  const named = [...body, ...query].sort((a, b) => Number(b.required) - Number(a.required));

  const signature = [
    "self",
    ...inPath.map(({ name }) => `${name}: str`),
    ...(named.length > 0 || conditional ? ["*"] : []),
    ...named.map(({ name, type, required }) => (required ? `${name}: ${type}` : `${name}: ${optional(type)} = None`)),
    ...(conditional ? ['if_match: str = "*"'] : []),
  ];
  const url = inPath.reduce((text, { key, name }) => text.replace(`{${key}}`, `{_quote(${name})}`), path);
  const dict = (items: Argument[]) => `{${items.map(({ key, name }) => `"${key}": ${name}`).join(", ")}}`;
  const sent = [
    `"${method.toUpperCase()}"`,
    `${inPath.length > 0 ? "f" : ""}"${url}"`,
    ...(query.length > 0 ? [`query=${dict(query)}`] : []),
    ...(operation.requestBody ? [`body=${dict(body)}`] : []),
    ...(conditional ? ['headers={"if-match": if_match}'] : []),
  ];
  const call = `self._transport.call(${sent.join(", ")})`;
  return [
    `    def ${name}(${signature.join(", ")}) -> ${result}:`,
    `        """${operation.summary ?? name}."""`,
    answer ? `        return decode(${result}, ${call})` : `        ${call}`,
    "",
  ].join("\n");
}

const argumentOf = ({ name, schema, required }: Parameter): Argument => ({
  key: name,
  name: snake(name),
  type: inputType(schema),
  required: required === true,
});

function bodyOf(operation: Operation, schemas: Map<string, Schema>): Argument[] {
  const given = operation.requestBody?.content["application/json"].schema;
  const schema = given?.$ref ? schemas.get(refName(given.$ref)) : given;
  const required = new Set(schema?.required);
  return Object.entries(schema?.properties ?? {}).map(([key, value]) => ({
    key,
    name: snake(key),
    type: inputType(value),
    required: required.has(key) && !("default" in value),
  }));
}

const PLAIN: Record<string, string> = { string: "str", integer: "int", number: "float", boolean: "bool" };

/** What is given is plain data, in the API's own spelling; only what comes back has classes. */
function inputType(schema: Schema): string {
  const types = [schema.type ?? []].flat().filter((type) => type !== "null");
  if (types.length !== 1) return "Any";
  const values = schema.enum?.filter((value) => value !== null);
  if (values) return `Literal[${values.map((value) => JSON.stringify(value)).join(", ")}]`;
  if (types[0] === "array") return `Sequence[${inputType(schema.items ?? {})}]`;
  if (types[0] === "object") return "Mapping[str, Any]";
  return PLAIN[types[0] ?? ""] ?? "Any";
}
