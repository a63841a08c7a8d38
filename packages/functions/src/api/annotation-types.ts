import { AnnotationType } from "@atrium/core/annotation-type";
import { z } from "@hono/zod-openapi";
import { once, optionalRevisionOf, revisionOf } from "./request.ts";
import { body, ID, IdempotencyKey, IfMatch, json, nothing, page, route, router, tagged } from "./respond.ts";

const tags = ["Annotations"];
const Schema = z.object(AnnotationType.Info.shape).openapi("AnnotationType");
const managing = { actor: "signed-in", right: "manage", on: "project" } as const;

const list = route(
  { actor: "anyone", right: "read", on: "project" },
  {
    method: "get",
    path: "/projects/{id}/annotation-types",
    summary: "What can be drawn in a project: its own types and those of the projects around it",
    tags,
    request: { params: ID },
    responses: { 200: page(Schema, "AnnotationTypePage") },
  },
);

const create = route(managing, {
  method: "post",
  path: "/projects/{id}/annotation-types",
  summary: "Add a type: what is drawn, its color and key, and its attributes",
  tags,
  request: { params: ID, headers: IdempotencyKey, body: body(AnnotationType.Definition) },
  responses: { 201: json(Schema, "The type") },
});

const get = route(
  { actor: "anyone", right: "read", on: "project" },
  {
    method: "get",
    path: "/annotation-types/{id}",
    summary: "A type",
    tags,
    request: { params: ID },
    responses: { 200: json(Schema, "The type") },
  },
);

const update = route(managing, {
  method: "patch",
  path: "/annotation-types/{id}",
  summary: "Change a type; values of its attributes follow, or what they could not follow is refused",
  tags,
  request: { params: ID, headers: IfMatch, body: body(AnnotationType.Patch) },
  responses: { 200: json(Schema, "The type, changed") },
});

const remove = route(managing, {
  method: "delete",
  path: "/annotation-types/{id}",
  summary: "Take away a type that nothing is annotated with",
  tags,
  request: { params: ID, headers: IfMatch },
  responses: { 204: nothing("Deleted") },
});

export const annotationTypes = router()
  .openapi(list, async (c) => c.json({ items: await AnnotationType.list(c.req.valid("param").id), next: null }, 200))
  .openapi(create, async (c) => {
    const { id: projectID } = c.req.valid("param");
    const type = c.req.valid("json");
    const { reference } = await once(c, type, async () => ({ id: await AnnotationType.create({ projectID, type }) }));
    return c.json(tagged(c, await AnnotationType.get(reference.id)), 201);
  })
  .openapi(get, async (c) => c.json(tagged(c, await AnnotationType.get(c.req.valid("param").id)), 200))
  .openapi(update, async (c) => {
    const { id } = c.req.valid("param");
    await AnnotationType.update({ id, revision: revisionOf(c), patch: c.req.valid("json") });
    return c.json(tagged(c, await AnnotationType.get(id)), 200);
  })
  .openapi(remove, async (c) => {
    await AnnotationType.remove({ id: c.req.valid("param").id, revision: optionalRevisionOf(c) });
    return c.body(null, 204);
  });
