/** Requests that are right but for one place. */
import { validateHeaderValue } from "node:http";
import type { Json } from "../http.ts";
import type { Route } from "../openapi.ts";
import { type Place, replaced, sample } from "./schema.ts";
import { encoded } from "./values.ts";

export type Things = Record<"project" | "file" | "table" | "run" | "upload" | "key" | "person" | "function", string>;
export type Case = { name: string; method: string; path: string; body?: unknown; headers?: Record<string, string> };

export type Parameter = { name: string; in: string };

const KIND: Record<string, keyof Things> = {
  projects: "project",
  entities: "project",
  files: "file",
  tables: "table",
  runs: "run",
  functions: "function",
  uploads: "upload",
  "api-keys": "key",
  grants: "person",
};
const FIELD: Record<string, keyof Things> = {
  projectId: "project",
  subjectId: "table",
  fileId: "file",
  principalId: "person",
};
const OTHER: Record<string, Json> = {
  email: "nobody@atrium.test",
  name: "hers",
  version: 1,
  etag: "0".repeat(32),
  number: 1,
  bytes: 1,
};

/** What no client can put on the wire tests nothing. */
function isHeader(value: string): boolean {
  try {
    validateHeaderValue("x", value);
    return true;
  } catch {
    return false;
  }
}

/** `own` are things of the caller's, so that everything but the one place is in order. */
export function createRequests(document: Json, own: Things) {
  const known = (field: string): Json => (FIELD[field] ? own[FIELD[field]] : OTHER[field]);

  /** The path with right ids, but for the parameter that is replaced. */
  function pathOf({ path }: Route, replace: Record<string, string> = {}): string {
    const parts = path.split("/");
    const filled = parts.map((part, index) => {
      const name = /^\{(.+)\}$/.exec(part)?.[1];
      if (name === undefined) return part;
      const kind = KIND[parts[index - 1] ?? ""];
      return replace[name] ?? (kind ? own[kind] : String(known(name) ?? "x"));
    });
    return filled.join("/");
  }

  const schemaOf = ({ operation }: Route): Json => operation.requestBody?.content?.["application/json"]?.schema;
  const bodyOf = (route: Route): Json => (schemaOf(route) ? sample(schemaOf(route), document, known) : undefined);
  const parametersOf = ({ operation }: Route): Parameter[] =>
    (operation.parameters ?? []).map((parameter: Json) =>
      parameter.$ref ? document.components.parameters[parameter.$ref.split("/").at(-1)] : parameter,
    );

  function withText(route: Route, parameter: Parameter, text: string): Case | undefined {
    const base = { method: route.method, body: bodyOf(route), headers: { "if-match": '"1"' } };
    const name = `${route.method} ${route.path} ${parameter.in} ${parameter.name} = ${JSON.stringify(text.slice(0, 60))}`;
    // An empty or dotted segment is another path, which the URL itself settles.
    if (parameter.in === "path")
      return /^\.*$/.test(text.trim())
        ? undefined
        : { ...base, name, path: pathOf(route, { [parameter.name]: encoded(text).slice(0, 6_000) }) };
    if (parameter.in === "query")
      return { ...base, name, path: `${pathOf(route)}?${parameter.name}=${encoded(text).slice(0, 6_000)}` };
    const value = text.slice(0, 4_000);
    const headers: Record<string, string> = { ...base.headers, [parameter.name]: value };
    return isHeader(value) ? { ...base, name, path: pathOf(route), headers } : undefined;
  }

  const withField = (route: Route, place: Place, value: unknown): Case => ({
    name: `${route.method} ${route.path} ${place.join(".")} = ${String(JSON.stringify(value)).slice(0, 60)}`,
    method: route.method,
    path: pathOf(route),
    body: replaced(bodyOf(route), place, value),
    headers: { "if-match": '"1"' },
  });

  return { schemaOf, parametersOf, withText, withField };
}
