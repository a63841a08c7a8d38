import { type Database, isOutOfRange } from "../duckdb/index.ts";
import { AppError } from "../error/index.ts";
import type { TableQuery } from "../table/query.ts";
import type { Source } from "./index.ts";
import { planQuery } from "./query.ts";
import { type Body, type Format, type Into, written } from "./written.ts";

/** The answer to a question; what is wrong with it is thrown before the first byte. */
export async function answer(
  database: Database,
  { version, columns: known }: Omit<Source, "key" | "etag">,
  query: TableQuery,
  options: Into & { format: Format; signal?: AbortSignal },
): Promise<{ version: number; body: Body }> {
  const { inner, outputs } = planQuery(query, known);
  const columns = outputs.map(({ name, type }) => ({ name, type }));
  const session = await database.session({ signal: options.signal });
  try {
    const body = await written(session, { from: `(${inner})`, outputs, envelope: { columns, version } }, options);
    return { version, body };
  } catch (error) {
    if (!isOutOfRange(error)) throw error;
    throw new AppError("input", "query.out_of_range", "A value of the answer is larger than its type holds.", {
      cause: error,
      fields: [{ path: "", message: "A value is out of range." }],
    });
  }
}
