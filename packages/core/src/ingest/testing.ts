import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { DuckDB, quoteLiteral } from "../duckdb/index.ts";
import type { ImportOptions } from "../table/schema.ts";
import { type Conversion, type Converted, convert } from "./convert.ts";

export type Imported = Converted & { cells: Record<string, string | null>[] };

/** A file of the vega-datasets package. */
export const dataset = (name: string): string =>
  fileURLToPath(new URL(`../../../../node_modules/vega-datasets/data/${name}`, import.meta.url));

/** Converts content given in a test and reads every cell of the result back as text. */
export async function importText(
  content: string | Buffer,
  options: ImportOptions = {},
  name = "data.csv",
): Promise<Imported> {
  const folder = await mkdtemp(join(tmpdir(), "convert-"));
  try {
    const source = join(folder, "source");
    await writeFile(source, content);
    return await importFile(source, { name, options, target: join(folder, "table.parquet") });
  } finally {
    await rm(folder, { recursive: true });
  }
}

export async function importFile(
  source: string,
  conversion: Partial<Conversion> & { target: string },
): Promise<Imported> {
  const converted = await convert({ source, name: source, ...conversion });
  return { ...converted, cells: await readCells(conversion.target) };
}

async function readCells(path: string): Promise<Record<string, string | null>[]> {
  const database = await DuckDB.open({ memoryMB: 256, threads: 1, files: [path] });
  try {
    return await database.main.rows(
      `SELECT CAST(COLUMNS(*) AS VARCHAR) FROM read_parquet(${quoteLiteral(path)}) LIMIT 10000`,
    );
  } finally {
    database.close();
  }
}

export const typesOf = ({ columns }: Converted) =>
  Object.fromEntries(
    columns.map((c) => [c.name, c.type === "decimal" ? `decimal(${c.precision},${c.scale})` : c.type]),
  );
export const reasonFor = ({ report }: Converted, column: string) =>
  report.decisions
    .filter((d) => d.column === column)
    .map((d) => d.reason)
    .join(" ");
