import { Entity } from "@atrium/core/entity";
import { Notebook } from "@atrium/core/notebook";
import { z } from "@hono/zod-openapi";
import { once, optionalRevisionOf, revisionOf } from "./request.ts";
import {
  body,
  ID,
  IdempotencyKey,
  IfMatch,
  json,
  Link,
  ListQuery,
  nothing,
  page,
  route,
  router,
  tagged,
} from "./respond.ts";

const tags = ["Notebooks"];
const Schema = z.object(Notebook.Info.shape).openapi("Notebook");
const Item = z.object(Notebook.VersionItem.shape).openapi("NotebookVersionItem");
const Upload = z.object({ uploadId: z.string(), url: z.string(), headers: z.record(z.string(), z.string()) });

const create = route(
  { actor: "signed-in", right: "create", on: "project" },
  {
    method: "post",
    path: "/",
    summary: "Add a notebook: of a file that is one, or empty",
    description:
      "Its inputs are what the cell tagged `parameters` assigns, or what the annotation header of its first cell says. Its function has the same id: run it with `POST /functions/{id}/runs`; what was executed is a file of its own.",
    tags,
    request: { headers: IdempotencyKey, body: body(Notebook.Create) },
    responses: { 201: json(Schema, "The notebook") },
  },
);

const get = route(
  { actor: "anyone", right: "see", on: "notebook" },
  {
    method: "get",
    path: "/{id}",
    summary: "A notebook: its parameters, and what its content is",
    tags,
    request: { params: ID },
    responses: { 200: json(Schema, "The notebook") },
  },
);

const update = route(
  { actor: "signed-in", right: "edit", on: "notebook" },
  {
    method: "patch",
    path: "/{id}",
    summary: "Change name, description or tags",
    tags,
    request: { params: ID, headers: IfMatch, body: body(Entity.Patch) },
    responses: { 200: json(Schema, "The notebook, changed") },
  },
);

const remove = route(
  { actor: "signed-in", right: "remove", on: "notebook" },
  {
    method: "delete",
    path: "/{id}",
    summary: "Put a notebook into the trash",
    tags,
    request: { params: ID, headers: IfMatch },
    responses: { 204: nothing("In the trash") },
  },
);

const restore = route(
  { actor: "signed-in", right: "remove", on: "notebook" },
  {
    method: "post",
    path: "/{id}/restore",
    summary: "Take a notebook back out of the trash",
    tags,
    request: { params: ID },
    responses: { 200: json(Schema, "The notebook") },
  },
);

const content = route(
  { actor: "anyone", right: "read", on: "notebook" },
  {
    method: "get",
    path: "/{id}/content",
    summary: "A URL for the .ipynb, the current version by default, for five minutes",
    tags,
    request: { params: ID, query: z.object({ version: z.string().max(20).optional() }) },
    responses: { 200: json(Link, "Where the bytes are") },
  },
);

const beginUpload = route(
  { actor: "signed-in", right: "edit", on: "notebook" },
  {
    method: "post",
    path: "/{id}/content",
    summary: "A URL to put new content to",
    description:
      "Good for one object of exactly that many bytes. `PUT /notebooks/{id}/content` then makes a version of it.",
    tags,
    request: { params: ID, body: body(Notebook.Upload) },
    responses: { 201: json(Upload, "Where it goes, and the headers to send with it") },
  },
);

const takeUpload = route(
  { actor: "signed-in", right: "edit", on: "notebook" },
  {
    method: "put",
    path: "/{id}/content",
    summary: "Make what was uploaded the next version",
    tags,
    request: { params: ID, headers: IfMatch, body: body(Notebook.Taken) },
    responses: { 200: json(Schema, "The notebook, changed") },
  },
);

const versions = route(
  { actor: "anyone", right: "read", on: "notebook" },
  {
    method: "get",
    path: "/{id}/versions",
    summary: "A notebook's versions, newest first",
    tags,
    request: { params: ID, query: ListQuery.pick({ limit: true, cursor: true }) },
    responses: { 200: page(Item, "NotebookVersionPage") },
  },
);

const restoreVersion = route(
  { actor: "signed-in", right: "edit", on: "notebook" },
  {
    method: "post",
    path: "/{id}/versions/{version}/restore",
    summary: "Take the content of an earlier version again, as the newest",
    tags,
    request: { params: ID.extend({ version: z.string().max(20) }), headers: IfMatch },
    responses: { 200: json(Schema, "The notebook") },
  },
);

export const notebooks = router()
  .openapi(create, async (c) => {
    const input = c.req.valid("json");
    const prepared = await Notebook.prepare(input);
    const { reference } = await Notebook.discarding(
      prepared.content.key,
      () => once(c, input, async () => ({ id: await Notebook.create(input, prepared) })),
      ({ reference }) => reference.id === prepared.id,
    );
    c.header("location", `/api/v1/notebooks/${reference.id}`);
    return c.json(tagged(c, await Notebook.get(reference.id)), 201);
  })
  .openapi(get, async (c) => c.json(tagged(c, await Notebook.get(c.req.valid("param").id)), 200))
  .openapi(update, async (c) => {
    const { id } = c.req.valid("param");
    await Notebook.get(id);
    await Entity.update({ id, kind: "notebook", revision: revisionOf(c), patch: c.req.valid("json") });
    return c.json(tagged(c, await Notebook.get(id)), 200);
  })
  .openapi(remove, async (c) => {
    const { id } = c.req.valid("param");
    await Entity.remove({ id, kind: "notebook", revision: optionalRevisionOf(c) });
    return c.body(null, 204);
  })
  .openapi(restore, async (c) => {
    const { id } = c.req.valid("param");
    await Entity.restore({ id, kind: "notebook" });
    return c.json(tagged(c, await Notebook.get(id)), 200);
  })
  .openapi(content, async (c) =>
    c.json(await Notebook.content({ ...c.req.valid("param"), ...c.req.valid("query") }), 200),
  )
  .openapi(beginUpload, async (c) =>
    c.json(await Notebook.beginUpload({ ...c.req.valid("param"), ...c.req.valid("json") }), 201),
  )
  .openapi(takeUpload, async (c) => {
    const { id } = c.req.valid("param");
    await Notebook.get(id);
    await Notebook.takeUpload({ id, revision: revisionOf(c), ...c.req.valid("json") });
    return c.json(tagged(c, await Notebook.get(id)), 200);
  })
  .openapi(versions, async (c) =>
    c.json(await Notebook.versions({ ...c.req.valid("param"), ...c.req.valid("query") }), 200),
  )
  .openapi(restoreVersion, async (c) => {
    const asked = c.req.valid("param");
    await Notebook.restoreVersion({ ...asked, revision: optionalRevisionOf(c) });
    return c.json(tagged(c, await Notebook.get(asked.id)), 200);
  });
