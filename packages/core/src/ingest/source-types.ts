import type { Session } from "../duckdb/index.ts";
import { AppError } from "../error/index.ts";
import type { Encoding, Format, ImportOptions, ImportReport } from "../table/schema.ts";
import type { Rejected } from "./csv.ts";
import type { Decision } from "./decide.ts";

type About = Pick<ImportReport, "encoding" | "delimiter" | "quote" | "header">;
export type PlannedColumn = { name: string; decision: Decision; expression: string };
export type Plan = {
  relation: string;
  columns: PlannedColumn[];
  about: About;
  /** Lines left out before the header or the first row, where the file has lines. */
  skip?: number;
  rejected: (session: Session) => Promise<Rejected>;
};

/** Files DuckDB can read, and how to find their typed columns. */
export type Source = { files: string[]; format: Format; plan: (session: Session) => Promise<Plan> };

export type Request = {
  source: string;
  /** The file's name, which helps to tell kinds of text apart. */
  name: string;
  options: ImportOptions;
  workdir: string;
  maxBytes: number;
  signal?: AbortSignal;
  /** The source is only the beginning of the file: what its end cuts is left out, not refused. */
  beginning?: boolean;
};

/** A text as it was written, and the same as UTF-8. */
export type TextFile = { original: string; path: string; encoding: Encoding };

const MAX_COLUMNS = 10_000;

export function refuseTooMany(columns: number): void {
  if (columns <= MAX_COLUMNS) return;
  throw new AppError(
    "unprocessable",
    "import.too_many_columns",
    `The file has ${columns} columns; a table holds ${MAX_COLUMNS}.`,
  );
}
