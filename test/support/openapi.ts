/** The routes as the running system describes them, so that a test about "every route" cannot forget one. */
import type { Caller, Json } from "./http.ts";

export type Route = { method: string; path: string; secured: boolean; operation: Json };

export async function routesOf(anybody: Caller): Promise<Route[]> {
  const document = await anybody.get("/openapi.json");
  const prefix = new URL(document.servers?.[0]?.url ?? "/", "http://any.test").pathname.replace(/\/$/, "");
  return Object.entries<Json>(document.paths).flatMap(([path, operations]) =>
    Object.entries<Json>(operations)
      .filter(([method]) => ["get", "post", "put", "patch", "delete"].includes(method))
      .map(([method, operation]) => ({
        method: method.toUpperCase(),
        path: path.startsWith("/api/") ? path : `${prefix.startsWith("/api") ? prefix : "/api/v1"}${path}`,
        secured: (operation.security ?? document.security ?? [{}]).some(
          (needed: Json) => Object.keys(needed).length > 0,
        ),
        operation,
      })),
  );
}

/** `/tables/{id}/rows` with an id for each of its parameters; undefined when one is not known. */
export function fill(
  path: string,
  known: (parameter: string, resource: string) => string | undefined,
): string | undefined {
  const parts: string[] = [];
  for (const part of path.split("/")) {
    const parameter = /^\{(.+)\}$/.exec(part)?.[1];
    const value = parameter === undefined ? part : known(parameter, parts.at(-1) ?? "");
    if (value === undefined) return;
    parts.push(value);
  }
  return parts.join("/");
}
