import { z } from "@hono/zod-openapi";
import { binaries, described } from "./described.ts";
import { Flag, ID } from "./respond.ts";

const Rows = z
  .object({
    items: z.array(z.record(z.string(), z.unknown())),
    next: z.string().nullable(),
    version: z.number().int(),
    total: z.number().int().optional(),
  })
  .openapi("Rows");

export const rows = described(
  { actor: "anyone", right: "read", on: "table" },
  {
    method: "get",
    path: "/{id}/rows",
    summary: "Rows of a table",
    description:
      "Negotiated by Accept. `where` is JSON: `{and:[…]}`, `{or:[…]}`, `{not:…}` or `{column, op, value}` with op one of eq, ne, lt, le, gt, ge, in, between, contains, startsWith, endsWith, isNull, isNotNull. Read on with the cursor, or scroll with offset.",
    tags: ["Tables"],
    request: {
      params: ID,
      query: z.object({
        select: z.string().optional().openapi({ description: "Columns, separated by commas" }),
        where: z.string().optional(),
        sort: z.string().optional().openapi({ description: "Columns, each with a minus for descending" }),
        limit: z
          .union([z.coerce.number().int(), z.literal("all")])
          .optional()
          .openapi({
            description: "Default 50; at most 1,000 as JSON, 100,000 otherwise, or `all` for the whole table",
          }),
        offset: z.coerce.number().int().optional(),
        cursor: z.string().optional(),
        version: z.coerce.number().int().optional(),
        count: Flag.optional(),
      }),
    },
    responses: {
      200: {
        description: "The rows. Headers: Atrium-Table-Version, Atrium-Next, Atrium-Total",
        content: { "application/json": { schema: Rows }, ...binaries },
      },
    },
  },
);
