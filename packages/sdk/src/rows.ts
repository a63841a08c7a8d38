import { type Atrium, take } from "./client.ts";
import { AtriumError } from "./error.ts";
import type { Rows, RowsQuery } from "./types.ts";

/** One page of a table's rows as JSON. Large integers and decimals come as strings. */
export async function readRows(atrium: Atrium, id: string, query: RowsQuery = {}, signal?: AbortSignal): Promise<Rows> {
  const rows = await take(atrium.GET("/api/v1/tables/{id}/rows", { params: { path: { id }, query }, signal }));
  if (typeof rows !== "string") return rows;
  throw new AtriumError({ status: 200, code: "http.not_json", detail: "The rows did not come as JSON" });
}
