import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { type Database, DuckDB, parquetWithRowNumbers, quoteLiteral } from "../duckdb/index.ts";
import { convert } from "../ingest/convert.ts";
import type { TableQuery } from "../table/query.ts";
import type { Column } from "../table/schema.ts";
import { answer } from "./answer.ts";
import { type Page, readPage } from "./page.ts";
import { planRows, type RowsQuery } from "./request.ts";
import { ROWS } from "./store.ts";
import type { Format } from "./written.ts";

export type TestTable = {
  columns: Column[];
  rows: number;
  page(query: Partial<RowsQuery>, format?: Format, count?: boolean): Promise<Page>;
  query(query: TableQuery, format: Format): Promise<{ body: AsyncGenerator<Uint8Array> }>;
  bytes(query: Partial<RowsQuery>, format: Format): Promise<Buffer>;
  items(query: Partial<RowsQuery>): Promise<Record<string, unknown>[]>;
  close(): Promise<void>;
};

export async function collect(bytes: AsyncIterable<Uint8Array>): Promise<Buffer> {
  const parts: Uint8Array[] = [];
  for await (const part of bytes) parts.push(part);
  return Buffer.concat(parts);
}

/** A table of the rows of a SELECT, as an import would have stored it. */
export async function testTable(select: string): Promise<TestTable> {
  const folder = await mkdtemp(join(tmpdir(), "rows-"));
  const [source, target] = [join(folder, "source.parquet"), join(folder, "table.parquet")];
  const maker = await DuckDB.open({ memoryMB: 256, threads: 2, files: [source] });
  await maker.main.run(`COPY (${select}) TO ${quoteLiteral(source)} (FORMAT parquet, USE_TMP_FILE false)`);
  maker.close();
  const { columns, rows } = await convert({ source, target, name: "x.parquet" });
  const [exported, tempDirectory] = [join(folder, "export"), join(folder, "spill")];
  const options = { memoryMB: 256, threads: 2, files: [target, exported], tempDirectory, timeoutMs: 60_000 };
  const database: Database = await DuckDB.open(options);
  await database.main.run(`CREATE VIEW ${ROWS} AS SELECT * FROM ${parquetWithRowNumbers(target)}`);
  const page: TestTable["page"] = (query, format = "json", count = false) =>
    readPage(database, { version: 1, rows, columns }, planRows({ limit: 50, ...query }, columns, 1), {
      format,
      count,
      target: exported,
    });
  const bytes: TestTable["bytes"] = async (query, format) => collect((await page(query, format)).body);
  return {
    columns,
    rows,
    page,
    query: (query, format) => answer(database, { version: 1, rows, columns }, query, { format, target: exported }),
    bytes,
    items: async (query) => JSON.parse((await bytes(query, "json")).toString()).items,
    close: async () => {
      database.close();
      await rm(folder, { recursive: true });
    },
  };
}
