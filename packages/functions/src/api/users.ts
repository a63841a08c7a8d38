import { Identity } from "@atrium/core/identity";
import { SecondFactor } from "@atrium/core/second-factor";
import { z } from "@hono/zod-openapi";
import { once } from "./request.ts";
import { body, ID, IdempotencyKey, json, ListQuery, nothing, page, route, router } from "./respond.ts";

const { People, Service } = Identity;
const tags = ["Users"];
const User = z.object(People.Info.shape).openapi("User");

const list = route(
  { actor: "administrator" },
  {
    method: "get",
    path: "/",
    summary: "Everybody with an account",
    tags,
    request: { query: ListQuery.extend({ state: People.State.optional(), kind: People.Kind.optional() }) },
    responses: { 200: page(User, "UserPage") },
  },
);

const create = route(
  { actor: "administrator" },
  {
    method: "post",
    path: "/",
    summary: "Make a service user, which has no password and comes in by the keys you make for it",
    tags,
    request: { headers: IdempotencyKey, body: body(Service.Create) },
    responses: { 201: json(User, "The service user") },
  },
);

const get = route(
  { actor: "administrator" },
  {
    method: "get",
    path: "/{id}",
    summary: "Somebody with an account",
    tags,
    request: { params: ID },
    responses: { 200: json(User, "The user") },
  },
);

const resetSecondFactor = route(
  { actor: "administrator" },
  {
    method: "delete",
    path: "/{id}/second-factor",
    summary: "Take the second factor of somebody who lost their device; they are signed out everywhere",
    tags,
    request: { params: ID },
    responses: { 204: nothing("Taken; they sign in without, or set another up where it is required") },
  },
);

const update = route(
  { actor: "administrator" },
  {
    method: "patch",
    path: "/{id}",
    summary: "Give or take the rights to administer and to run functions",
    tags,
    request: { params: ID, body: body(People.Patch) },
    responses: { 200: json(User, "The user, changed") },
  },
);

const deactivate = route(
  { actor: "administrator" },
  {
    method: "post",
    path: "/{id}/deactivate",
    summary: "Shut somebody out at once; what they made stays",
    tags,
    request: { params: ID },
    responses: { 200: json(User, "The user, deactivated") },
  },
);

const reactivate = route(
  { actor: "administrator" },
  {
    method: "post",
    path: "/{id}/reactivate",
    summary: "Let somebody in again",
    tags,
    request: { params: ID },
    responses: { 200: json(User, "The user, active") },
  },
);

export const users = router()
  .openapi(list, async (c) => c.json(await People.list(c.req.valid("query")), 200))
  .openapi(create, async (c) => {
    const input = c.req.valid("json");
    const { reference } = await once(c, input, async () => ({ id: await Service.create(input) }));
    return c.json(await People.get(reference.id), 201);
  })
  .openapi(get, async (c) => c.json(await People.get(c.req.valid("param").id), 200))
  .openapi(resetSecondFactor, async (c) => {
    await SecondFactor.reset(c.req.valid("param").id);
    return c.body(null, 204);
  })
  .openapi(update, async (c) => {
    const { id } = c.req.valid("param");
    await People.update({ id, patch: c.req.valid("json") });
    return c.json(await People.get(id), 200);
  })
  .openapi(deactivate, async (c) => {
    const { id } = c.req.valid("param");
    await People.deactivate(id);
    return c.json(await People.get(id), 200);
  })
  .openapi(reactivate, async (c) => {
    const { id } = c.req.valid("param");
    await People.reactivate(id);
    return c.json(await People.get(id), 200);
  });
