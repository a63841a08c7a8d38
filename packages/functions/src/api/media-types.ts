import { MediaType } from "@atrium/core/media-type";
import { z } from "@hono/zod-openapi";
import { once, optionalRevisionOf, revisionOf } from "./request.ts";
import { body, ID, IdempotencyKey, IfMatch, json, nothing, page, route, router, tagged } from "./respond.ts";

const tags = ["Media"];
const Schema = z.object(MediaType.Info.shape).openapi("MediaType");
const managing = { actor: "signed-in", right: "manage", on: "project" } as const;

const list = route(
  { actor: "anyone", right: "read", on: "project" },
  {
    method: "get",
    path: "/projects/{id}/media-types",
    summary: "The types of media of a project, its own and those of the projects around it",
    tags,
    request: { params: ID },
    responses: { 200: page(Schema, "MediaTypePage") },
  },
);

const create = route(managing, {
  method: "post",
  path: "/projects/{id}/media-types",
  summary: "Add a type of media: how it is made playable, and how it begins to play",
  tags,
  request: { params: ID, headers: IdempotencyKey, body: body(MediaType.Create) },
  responses: { 201: json(Schema, "The type") },
});

const get = route(
  { actor: "anyone", right: "read", on: "project" },
  {
    method: "get",
    path: "/media-types/{id}",
    summary: "A type of media",
    tags,
    request: { params: ID },
    responses: { 200: json(Schema, "The type") },
  },
);

const update = route(managing, {
  method: "patch",
  path: "/media-types/{id}",
  summary: "Change a type of media; what was made already stays as it is",
  tags,
  request: { params: ID, headers: IfMatch, body: body(MediaType.Patch) },
  responses: { 200: json(Schema, "The type, changed") },
});

const remove = route(managing, {
  method: "delete",
  path: "/media-types/{id}",
  summary: "Take a type of media away; its media stay, without a type",
  tags,
  request: { params: ID, headers: IfMatch },
  responses: { 204: nothing("Gone") },
});

export const mediaTypes = router()
  .openapi(list, async (c) => c.json({ items: await MediaType.list(c.req.valid("param").id), next: null }, 200))
  .openapi(create, async (c) => {
    const { id: projectID } = c.req.valid("param");
    const input = c.req.valid("json");
    const { reference } = await once(c, input, async () => ({
      id: (await MediaType.create({ ...input, projectID })).id,
    }));
    return c.json(tagged(c, await MediaType.get(reference.id)), 201);
  })
  .openapi(get, async (c) => c.json(tagged(c, await MediaType.get(c.req.valid("param").id)), 200))
  .openapi(update, async (c) => {
    const { id } = c.req.valid("param");
    return c.json(tagged(c, await MediaType.update({ id, revision: revisionOf(c), patch: c.req.valid("json") })), 200);
  })
  .openapi(remove, async (c) => {
    await MediaType.remove({ id: c.req.valid("param").id, revision: optionalRevisionOf(c) });
    return c.body(null, 204);
  });
