import { type RouteConfig, z } from "@hono/zod-openapi";
import { Flag, ID, type Policy } from "./respond.ts";

const bytes = { schema: { type: "string", format: "binary" } } as const;
const Rows = z
  .object({
    items: z.array(z.record(z.string(), z.unknown())),
    next: z.string().nullable(),
    version: z.number().int(),
    total: z.number().int().optional(),
  })
  .openapi("Rows");
const policy: Policy = { actor: "signed-in", right: "read", on: "table" };

/** Rows are answered by a function of their own, which streams; here they are only described, in the one document. */
export const rows: RouteConfig = {
  method: "get",
  path: "/{id}/rows",
  summary: "Rows of a table",
  description:
    "Negotiated by Accept. `where` is JSON: `{and:[…]}`, `{or:[…]}`, `{not:…}` or `{column, op, value}` with op one of eq, ne, lt, le, gt, ge, in, between, contains, startsWith, endsWith, isNull, isNotNull. Read on with the cursor, or scroll with offset.",
  tags: ["Tables"],
  security: [{ apiKey: [] }, { session: [] }],
  "x-atrium-policy": policy,
  request: {
    params: ID,
    query: z.object({
      select: z.string().optional().openapi({ description: "Columns, separated by commas" }),
      where: z.string().optional(),
      sort: z.string().optional().openapi({ description: "Columns, each with a minus for descending" }),
      limit: z.coerce
        .number()
        .int()
        .optional()
        .openapi({ description: "Default 50; at most 1,000 as JSON, 100,000 otherwise" }),
      offset: z.coerce.number().int().optional(),
      cursor: z.string().optional(),
      version: z.coerce.number().int().optional(),
      count: Flag.optional(),
    }),
  },
  responses: {
    200: {
      description: "The rows. Headers: Atrium-Table-Version, Atrium-Next, Atrium-Total",
      content: {
        "application/json": { schema: Rows },
        "application/vnd.apache.arrow.stream": bytes,
        "text/csv": bytes,
        "application/x-ndjson": bytes,
      },
    },
  },
};
