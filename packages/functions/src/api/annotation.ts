import { Annotation } from "@atrium/core/annotation";
import { z } from "@hono/zod-openapi";
import type { Context } from "hono";
import { ChangedSchema, LocalizationSchema, StateSchema } from "./annotations.ts";
import { optionalRevisionOf } from "./request.ts";
import { body, ID, IfMatch, json, route, router } from "./respond.ts";

const tags = ["Annotations"];
const OnLayer = z.object({
  layer: z.string().max(64).optional().openapi({
    description:
      "Where none is named, the one it was changed on last. A change on a layer that lies over its own leaves that as it is",
  }),
});
const reading = { actor: "anyone", right: "read", on: "media" } as const;
const editing = { actor: "signed-in", right: "edit", on: "media" } as const;
const changed = json(ChangedSchema, "Its new mark");

/** One annotation, by the id it has in every layer. */
function routesOf<P extends z.ZodObject>(
  name: "localization" | "state",
  schema: z.ZodType<Annotation.Localization | Annotation.State>,
  patch: P,
) {
  const path = `/${name}s/{id}` as const;
  return {
    get: route(reading, {
      method: "get",
      path,
      summary: `A ${name}`,
      tags,
      request: { params: ID, query: OnLayer },
      responses: { 200: json(schema, "Its newest mark") },
    }),
    update: route(editing, {
      method: "patch",
      path,
      summary: `Change a ${name}: a new mark is written, and the ones before it stay`,
      tags,
      request: { params: ID, query: OnLayer, headers: IfMatch, body: body(patch) },
      responses: { 200: changed },
    }),
    remove: route(editing, {
      method: "delete",
      path,
      summary: `Delete a ${name}; it can be restored`,
      tags,
      request: { params: ID, query: OnLayer, headers: IfMatch },
      responses: { 200: changed },
    }),
    marks: route(reading, {
      method: "get",
      path: `${path}/marks`,
      summary: "All that it was, newest first, up to 1,000",
      tags,
      request: { params: ID, query: OnLayer },
      responses: { 200: json(z.object({ items: z.array(schema) }), "Its marks") },
    }),
    restore: route(editing, {
      method: "post",
      path: `${path}/restore`,
      summary: "Take changes back: what a mark had becomes the newest",
      tags,
      request: {
        params: ID,
        query: OnLayer,
        headers: IfMatch,
        body: body(z.strictObject({ mark: z.number().int().min(1) })),
      },
      responses: { 200: changed },
    }),
  };
}

const both = [
  { kind: "localization", routes: routesOf("localization", LocalizationSchema, Annotation.LocalizationPatch) },
  { kind: "state", routes: routesOf("state", StateSchema, Annotation.StatePatch) },
] as const;

export const annotation = router();

for (const { kind, routes } of both) {
  const targetOf = (elementalID: string, layerID: string | undefined) => ({
    kind,
    elementalID,
    ...(layerID === undefined ? {} : { layerID }),
  });
  annotation.openapi(routes.get, async (c) => {
    const found = await Annotation.get(targetOf(c.req.valid("param").id, c.req.valid("query").layer));
    return c.json(marked(c, found), 200);
  });
  annotation.openapi(routes.update, async (c) => {
    const target = targetOf(c.req.valid("param").id, c.req.valid("query").layer);
    const mark = optionalRevisionOf(c);
    return c.json(marked(c, await Annotation.update({ ...target, mark, patch: c.req.valid("json") })), 200);
  });
  annotation.openapi(routes.remove, async (c) => {
    const target = targetOf(c.req.valid("param").id, c.req.valid("query").layer);
    return c.json(await Annotation.remove({ ...target, mark: optionalRevisionOf(c) }), 200);
  });
  annotation.openapi(routes.marks, async (c) => {
    const target = targetOf(c.req.valid("param").id, c.req.valid("query").layer);
    return c.json({ items: await Annotation.marks(target) }, 200);
  });
  annotation.openapi(routes.restore, async (c) => {
    const target = targetOf(c.req.valid("param").id, c.req.valid("query").layer);
    const { mark: to } = c.req.valid("json");
    return c.json(marked(c, await Annotation.restore({ ...target, mark: optionalRevisionOf(c), to })), 200);
  });
}

/** Its mark is the tag that a change may name. */
function marked<T extends { mark: number }>(c: Context, annotation: T): T {
  c.header("etag", `"${annotation.mark}"`);
  return annotation;
}
