import { Actor } from "@atrium/core/actor";
import { Deployment } from "@atrium/core/deployment";
import { Entity } from "@atrium/core/entity";
import { AppError } from "@atrium/core/error";
import { Paging } from "@atrium/core/paging";
import { createRoute, OpenAPIHono, type RouteConfig, z } from "@hono/zod-openapi";
import type { Context, MiddlewareHandler } from "hono";
import { invalid } from "./invalid.ts";

/**
 * Who may call a route, and which right on what it asks of them. Written into the OpenAPI document, held by `guard`. `anyone` with a
 * right are also people without an account: they get what is public and what a share link opens to them.
 */
export type Policy = {
  actor: "anyone" | "signed-in" | "administrator" | "job";
  right?: string;
  /** A key of one project may call it as well, because it answers no more than the key sees. */
  keyOfProject?: true;
  on?: Entity.Kind | "entity" | "run" | "upload" | "group";
};

const Problem = z
  .object({
    type: z.string(),
    title: z.string(),
    status: z.number().int(),
    code: z.string(),
    detail: z.string(),
    errors: z.array(z.object({ path: z.string(), message: z.string() })).optional(),
    requestId: z.string(),
  })
  .openapi("Problem");

export const failure = {
  description: "What went wrong; `code` says it for programs, `detail` for people",
  content: { "application/problem+json": { schema: Problem } },
};

/** A router whose input errors are problems as well: without the hook, zod-openapi answers in a shape of its own. */
export const router = () =>
  new OpenAPIHono({
    defaultHook: (result) => {
      if (!result.success) throw invalid(result.error.issues);
    },
  });

export function route<
  const P extends string,
  R extends Omit<RouteConfig, "path" | "security" | "middleware"> & { path: P },
>(policy: Policy, config: R) {
  // Typed as what was given: what is added here does not concern the handler.
  const full: R = Object.assign({}, config, {
    responses: { ...config.responses, default: failure },
    security: securityOf(policy),
    middleware: guard(policy),
    "x-atrium-policy": policy,
  });
  return createRoute<P, R>(full);
}

/** How a caller may say who they are; `{}` is not at all. */
export function securityOf({ actor, right }: Policy): Record<string, string[]>[] {
  if (actor === "job") return [{ jobToken: [] }];
  if (actor === "anyone" && right === undefined) return [];
  const accounts: Record<string, string[]>[] = [{ apiKey: [] }, { session: [] }];
  return actor === "anyone" ? [{}, ...accounts, { shareLink: [] }] : accounts;
}

/** Refuses before the input is even looked at. Rights on an entity are asked by the domain, which finds the entity. */
const guard =
  ({ actor, right, on, keyOfProject }: Policy): MiddlewareHandler =>
  async (_, next) => {
    if (actor === "job") {
      Actor.job();
      return next();
    }
    if (actor !== "anyone" && !keyOfProject && (on === undefined || on === "group")) refuseKeyOfProject();
    if (actor !== "anyone") Actor.user();
    else if (right !== undefined) await Deployment.admitReader();
    if (actor === "administrator") Actor.administrator();
    await next();
  };

/** What is about the whole account is not for a key that was made for one project. */
function refuseKeyOfProject(): void {
  const who = Actor.current();
  if (who.type === "user" && who.key?.projectID !== undefined)
    throw new AppError("forbidden", "api_key.of_one_project", "This API key reaches one project and what lies in it.");
}

export const json = <S extends z.ZodType>(schema: S, description: string) => ({
  description,
  content: { "application/json": { schema } },
});

export const body = <S extends z.ZodType>(schema: S) => ({
  required: true as const,
  content: { "application/json": { schema } },
});

export const nothing = (description: string) => ({ description });

export const ID = z.object({ id: z.string().max(64) });

/** Headers of a change to an entity. */
export const IfMatch = z.object({
  "if-match": z.string().optional().openapi({ description: 'The ETag that was read, `"3"`, or `*`' }),
});
/** Headers of a POST that makes something. */
export const IdempotencyKey = z.object({
  "idempotency-key": z.string().optional().openapi({ description: "The same key and body again get the same answer" }),
});

/** Where bytes are, for a while. */
export const Link = z.object({ url: z.string(), expiresAt: z.iso.datetime() }).openapi("Link");

export const Flag = z.enum(["true", "false", "1", "0"]).transform((text) => text === "true" || text === "1");

/** Query of every list. */
export const ListQuery = z.object({
  q: Entity.Text(1_000).optional(),
  sort: z.string().max(100).optional(),
  limit: z.coerce.number().int().min(1).max(Paging.MAX_LIMIT).optional(),
  cursor: z.string().max(2_000).optional(),
  count: Flag.optional(),
});

export const page = <S extends z.ZodType>(item: S, name: string) =>
  json(
    z.object({ items: z.array(item), next: z.string().nullable(), total: Paging.Total.optional() }).openapi(name),
    "A page",
  );

/** An entity with its revision as the tag that a change must name. */
export const tagged = <T extends { revision: number }>(c: Context, entity: T): T => {
  c.header("etag", `"${entity.revision}"`);
  return entity;
};
