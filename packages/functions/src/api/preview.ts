import { Table } from "@atrium/core/table";
import { z } from "@hono/zod-openapi";
import { described } from "./described.ts";
import { Flag, ID, json } from "./respond.ts";

const { format, encoding, delimiter, quote } = Table.ReadOptions.shape;

export const preview = described(
  { actor: "anyone", right: "read", on: "file" },
  {
    method: "get",
    path: "/{id}/preview",
    summary: "How the beginning of a file reads as a table",
    description:
      "Looks at the file's first mebibyte with the import's own eyes. Whatever is said in the query wins over what is found, and given to the import as `options` means the same there.",
    tags: ["Files"],
    request: {
      params: ID,
      query: z.object({
        format,
        encoding,
        delimiter,
        quote: quote.openapi({ description: "Empty for none" }),
        header: Flag.optional(),
        skip: z.coerce.number().int().optional().openapi({ description: "Lines before the header or the first row" }),
      }),
    },
    responses: { 200: json(z.object(Table.Preview.shape).openapi("Preview"), "Columns, first rows, what was found") },
  },
);
