import type { OpenAPIHono } from "@hono/zod-openapi";
import { assemble } from "./assemble.ts";
import { PARTS } from "./parts.ts";

const NEEDS_ALL = new Set(["docs", "openapi.json"]);
const assembled = new Map<string, Promise<OpenAPIHono>>();

/**
 * The API as far as a path needs it. Making the schemas of all routes is half of what a cold start would cost, and a request
 * asks for those of one domain.
 */
export async function appFor(path: string): Promise<OpenAPIHono> {
  const segment = /^\/api\/(?:v1\/)?([^/]+)/.exec(path)?.[1] ?? "";
  if (NEEDS_ALL.has(segment)) return (await import("./app.ts")).app;
  const parts = PARTS.filter(({ serves }) => serves.includes(segment));
  const key = parts.length === 0 ? "" : segment;
  const known = assembled.get(key) ?? assemble(parts);
  assembled.set(key, known);
  return known;
}
