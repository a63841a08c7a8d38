import { Entity } from "@atrium/core/entity";
import { Run } from "@atrium/core/run";
import { Table } from "@atrium/core/table";
import { z } from "@hono/zod-openapi";
import { statistics, tableQuery } from "./query.ts";
import { once, optionalRevisionOf, revisionOf } from "./request.ts";
import { body, ID, IdempotencyKey, IfMatch, json, Link, ListQuery, nothing, route, router, tagged } from "./respond.ts";
import { rows } from "./rows.ts";
import { RunSchema } from "./runs.ts";
import { ItemPage } from "./search.ts";
import { TableSchema } from "./table-schema.ts";

const tags = ["Tables"];

const create = route(
  { actor: "signed-in", right: "create", on: "project" },
  {
    method: "post",
    path: "/",
    summary: "Make a table of a file",
    tags,
    request: { headers: IdempotencyKey, body: body(Table.Create) },
    responses: { 202: json(z.object({ table: TableSchema, run: RunSchema }), "The table, and the run that fills it") },
  },
);

const list = route(
  { actor: "anyone", right: "see", on: "project" },
  {
    method: "get",
    path: "/",
    summary: "Tables you see, of one project or all",
    tags,
    request: { query: ListQuery.extend({ projectId: z.string().max(64).optional() }) },
    responses: { 200: ItemPage },
  },
);

const get = route(
  { actor: "anyone", right: "see", on: "table" },
  {
    method: "get",
    path: "/{id}",
    summary: "A table: columns, statistics, versions, how it was imported",
    tags,
    request: { params: ID },
    responses: { 200: json(TableSchema, "The table") },
  },
);

const update = route(
  { actor: "signed-in", right: "edit", on: "table" },
  {
    method: "patch",
    path: "/{id}",
    summary: "Change name, description or tags",
    tags,
    request: { params: ID, headers: IfMatch, body: body(Entity.Patch) },
    responses: { 200: json(TableSchema, "The table, changed") },
  },
);

const remove = route(
  { actor: "signed-in", right: "remove", on: "table" },
  {
    method: "delete",
    path: "/{id}",
    summary: "Put a table into the trash; an import under way is stopped",
    tags,
    request: { params: ID, headers: IfMatch },
    responses: { 204: nothing("In the trash") },
  },
);

const restore = route(
  { actor: "signed-in", right: "remove", on: "table" },
  {
    method: "post",
    path: "/{id}/restore",
    summary: "Take a table back out of the trash",
    tags,
    request: { params: ID },
    responses: { 200: json(TableSchema, "The table") },
  },
);

const DownloadQuery = z.object({
  format: z.enum(["parquet"]).default("parquet"),
  version: z.coerce.number().int().min(1).optional(),
});

const download = route(
  { actor: "anyone", right: "transfer", on: "table" },
  {
    method: "get",
    path: "/{id}/download",
    summary: "A URL for a version, the current one by default, for five minutes",
    tags,
    request: { params: ID, query: DownloadQuery },
    responses: { 200: json(Link, "Where the bytes are") },
  },
);

export const tables = router()
  .openapi(create, async (c) => {
    const input = c.req.valid("json");
    const { reference } = await once(c, input, () => Table.create(input));
    c.header("location", `/api/v1/runs/${reference.runID}`);
    return c.json({ table: await Table.get(reference.tableID), run: await Run.get(reference.runID) }, 202);
  })
  .openapi(list, async (c) => {
    const { projectId, ...asked } = c.req.valid("query");
    const query = { ...asked, kinds: ["table"] as ["table"] };
    return c.json(projectId ? await Entity.list({ ...query, projectID: projectId }) : await Entity.search(query), 200);
  })
  .openapi(get, async (c) => c.json(tagged(c, await Table.get(c.req.valid("param").id)), 200))
  .openapi(update, async (c) => {
    const { id } = c.req.valid("param");
    await Entity.get(id, "table");
    await Entity.update({ id, kind: "table", revision: revisionOf(c), patch: c.req.valid("json") });
    return c.json(tagged(c, await Table.get(id)), 200);
  })
  .openapi(remove, async (c) => {
    const { id } = c.req.valid("param");
    await Table.remove({ id, revision: optionalRevisionOf(c) });
    return c.body(null, 204);
  })
  .openapi(restore, async (c) => {
    const { id } = c.req.valid("param");
    await Entity.restore({ id, kind: "table" });
    return c.json(tagged(c, await Table.get(id)), 200);
  })
  .openapi(download, async (c) => {
    const { version } = c.req.valid("query");
    return c.json(await Table.download({ id: c.req.valid("param").id, version }), 200);
  });

for (const described of [rows, tableQuery, statistics]) tables.openAPIRegistry.registerPath(described);
