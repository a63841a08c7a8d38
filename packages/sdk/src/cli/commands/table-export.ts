import { stat } from "node:fs/promises";
import { type Command, Option } from "commander";
import { type Atrium, take } from "../../client.ts";
import type { Context } from "../context.ts";
import { saveTo } from "../download.ts";
import { FORMATS, type Format, saveRows } from "../export.ts";
import { count, examples, gather } from "../help.ts";
import { print, printJSON, say } from "../io.ts";
import { createProgress, formatBytes, formatTransfer } from "../progress.ts";
import { resolve } from "../resolve.ts";
import { parseWhere } from "../where.ts";

type RowsOptions = {
  where: string[];
  select?: string;
  sort?: string;
  limit?: number;
  at?: number;
  format: Format;
  output?: string;
};
type DownloadOptions = { format: Format | "parquet"; at?: number; output?: string };

export function addTableExport(table: Command, context: Context) {
  const { io, signal } = context;

  const rows = table
    .command("rows <table>")
    .description("print or save rows")
    .option("--where <condition>", "'delay > 10', or the API's JSON; may be repeated", gather, [])
    .option("--select <columns>", "a,b,c")
    .option("--sort <columns>", "-a,b")
    .option("-n, --limit <count>", "how many at most; all when left out", count)
    .option("--at <version>", "of this version; the latest when left out", count)
    .addOption(new Option("--format <format>").choices(FORMATS).default("csv"))
    .option("-o, --output <path>", "write to a file")
    .action(async (name: string, { where, output, at: version, ...options }: RowsOptions) => {
      const atrium = await context.connect();
      const id = await resolve(atrium, "table", name);
      const format = context.json ? "json" : options.format;
      const request = { ...options, id, version, format, where: parseWhere(where), output, signal };
      await saveRows(atrium, request, io.stdout);
      if (output) say(io, `${output}: ${formatBytes((await stat(output)).size)}`);
    });
  examples(
    rows,
    "atrium table rows Flights --where 'delay > 60' --sort -delay -n 20",
    "atrium table rows Flights --format arrow -o flights.arrow",
  );

  const download = table
    .command("download <table>")
    .description("save a whole table to a file")
    .addOption(new Option("--format <format>").choices(["parquet", ...FORMATS]).default("parquet"))
    .option("--at <version>", "of this version; the latest when left out", count)
    .option("-o, --output <path>", "where to; the table's name and format when left out")
    .action(async (name: string, { format, at, output }: DownloadOptions) => {
      const atrium = await context.connect();
      const id = await resolve(atrium, "table", name);
      const found = await take(atrium.GET("/api/v1/tables/{id}", { params: { path: { id } }, signal }));
      const target = output ?? `${found.name.replaceAll(/[^\p{L}\p{N}._ -]/gu, "_")}.${format}`;
      const version = at ?? found.version ?? undefined;
      if (format === "parquet") await saveParquet(context, atrium, { id, version, target });
      else await saveRows(atrium, { id, version, format, output: target, signal }, io.stdout);
      const { size } = await stat(target);
      if (context.json) return printJSON(io, { id, version, path: target, bytes: size });
      print(io, target);
      say(io, formatBytes(size));
    });
  examples(download, "atrium table download Flights", "atrium table download Flights --at 1 --format csv -o first.csv");
}

type Parquet = { id: string; version: number | undefined; target: string };

async function saveParquet({ io, quiet, signal }: Context, atrium: Atrium, { id, version, target }: Parquet) {
  const params = { path: { id } };
  const sign = async () => {
    const query = { format: "parquet" as const, version };
    const link = atrium.GET("/api/v1/tables/{id}/download", { params: { ...params, query }, signal });
    return (await take(link)).url;
  };
  const path = { id, version: String(version) };
  const { bytes } = await take(atrium.GET("/api/v1/tables/{id}/versions/{version}", { params: { path }, signal }));
  const progress = createProgress(io, target, quiet);
  try {
    const onProgress = (now: Parameters<typeof formatTransfer>[0]) =>
      progress.update(now.bytes / bytes, formatTransfer(now));
    await saveTo(target, { sign, bytes, signal, onProgress });
  } finally {
    progress.end();
  }
}
