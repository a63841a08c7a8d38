import { createReadStream } from "node:fs";
import { quoteLiteral, type Session } from "../duckdb/index.ts";

const ROW_GROUP_ROWS = 122_880;
const CHUNK_BYTES = 1 << 20;

/** Parquet says at its end what it holds, so it is written before its first byte goes out: on disk, not in memory. */
export async function parquetFile(
  session: Session,
  sql: string,
  target: string,
  signal?: AbortSignal,
): Promise<AsyncIterable<Uint8Array>> {
  // The temporary file DuckDB would write first is none of the paths it may touch.
  const options = `FORMAT parquet, COMPRESSION zstd, ROW_GROUP_SIZE ${ROW_GROUP_ROWS}, USE_TMP_FILE false`;
  await session.run(`COPY (${sql}) TO ${quoteLiteral(target)} (${options})`, { signal });
  return createReadStream(target, { signal, highWaterMark: CHUNK_BYTES });
}
