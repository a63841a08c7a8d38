import { type Database, quoteIdentifier } from "../duckdb/index.ts";
import { columnStatistics } from "../ingest/statistics.ts";
import type { Column } from "../table/schema.ts";
import { ROWS } from "./store.ts";
import { parseWhere } from "./where.ts";

/** A column's statistics over the rows that fulfil a filter, and how many those are. */
export async function filteredStatistics(
  database: Database,
  columns: readonly Column[],
  column: Column,
  where: string,
  signal?: AbortSignal,
): Promise<{ rows: number; column: Column }> {
  const condition = parseWhere(where, columns);
  const session = await database.session({ signal });
  try {
    const [counted] = await session.rows<{ n: number }>(`SELECT count(*) AS n FROM ${ROWS} WHERE ${condition}`);
    const rows = counted?.n ?? 0;
    const relation = `(SELECT ${quoteIdentifier(column.name)} FROM ${ROWS} WHERE ${condition})`;
    const [stats] = await columnStatistics(session, relation, [column], rows);
    return { rows, column: stats ? { ...column, stats } : column };
  } finally {
    session.close();
  }
}
