import { readFile } from "node:fs/promises";
import { createRequire } from "node:module";
import { dirname, join } from "node:path";

export type Sample = { table: string; file: string; contentType: string; read(): Promise<Uint8Array> };

/** Public data that the package `vega-datasets` ships: one of each format an import knows how to read. */
export function samples(root: string): Sample[] {
  const require = createRequire(join(root, "packages", "local", "package.json"));
  const folder = join(dirname(dirname(require.resolve("vega-datasets"))), "data");
  const file = (name: string) => readFile(join(folder, name));
  return [
    {
      table: "Seattle weather",
      file: "seattle-weather.csv",
      contentType: "text/csv",
      read: () => file("seattle-weather.csv"),
    },
    {
      table: "Cars",
      file: "cars.ndjson",
      contentType: "application/x-ndjson",
      read: async () => linesOf(await file("cars.json")),
    },
    {
      table: "Flights",
      file: "flights-3m.parquet",
      contentType: "application/vnd.apache.parquet",
      read: () => file("flights-3m.parquet"),
    },
  ];
}

/** A JSON array as one object a line. */
function linesOf(array: Uint8Array): Uint8Array {
  const rows = JSON.parse(new TextDecoder().decode(array)) as unknown[];
  return new TextEncoder().encode(`${rows.map((row) => JSON.stringify(row)).join("\n")}\n`);
}
