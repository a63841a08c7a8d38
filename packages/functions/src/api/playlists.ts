import { Playlist } from "@atrium/core/playlist";
import { z } from "@hono/zod-openapi";
import { once, optionalRevisionOf, revisionOf } from "./request.ts";
import { body, ID, IdempotencyKey, IfMatch, json, nothing, page, route, router, tagged } from "./respond.ts";

const tags = ["Media"];
const Schema = z.object(Playlist.Info.shape).openapi("Playlist");
const editing = { actor: "signed-in", right: "edit", on: "project" } as const;
const reading = { actor: "anyone", right: "read", on: "project" } as const;

const list = route(reading, {
  method: "get",
  path: "/projects/{id}/playlists",
  summary: "The playlists of a project, by name",
  description: "What is in one: `GET /media?playlistId=…&sort=position`.",
  tags,
  request: { params: ID },
  responses: { 200: page(Schema, "PlaylistPage") },
});

const create = route(editing, {
  method: "post",
  path: "/projects/{id}/playlists",
  summary: "Add a playlist: media in an order that you give them",
  tags,
  request: { params: ID, headers: IdempotencyKey, body: body(Playlist.Create) },
  responses: { 201: json(Schema, "The playlist") },
});

const get = route(reading, {
  method: "get",
  path: "/playlists/{id}",
  summary: "A playlist",
  tags,
  request: { params: ID },
  responses: { 200: json(Schema, "The playlist") },
});

const update = route(editing, {
  method: "patch",
  path: "/playlists/{id}",
  summary: "Rename a playlist, put its media in another order, or add some at its end",
  tags,
  request: { params: ID, headers: IfMatch, body: body(Playlist.Patch) },
  responses: { 200: json(Schema, "The playlist, changed") },
});

const remove = route(editing, {
  method: "delete",
  path: "/playlists/{id}",
  summary: "Take a playlist away; what is in it stays",
  tags,
  request: { params: ID, headers: IfMatch },
  responses: { 204: nothing("Gone") },
});

export const playlists = router()
  .openapi(list, async (c) => c.json({ items: await Playlist.list(c.req.valid("param").id), next: null }, 200))
  .openapi(create, async (c) => {
    const { id: projectID } = c.req.valid("param");
    const input = c.req.valid("json");
    const { reference } = await once(c, input, async () => ({ id: await Playlist.create({ ...input, projectID }) }));
    return c.json(tagged(c, await Playlist.get(reference.id)), 201);
  })
  .openapi(get, async (c) => c.json(tagged(c, await Playlist.get(c.req.valid("param").id)), 200))
  .openapi(update, async (c) => {
    const { id } = c.req.valid("param");
    await Playlist.update({ id, revision: revisionOf(c), patch: c.req.valid("json") });
    return c.json(tagged(c, await Playlist.get(id)), 200);
  })
  .openapi(remove, async (c) => {
    await Playlist.remove({ id: c.req.valid("param").id, revision: optionalRevisionOf(c) });
    return c.body(null, 204);
  });
