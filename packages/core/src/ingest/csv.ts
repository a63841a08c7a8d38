import { quoteLiteral, type Session } from "../duckdb/index.ts";
import type { ImportReport } from "../table/schema.ts";
import type { Layout } from "./dialect.ts";

export const MAX_REJECTED = 1_000_000;
const REPORTED = 100;
const REPORTED_TEXT = 500;
export const REJECTS = "rejected";

/** `padded` fills short rows with nulls instead of refusing them. */
type ReadOptions = { noteRejects: boolean; quotedNulls: boolean; padded?: boolean };

/** The file as a relation of text columns `c0`, `c1`, …; damaged rows are left out, and noted in a table when asked. */
export function csvRelation(path: string, layout: Layout, options: ReadOptions): string {
  const columns = layout.names.map((_, i) => `c${i}: 'VARCHAR'`).join(", ");
  const parameters = [
    quoteLiteral(path),
    "auto_detect = false",
    `header = ${layout.header}`,
    `skip = ${layout.skip}`,
    `delim = ${quoteLiteral(layout.delimiter)}`,
    `quote = ${quoteLiteral(layout.quote)}`,
    `escape = ${quoteLiteral(layout.escape)}`,
    "nullstr = ''",
    `allow_quoted_nulls = ${options.quotedNulls}`,
    `columns = {${columns}}`,
    ...(options.padded ? ["null_padding = true", "parallel = false"] : ["ignore_errors = true"]),
    ...(options.noteRejects
      ? [
          "store_rejects = true",
          `rejects_table = '${REJECTS}'`,
          `rejects_scan = '${REJECTS}_scan'`,
          `rejects_limit = ${MAX_REJECTED}`,
        ]
      : []),
  ];
  return `read_csv(${parameters.join(", ")})`;
}

export type Rejected = { count: number; rows: ImportReport["rejectedRows"]; unterminated?: { line: number } };

/** What the reader set aside. A row may break several rules and counts once. */
export async function readRejected(session: Session): Promise<Rejected> {
  const [total] = await session.rows<{ n: number }>(`SELECT count(DISTINCT line) AS n FROM ${REJECTS}`);
  const rows = await session.rows<{ line: number; type: string; text: string | null; message: string }>(
    `SELECT line, arg_min(CAST(error_type AS VARCHAR), column_idx) AS type, any_value(csv_line) AS text,
       arg_min(error_message, column_idx) AS message
     FROM ${REJECTS} GROUP BY line ORDER BY line LIMIT ${REPORTED}`,
  );
  const unterminated = rows.find((row) => row.type === "UNQUOTED VALUE" && row.text?.trimEnd().includes("\n"));
  return {
    count: total?.n ?? 0,
    rows: rows.map(({ line, type, text, message }) => ({
      line,
      text: (text ?? "").slice(0, REPORTED_TEXT).toWellFormed(),
      reason: explain(type, message),
    })),
    ...(unterminated ? { unterminated: { line: unterminated.line } } : {}),
  };
}

function explain(type: string, message: string): string {
  const [, expected, found] = /Columns: (\d+) Found: (\d+)/.exec(message) ?? [];
  switch (type) {
    case "MISSING COLUMNS":
    case "TOO MANY COLUMNS":
      return expected
        ? `It has ${found} values where the table has ${expected} columns.`
        : "It has another number of values than the table has columns.";
    case "UNQUOTED VALUE":
      return "Its quotes do not match.";
    case "INVALID ENCODING":
      return "It holds bytes that are not UTF-8 text.";
    case "LINE SIZE OVER MAXIMUM":
      return "It is longer than 2 MB.";
    default:
      return "It cannot be read as a row.";
  }
}
