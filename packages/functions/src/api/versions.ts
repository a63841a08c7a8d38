import { Run } from "@atrium/core/run";
import { Table } from "@atrium/core/table";
import { z } from "@hono/zod-openapi";
import { once } from "./request.ts";
import { body, ID, IdempotencyKey, json, ListQuery, page, route, router } from "./respond.ts";
import { RunSchema } from "./runs.ts";
import { TableSchema } from "./table-schema.ts";

const tags = ["Tables"];
const Item = z.object(Table.VersionItem.shape).openapi("TableVersionItem");
const Version = z.object(Table.Version.shape).openapi("TableVersion");

const create = route(
  { actor: "signed-in", right: "edit", on: "table" },
  {
    method: "post",
    path: "/{id}/versions",
    summary: "Import a file as the table's next version",
    description: "The current version stays until the import has succeeded, and when it fails.",
    tags,
    request: {
      params: ID,
      headers: IdempotencyKey,
      body: body(z.strictObject({ fileId: z.string(), options: Table.ImportOptions.optional() })),
    },
    responses: { 202: json(z.object({ table: TableSchema, run: RunSchema }), "The table, and the run that imports") },
  },
);

const list = route(
  { actor: "anyone", right: "read", on: "table" },
  {
    method: "get",
    path: "/{id}/versions",
    summary: "A table's versions, newest first",
    tags,
    request: { params: ID, query: ListQuery.pick({ limit: true, cursor: true }) },
    responses: { 200: page(Item, "TableVersionPage") },
  },
);

const get = route(
  { actor: "anyone", right: "read", on: "table" },
  {
    method: "get",
    path: "/{id}/versions/{version}",
    summary: "A version: columns, report, and what differs from the one before",
    tags,
    request: { params: ID.extend({ version: z.string().max(64) }) },
    responses: { 200: json(Version, "The version") },
  },
);

export const versions = router()
  .openapi(create, async (c) => {
    const { id } = c.req.valid("param");
    const input = c.req.valid("json");
    const { reference } = await once(c, input, () => Table.importAgain({ id, ...input }));
    c.header("location", `/api/v1/runs/${reference.runID}`);
    return c.json({ table: await Table.get(reference.tableID), run: await Run.get(reference.runID) }, 202);
  })
  .openapi(list, async (c) => {
    const { id } = c.req.valid("param");
    return c.json(await Table.versions({ id, ...c.req.valid("query") }), 200);
  })
  .openapi(get, async (c) => c.json(await Table.version(c.req.valid("param")), 200));
