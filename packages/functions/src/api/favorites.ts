import { Favorite } from "@atrium/core/favorite";
import { z } from "@hono/zod-openapi";
import { ID, json, ListQuery, nothing, route, router } from "./respond.ts";
import { ItemPage } from "./search.ts";

const tags = ["Favorites"];

const list = route(
  { actor: "signed-in" },
  {
    method: "get",
    path: "/favorites",
    summary: "What you starred, newest first",
    tags,
    request: { query: ListQuery.pick({ limit: true, cursor: true }) },
    responses: { 200: ItemPage },
  },
);

const get = route(
  { actor: "signed-in", right: "see", on: "entity" },
  {
    method: "get",
    path: "/entities/{id}/favorite",
    summary: "Whether you starred something",
    tags,
    request: { params: ID },
    responses: { 200: json(z.object({ favorite: z.boolean() }), "Starred or not") },
  },
);

const add = route(
  { actor: "signed-in", right: "see", on: "entity" },
  {
    method: "put",
    path: "/entities/{id}/favorite",
    summary: "Star something",
    tags,
    request: { params: ID },
    responses: { 204: nothing("Starred") },
  },
);

const remove = route(
  { actor: "signed-in", right: "see", on: "entity" },
  {
    method: "delete",
    path: "/entities/{id}/favorite",
    summary: "Take your star away",
    tags,
    request: { params: ID },
    responses: { 204: nothing("Not starred") },
  },
);

export const favorites = router()
  .openapi(list, async (c) => c.json(await Favorite.list(c.req.valid("query")), 200))
  .openapi(get, async (c) => c.json({ favorite: await Favorite.has(c.req.valid("param").id) }, 200))
  .openapi(add, async (c) => {
    await Favorite.add(c.req.valid("param").id);
    return c.body(null, 204);
  })
  .openapi(remove, async (c) => {
    await Favorite.remove(c.req.valid("param").id);
    return c.body(null, 204);
  });
