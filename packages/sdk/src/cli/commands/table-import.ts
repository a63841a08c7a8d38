import { existsSync } from "node:fs";
import { basename } from "node:path";
import { type Command, Option } from "commander";
import { type Atrium, take } from "../../client.ts";
import type { ImportOptions } from "../../types.ts";
import type { Context } from "../context.ts";
import { UsageError } from "../exit.ts";
import { examples } from "../help.ts";
import { print, printJSON, say } from "../io.ts";
import { resolve } from "../resolve.ts";
import { awaitRun, insist } from "./run.ts";
import { uploadFile } from "./upload.ts";

type Options = Pick<ImportOptions, "format" | "encoding" | "delimiter" | "quote" | "header"> & {
  project?: string;
  name?: string;
  into?: string;
  skip?: string;
  wait?: boolean;
  keepRejected?: boolean;
};

const FORMATS = ["csv", "tsv", "ndjson", "json", "parquet", "arrow"];
const ENCODINGS = ["utf-8", "utf-16le", "utf-16be", "windows-1252"];

export function addTableImport(table: Command, context: Context) {
  const command = table
    .command("import <file>")
    .description("make a table of a file (an id, a name, or a path that is uploaded first) and print its id")
    .option("-p, --project <project>", "id or name; needed unless --into says it")
    .option("--name <name>", "of the table; the file's name when left out")
    .option("--into <table>", "make a new version of this table instead of a new table")
    .option("--wait", "until the table is ready; exit code 4 if the import fails")
    .option("--keep-rejected", "import what can be read and report the lines that cannot")
    .addOption(new Option("--format <format>", "when the content does not tell").choices(FORMATS))
    .addOption(new Option("--encoding <encoding>", "of the characters").choices(ENCODINGS))
    .option("--delimiter <character>", "between fields; tab is written \\t")
    .option("--quote <character>", "around fields; '' for none")
    .option("--skip <lines>", "lines before the header")
    .option("--header", "the first line names the columns")
    .option("--no-header", "the first line is data already")
    .action((file: string, options: Options) => importTable(context, file, options));
  examples(
    command,
    "atrium table import rain.csv --project Weather --wait",
    "atrium table import old.txt --project Weather --encoding windows-1252 --delimiter ';' --skip 2",
    "atrium table import rain-2025.csv --into Rain --wait",
  );
}

async function importTable(context: Context, file: string, options: Options) {
  const { io, signal } = context;
  const atrium = await context.connect();
  const begun = await begin(context, atrium, file, options);
  const { table, run } = begun;
  if (!options.wait) return context.json ? printJSON(io, begun) : print(io, `${table.id}\nrun ${run.id}`);

  const ended = await awaitRun(context, atrium, run.id);
  insist(ended);
  const ready = await take(atrium.GET("/api/v1/tables/{id}", { params: { path: { id: table.id } }, signal }));
  if (context.json) return printJSON(io, { table: ready, run: ended });
  print(io, ready.id);
  say(io, `${ready.rows} rows, ${ready.columns.length} columns`);
}

async function begin(context: Context, atrium: Atrium, file: string, options: Options) {
  const { signal } = context;
  const into = options.into && (await resolve(atrium, "table", options.into));
  const projectId = await projectOf(context, atrium, into, options);
  const path = existsSync(file);
  const fileId = path
    ? (await uploadFile(context, atrium, { path: file, name: basename(file), projectId })).id
    : await resolve(atrium, "file", file, projectId);
  if (into) {
    const body = { fileId, options: importOptions(options) };
    return take(atrium.POST("/api/v1/tables/{id}/versions", { params: { path: { id: into } }, body, signal }));
  }
  const name = options.name ?? (path ? basename(file) : file);
  const body = { projectId, name, fileId, options: importOptions(options) };
  return take(atrium.POST("/api/v1/tables", { body, signal }));
}

async function projectOf({ signal }: Context, atrium: Atrium, into: string | undefined, { project }: Options) {
  if (project) return resolve(atrium, "project", project);
  if (!into) throw new UsageError("Say where the table goes: --project <project>, or --into <table>");
  const table = await take(atrium.GET("/api/v1/tables/{id}", { params: { path: { id: into } }, signal }));
  return table.projectId ?? "";
}

function importOptions(given: Options): ImportOptions {
  const { format, encoding, quote, header, keepRejected } = given;
  const skip = given.skip === undefined ? undefined : Number(given.skip);
  if (skip !== undefined && !Number.isInteger(skip)) throw new UsageError("--skip takes a number of lines");
  const delimiter = given.delimiter === "\\t" ? "\t" : given.delimiter;
  return { format, encoding, delimiter, quote, header, skip, rejected: keepRejected ? "keep" : undefined };
}
