import { Access } from "@atrium/core/access";
import { Entity } from "@atrium/core/entity";
import { Project } from "@atrium/core/project";
import { z } from "@hono/zod-openapi";
import { once, optionalRevisionOf, revisionOf } from "./request.ts";
import { body, ID, IdempotencyKey, IfMatch, json, ListQuery, nothing, page, route, router, tagged } from "./respond.ts";
import { ItemPage, Kinds, kindsOf } from "./search.ts";

const tags = ["Projects"];
const Schema = z.object(Project.Info.shape).openapi("Project");

const list = route(
  { actor: "anyone", right: "see" },
  {
    method: "get",
    path: "/",
    summary: "Projects you see",
    tags,
    request: { query: ListQuery },
    responses: { 200: page(Schema, "ProjectPage") },
  },
);

const create = route(
  { actor: "signed-in" },
  {
    method: "post",
    path: "/",
    summary: "Make a project, at the top of a namespace or inside another one",
    tags,
    request: { headers: IdempotencyKey, body: body(Project.Create) },
    responses: { 201: json(Schema, "The project") },
  },
);

const get = route(
  { actor: "anyone", right: "see", on: "project" },
  {
    method: "get",
    path: "/{id}",
    summary: "A project",
    tags,
    request: { params: ID },
    responses: { 200: json(Schema, "The project") },
  },
);

const update = route(
  { actor: "signed-in", right: "edit", on: "project" },
  {
    method: "patch",
    path: "/{id}",
    summary: "Change name, description, tags, README, visibility or address",
    tags,
    request: { params: ID, headers: IfMatch, body: body(Project.Patch) },
    responses: { 200: json(Schema, "The project, changed") },
  },
);

const remove = route(
  { actor: "signed-in", right: "remove", on: "project" },
  {
    method: "delete",
    path: "/{id}",
    summary: "Put a project into the trash, with everything in it",
    tags,
    request: { params: ID, headers: IfMatch },
    responses: { 204: nothing("In the trash") },
  },
);

const restore = route(
  { actor: "signed-in", right: "remove", on: "project" },
  {
    method: "post",
    path: "/{id}/restore",
    summary: "Take a project back out of the trash",
    tags,
    request: { params: ID },
    responses: { 200: json(Schema, "The project") },
  },
);

const items = route(
  { actor: "anyone", right: "see", on: "project" },
  {
    method: "get",
    path: "/{id}/items",
    summary: "What lies in a project",
    tags,
    request: { params: ID, query: ListQuery.extend({ kind: Kinds }) },
    responses: { 200: ItemPage },
  },
);

export const projects = router()
  .openapi(list, async (c) => c.json(await Project.list(c.req.valid("query")), 200))
  .openapi(create, async (c) => {
    const input = c.req.valid("json");
    const { reference } = await once(c, input, async () => ({ id: await Project.create(input) }));
    c.header("location", `/api/v1/projects/${reference.id}`);
    return c.json(tagged(c, await Project.get(reference.id)), 201);
  })
  .openapi(get, async (c) => c.json(tagged(c, await Project.get(c.req.valid("param").id)), 200))
  .openapi(update, async (c) => {
    const { id } = c.req.valid("param");
    await Access.require(id, "see");
    await Project.update({ id, revision: revisionOf(c), patch: c.req.valid("json") });
    return c.json(tagged(c, await Project.get(id)), 200);
  })
  .openapi(remove, async (c) => {
    await Project.remove({ id: c.req.valid("param").id, revision: optionalRevisionOf(c) });
    return c.body(null, 204);
  })
  .openapi(restore, async (c) => {
    const { id } = c.req.valid("param");
    await Entity.restore({ id, kind: "project" });
    return c.json(tagged(c, await Project.get(id)), 200);
  })
  .openapi(items, async (c) => {
    const { kind, ...asked } = c.req.valid("query");
    return c.json(
      await Entity.list({
        ...asked,
        projectID: c.req.valid("param").id,
        kinds: kindsOf(kind, Entity.listedKinds),
      }),
      200,
    );
  });
