import { existsSync } from "node:fs";
import { stat } from "node:fs/promises";
import { basename } from "node:path";
import { type Command, Option } from "commander";
import { take } from "../../client.ts";
import { readRows } from "../../rows.ts";
import type { Column } from "../../types.ts";
import type { Context } from "../context.ts";
import { FORMATS, type Format, saveRows } from "../export.ts";
import { formatRows, print, printJSON, say } from "../io.ts";
import { formatBytes } from "../progress.ts";
import { resolve } from "../resolve.ts";
import { parseWhere } from "../where.ts";
import { awaitRun, insist } from "./run.ts";
import { uploadFile } from "./upload.ts";

type ImportOptions = {
  project: string;
  name?: string;
  wait?: boolean;
  format?: "csv" | "tsv" | "ndjson" | "parquet";
  keepRejected?: boolean;
};
type RowsOptions = { where: string[]; select?: string; sort?: string; limit?: number; format: Format; output?: string };

export function addTable(program: Command, context: Context) {
  const { io, signal } = context;
  const table = program.command("table").description("tables");
  const gather = (value: string, earlier: string[]) => [...earlier, value];

  table
    .command("import <file>")
    .description("make a table from a file (an id, or a path that is uploaded first) and print its id")
    .requiredOption("-p, --project <project>", "id or name")
    .option("--name <name>", "of the table; the file's name when left out")
    .option("--wait", "until the table is ready; exit code 5 if the import fails")
    .addOption(
      new Option("--format <format>", "when the content does not tell").choices(["csv", "tsv", "ndjson", "parquet"]),
    )
    .option("--keep-rejected", "import what can be read and report the lines that cannot")
    .action((file: string, options: ImportOptions) => importTable(context, file, options));

  table
    .command("head <table>")
    .description("print the first rows")
    .option("-n, --rows <count>", "how many", Number, 10)
    .action(async (name: string, { rows: limit }: { rows: number }) => {
      const atrium = await context.connect();
      const path = { id: await resolve(atrium, "table", name) };
      const { columns } = await take(atrium.GET("/api/v1/tables/{id}", { params: { path }, signal }));
      const { items } = await readRows(atrium, path.id, { limit }, signal);
      if (context.json) return printJSON(io, items);
      const body = items.map((row) => columns.map((column) => text(row[column.name])));
      const head = [columns.map((column) => column.name), columns.map(typeName)];
      print(
        io,
        formatRows([...head, ...body], {
          width: io.stdout.isTTY ? io.stdout.columns : undefined,
          right: columns.map(isNumber),
        }),
      );
    });

  table
    .command("rows <table>")
    .description("print or save rows")
    .option("--where <condition>", "'delay > 10', or the API's JSON; may be repeated", gather, [])
    .option("--select <columns>", "a,b,c")
    .option("--sort <columns>", "-a,b")
    .option("-n, --limit <count>", "how many at most; all when left out", Number)
    .addOption(new Option("--format <format>").choices(FORMATS).default("csv"))
    .option("-o, --output <path>", "write to a file")
    .action(async (name: string, { where, output, ...options }: RowsOptions) => {
      const atrium = await context.connect();
      const id = await resolve(atrium, "table", name);
      const format = context.json ? "json" : options.format;
      await saveRows(atrium, { ...options, id, format, where: parseWhere(where), output, signal }, io.stdout);
      if (output) say(io, `${output}: ${formatBytes((await stat(output)).size)}`);
    });
}

async function importTable(context: Context, file: string, options: ImportOptions) {
  const { io, signal } = context;
  const atrium = await context.connect();
  const projectId = await resolve(atrium, "project", options.project);
  const fileId = existsSync(file)
    ? (await uploadFile(context, atrium, { path: file, projectId })).id
    : await resolve(atrium, "file", file, projectId);
  const name = options.name ?? (existsSync(file) ? basename(file) : file);
  const rejected = options.keepRejected ? ("keep" as const) : undefined;
  const body = { projectId, name, fileId, options: { format: options.format, rejected } };
  const { table, run } = await take(atrium.POST("/api/v1/tables", { body, signal }));
  if (!options.wait) return context.json ? printJSON(io, { table, run }) : print(io, `${table.id}\nrun ${run.id}`);

  const ended = await awaitRun(context, atrium, run.id);
  insist(ended);
  const ready = await take(atrium.GET("/api/v1/tables/{id}", { params: { path: { id: table.id } }, signal }));
  if (context.json) return printJSON(io, { table: ready, run: ended });
  print(io, ready.id);
  say(io, `${ready.rows} rows, ${ready.columns.length} columns`);
}

const isNumber = ({ type }: Column) => ["int64", "float64", "decimal"].includes(type);
const typeName = ({ type, precision, scale }: Column) => (type === "decimal" ? `decimal(${precision},${scale})` : type);
const text = (value: unknown) => (value === null || value === undefined ? "" : String(value));
