import { api } from "../api.ts";
import { joinNames } from "../names.ts";
import type { Where } from "../types.ts";
import { decodePage } from "./page.ts";
import type { Answer } from "./source.ts";

export type View = {
  tableId: string;
  version: number;
  columns: string[];
  where: Where | undefined;
  sort: string;
};

const ARROW = "application/vnd.apache.arrow.stream";
const CELLS = 24_000;

/** Narrow tables come in long pages, wide ones in short. */
export const pageRowsFor = (columns: number) =>
  Math.round(Math.min(1_000, Math.max(100, CELLS / Math.max(1, columns))));

export const viewQuery = (view: View) => ({
  select: joinNames(view.columns),
  where: view.where ? JSON.stringify(view.where) : undefined,
  sort: view.sort || undefined,
  version: view.version,
});

export async function fetchRows(
  view: View,
  offset: number,
  limit: number,
  options: { count: boolean; signal: AbortSignal },
): Promise<Answer> {
  const query = { ...viewQuery(view), offset, limit, count: options.count || undefined };
  const response = await api.tables.rows(view.tableId, query, ARROW, { signal: options.signal });
  const total = response.headers.get("atrium-total");
  const page = decodePage(new Uint8Array(await response.arrayBuffer()));
  return { page, ...(total === null ? {} : { total: Number(total) }) };
}
