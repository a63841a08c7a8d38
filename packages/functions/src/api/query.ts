import { Table } from "@atrium/core/table";
import { z } from "@hono/zod-openapi";
import { binaries, described } from "./described.ts";
import { body, ID, json } from "./respond.ts";

const readTable = { actor: "anyone", right: "read", on: "table" } as const;

export const tableQuery = described(readTable, {
  method: "post",
  path: "/{id}/query",
  summary: "Groups and aggregates of a table's rows",
  description:
    "Negotiated by Accept, as rows are. Without `groupBy` and `aggregates` it answers rows; with them, a row a group. `where` is as for rows, `select` and `sort` name columns of the answer. A missing `as` calls a group by its column, an aggregate `<op>_<column>`. A sum of whole numbers keeps every digit: beyond 2^53 it is text. Bins: `{count}` of equal width over the rows' range, `{width}` from zero on, or `{unit}` of the calendar.",
  tags: ["Tables"],
  request: { params: ID, body: body(z.object(Table.TableQuery.shape).openapi("TableQuery")) },
  responses: {
    200: {
      description: "The answer. Header: Atrium-Table-Version",
      content: {
        "application/json": { schema: z.object(Table.TableAnswer.shape).openapi("TableAnswer") },
        ...binaries,
      },
    },
  },
});

export const statistics = described(readTable, {
  method: "get",
  path: "/{id}/columns/{name}/statistics",
  summary: "Statistics of a column, of any version and over filtered rows",
  tags: ["Tables"],
  request: {
    params: ID.extend({ name: z.string() }),
    query: z.object({ version: z.coerce.number().int().optional(), where: z.string().optional() }),
  },
  responses: {
    200: json(
      z.object({ version: z.number().int(), rows: z.number().int(), column: Table.Column }).openapi("ColumnStatistics"),
      "The column with its statistics, and how many rows they are of",
    ),
  },
});
