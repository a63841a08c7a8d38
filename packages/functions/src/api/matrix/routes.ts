// First: it teaches zod about OpenAPI, before anything else makes a schema.
import "@hono/zod-openapi";
import { Config } from "../../../../core/src/config/index.ts";
import { secret } from "../../../../core/src/secret/index.ts";
import { app as frames } from "../../frames/app.ts";
import { app as scores } from "../../scores/app.ts";
import { app as tables } from "../../tables/app.ts";
import { app } from "../app.ts";
import { openAPI } from "../openapi.ts";
import { ORIGIN } from "../testing.ts";
import type { Call } from "./calls.ts";
import { type Role, SECRET, type World } from "./world.ts";

// Only for tests.

type Policy = { actor: "anyone" | "signed-in" | "administrator" | "job"; right?: string; on?: string };
type Operation = { "x-atrium-policy"?: Policy; "x-atrium-function"?: string };

/** What is not answered by the API itself. */
const others: Record<string, typeof tables> = { Tables: tables, Scores: scores, Frames: frames };

/** Every route of the one document, with the function that answers it. */
export const routes = Object.entries(openAPI(app).paths ?? {}).flatMap(([path, methods]) =>
  Object.entries(methods as Record<string, Operation>).map(([method, operation]) => ({
    name: `${method} ${path.replace("/api/v1", "")}`,
    method,
    path,
    policy: operation["x-atrium-policy"],
    server: others[operation["x-atrium-function"] ?? ""] ?? app,
  })),
);
export type Route = (typeof routes)[number];
export type Sent = { status: number; text: string; sent: string };

/** Calls a route as somebody, with the ids of a world. */
export async function send(world: World, route: Route, role: Role, call: Call): Promise<Sent> {
  const { ids, owner } = world;
  if (role.visits) await owner.patch(`/projects/${ids.project}`, { visibility: "public" }, { "if-match": "*" });
  const on = route.policy?.on === "entity" ? "project" : (route.policy?.on ?? "");
  const id = call.before ? await call.before(world) : (call.id?.(world) ?? ids[on] ?? "x");
  const parts: Record<string, string> = { id, ...call.path?.(world) };
  const query = new URLSearchParams(call.query?.(world));
  const path = route.path.replaceAll(/\{(\w+)\}/g, (_, name: string) => parts[name] ?? `<${name}>`);
  const body = call.body ? JSON.stringify(call.body(world)) : undefined;
  const headers: Record<string, string> = {
    "x-origin-secret": await secret(Config.originSecretARN()),
    "x-forwarded-host": "atrium.test",
    "x-forwarded-proto": "http",
    "if-match": "*",
    ...(role.authorization === undefined ? {} : { authorization: role.authorization }),
    ...(role.cookie === undefined ? {} : { cookie: role.cookie, origin: ORIGIN }),
    ...(body === undefined ? {} : { "content-type": "application/json" }),
  };
  const target = `${path}${query.size > 0 ? `?${query}` : ""}`;
  const answer = await route.server.request(target, { method: route.method.toUpperCase(), headers, body });
  return { status: answer.status, text: await answer.text(), sent: `${target} ${body ?? ""}` };
}

/** What an answer tells of the closed project and what is in it, without what the caller named themselves. */
export const betrayed = ({ ids, owner }: World, { text, sent }: Sent): string[] =>
  [SECRET, ...Object.values(ids), owner.person.id].filter((secret) => !sent.includes(secret) && text.includes(secret));

/** The same kinds of things, none of which there is. */
export const absent = (world: World): World => {
  const ids = { ...world.ids, upload: "upl_", schedule: "sch_" };
  const nobodys = Object.entries(ids).map(([name, id]) => [name, `${id.slice(0, 4)}${"0".repeat(26)}`]);
  return { ...world, address: "/nobody/nothing", ids: Object.fromEntries(nobodys) };
};

/** An answer without what must differ: the ids that were sent, and the request's own. */
export const normal = ({ status, text }: Sent): unknown => ({
  status,
  text: text.replace(/"requestId":"[^"]*"/, "").replaceAll(/\b[a-z]{3}_[0-9A-Z]{26}\b/g, "<id>"),
});
