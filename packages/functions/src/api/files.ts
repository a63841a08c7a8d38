import { Entity } from "@atrium/core/entity";
import { File } from "@atrium/core/file";
import { z } from "@hono/zod-openapi";
import { preview } from "./preview.ts";
import { optionalRevisionOf, revisionOf } from "./request.ts";
import { body, Flag, ID, IfMatch, json, Link, nothing, route, router, tagged } from "./respond.ts";

const tags = ["Files"];
export const FileSchema = z.object(File.Info.shape).openapi("File");

const get = route(
  { actor: "anyone", right: "see", on: "file" },
  {
    method: "get",
    path: "/{id}",
    summary: "A file",
    tags,
    request: { params: ID },
    responses: { 200: json(FileSchema, "The file") },
  },
);

const update = route(
  { actor: "signed-in", right: "edit", on: "file" },
  {
    method: "patch",
    path: "/{id}",
    summary: "Change name, description or tags",
    tags,
    request: { params: ID, headers: IfMatch, body: body(Entity.Patch) },
    responses: { 200: json(FileSchema, "The file, changed") },
  },
);

const remove = route(
  { actor: "signed-in", right: "remove", on: "file" },
  {
    method: "delete",
    path: "/{id}",
    summary: "Put a file into the trash",
    tags,
    request: { params: ID, headers: IfMatch },
    responses: { 204: nothing("In the trash") },
  },
);

const restore = route(
  { actor: "signed-in", right: "remove", on: "file" },
  {
    method: "post",
    path: "/{id}/restore",
    summary: "Take a file back out of the trash",
    tags,
    request: { params: ID },
    responses: { 200: json(FileSchema, "The file") },
  },
);

const download = route(
  { actor: "anyone", right: "transfer", on: "file" },
  {
    method: "get",
    path: "/{id}/download",
    summary: "A URL for the bytes, for five minutes",
    tags,
    request: { params: ID, query: z.object({ redirect: Flag.optional() }) },
    responses: { 200: json(Link, "Where the bytes are"), 302: nothing("The same, for a client that follows") },
  },
);

export const files = router()
  .openapi(get, async (c) => c.json(tagged(c, await File.get(c.req.valid("param").id)), 200))
  .openapi(update, async (c) => {
    const { id } = c.req.valid("param");
    await File.get(id);
    await Entity.update({ id, kind: "file", revision: revisionOf(c), patch: c.req.valid("json") });
    return c.json(tagged(c, await File.get(id)), 200);
  })
  .openapi(remove, async (c) => {
    const { id } = c.req.valid("param");
    await Entity.remove({ id, kind: "file", revision: optionalRevisionOf(c) });
    return c.body(null, 204);
  })
  .openapi(restore, async (c) => {
    const { id } = c.req.valid("param");
    await Entity.restore({ id, kind: "file" });
    return c.json(tagged(c, await File.get(id)), 200);
  })
  .openapi(download, async (c) => {
    const link = await File.download(c.req.valid("param").id);
    return c.req.valid("query").redirect ? c.redirect(link.url, 302) : c.json(link, 200);
  });

files.openAPIRegistry.registerPath(preview);
