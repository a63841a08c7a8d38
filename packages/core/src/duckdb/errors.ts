import { AppError } from "../error/index.ts";

const message = (error: unknown): string => (error instanceof Error ? error.message : String(error));

/**
 * What DuckDB said, without its words: they may quote cells, and logs and answers must not. `type` is the class it gives
 * every error (`Conversion Error`), which is all that anybody may act on.
 */
export class DuckDBError extends Error {
  override readonly name = "DuckDBError";
  readonly type: string;

  constructor(type: string) {
    super(`DuckDB: ${type}`);
    this.type = type;
  }
}

const typeOf = (text: string): string => /^([A-Za-z][A-Za-z -]{0,40}? Error|INTERRUPT)\b/.exec(text)?.[1] ?? "Error";

export const isInterrupted = (error: unknown): boolean => message(error).startsWith("INTERRUPT");

/** Whether a value did not fit the type it was to have. */
export const isOutOfRange = (error: unknown): boolean =>
  error instanceof DuckDBError && ["Conversion Error", "Out of Range Error"].includes(error.type);

/** Limits become errors a caller can act on; the rest is a fault of ours, of which only the class is told. */
export function mapDuckDBError(error: unknown): unknown {
  if (error instanceof AppError || error instanceof DuckDBError) return error;
  const type = typeOf(message(error));
  if (type !== "Out of Memory Error") return new DuckDBError(type);
  return new AppError(
    "limit",
    "duckdb.out_of_memory",
    "This needs more memory than it may use. Ask for fewer columns or rows.",
    { cause: new DuckDBError(type) },
  );
}

export const timeoutError = (timeoutMs: number): AppError =>
  new AppError(
    "limit",
    "duckdb.timeout",
    `This took longer than ${Math.round(timeoutMs / 1000)} s and was stopped. Ask for less.`,
  );
