import { AppError } from "../error/index.ts";

const message = (error: unknown): string => (error instanceof Error ? error.message : String(error));

export const isInterrupted = (error: unknown): boolean => message(error).startsWith("INTERRUPT");

/** Limits become errors a caller can act on; the rest is a fault of ours and stays as it is. */
export function mapDuckDBError(error: unknown): unknown {
  if (error instanceof AppError) return error;
  const text = message(error);
  if (text.startsWith("Out of Memory Error")) {
    return new AppError(
      "limit",
      "duckdb.out_of_memory",
      "This needs more memory than it may use. Ask for fewer columns or rows.",
      {
        cause: error,
      },
    );
  }
  return error;
}

export const timeoutError = (timeoutMs: number): AppError =>
  new AppError(
    "limit",
    "duckdb.timeout",
    `This took longer than ${Math.round(timeoutMs / 1000)} s and was stopped. Ask for less.`,
  );
