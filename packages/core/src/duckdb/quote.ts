import { AppError } from "../error/index.ts";

/** SQL text travels as a C string: a NUL would cut it short, so it never gets that far. */
function refuseNul(text: string): void {
  if (text.includes("\0"))
    throw new AppError("input", "duckdb.nul_in_text", "Text with a NUL character cannot be used here.");
}

/** A column or table name, whatever characters it holds. */
export function quoteIdentifier(name: string): string {
  refuseNul(name);
  return `"${name.replaceAll('"', '""')}"`;
}

/** A string value. DuckDB knows no backslash escapes in plain literals. */
export function quoteLiteral(text: string): string {
  refuseNul(text);
  return `'${text.replaceAll("'", "''")}'`;
}

export const quoteList = (texts: readonly string[]): string => `[${texts.map(quoteLiteral).join(", ")}]`;
