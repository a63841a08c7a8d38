import { Entity } from "@atrium/core/entity";
import { Group } from "@atrium/core/group";
import { z } from "@hono/zod-openapi";
import { once, optionalRevisionOf, revisionOf } from "./request.ts";
import {
  body,
  Flag,
  ID,
  IdempotencyKey,
  IfMatch,
  json,
  ListQuery,
  nothing,
  page,
  route,
  router,
  tagged,
} from "./respond.ts";

const tags = ["Groups"];
const Schema = z.object(Group.Info.shape).openapi("Group");
const Principal = z.object(Group.Principal.shape).openapi("Principal");

const list = route(
  { actor: "signed-in" },
  {
    method: "get",
    path: "/groups",
    summary: "Groups you may know of",
    tags,
    request: { query: ListQuery.extend({ mine: Flag.optional() }) },
    responses: { 200: page(Schema, "GroupPage") },
  },
);

const create = route(
  { actor: "signed-in" },
  {
    method: "post",
    path: "/groups",
    summary: "Make a group; you are its admin",
    tags,
    request: { headers: IdempotencyKey, body: body(Group.Create) },
    responses: { 201: json(Schema, "The group") },
  },
);

const get = route(
  { actor: "signed-in", right: "see", on: "group" },
  {
    method: "get",
    path: "/groups/{id}",
    summary: "A group",
    tags,
    request: { params: ID },
    responses: { 200: json(Schema, "The group") },
  },
);

const update = route(
  { actor: "signed-in", right: "lead", on: "group" },
  {
    method: "patch",
    path: "/groups/{id}",
    summary: "Change name, description, or whether others find it",
    tags,
    request: { params: ID, headers: IfMatch, body: body(Group.Patch) },
    responses: { 200: json(Schema, "The group, changed") },
  },
);

const remove = route(
  { actor: "signed-in", right: "lead", on: "group" },
  {
    method: "delete",
    path: "/groups/{id}",
    summary: "Put a group into the trash; what it was given stops counting",
    tags,
    request: { params: ID, headers: IfMatch },
    responses: { 204: nothing("In the trash") },
  },
);

const restore = route(
  { actor: "signed-in", right: "lead", on: "group" },
  {
    method: "post",
    path: "/groups/{id}/restore",
    summary: "Take a group back out of the trash",
    tags,
    request: { params: ID },
    responses: { 200: json(Schema, "The group") },
  },
);

const principals = route(
  { actor: "signed-in" },
  {
    method: "get",
    path: "/principals",
    summary: "Whom you can share with: groups, people you know, and whoever has exactly this address",
    tags: ["Access"],
    request: { query: z.object({ q: Entity.Text(254).optional() }) },
    responses: { 200: page(Principal, "PrincipalPage") },
  },
);

export const groups = router()
  .openapi(list, async (c) => c.json(await Group.list(c.req.valid("query")), 200))
  .openapi(create, async (c) => {
    const input = c.req.valid("json");
    const { reference } = await once(c, input, async () => ({ id: await Group.create(input) }));
    c.header("location", `/api/v1/groups/${reference.id}`);
    return c.json(tagged(c, await Group.get(reference.id)), 201);
  })
  .openapi(get, async (c) => c.json(tagged(c, await Group.get(c.req.valid("param").id)), 200))
  .openapi(update, async (c) => {
    const { id } = c.req.valid("param");
    await Group.get(id);
    await Group.update({ id, revision: revisionOf(c), patch: c.req.valid("json") });
    return c.json(tagged(c, await Group.get(id)), 200);
  })
  .openapi(remove, async (c) => {
    await Group.remove({ id: c.req.valid("param").id, revision: optionalRevisionOf(c) });
    return c.body(null, 204);
  })
  .openapi(restore, async (c) => {
    const { id } = c.req.valid("param");
    await Group.restore(id);
    return c.json(tagged(c, await Group.get(id)), 200);
  })
  .openapi(principals, async (c) => c.json({ items: await Group.principals(c.req.valid("query")), next: null }, 200));
