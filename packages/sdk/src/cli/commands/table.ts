import type { Command } from "commander";
import { take } from "../../client.ts";
import { readRows } from "../../rows.ts";
import type { Context } from "../context.ts";
import { count, examples } from "../help.ts";
import { formatRows, print, printJSON, say } from "../io.ts";
import { formatBytes } from "../progress.ts";
import { resolve } from "../resolve.ts";
import { formatTable, typeName } from "../table-text.ts";
import { addTableExport } from "./table-export.ts";
import { addTableImport } from "./table-import.ts";
import { addTableQuery } from "./table-query.ts";
import { addTableVersions } from "./table-versions.ts";

type ListOptions = { project?: string; query?: string; limit: number };

export function addTable(program: Command, context: Context) {
  const { io, signal } = context;
  const table = program.command("table").description("tables: import, look, ask, save");

  addTableImport(table, context);

  table
    .command("list")
    .description("list tables, newest change first")
    .option("-p, --project <project>", "id or name; every project you see when left out")
    .option("-q, --query <text>", "only those that match")
    .option("-n, --limit <count>", "how many at most", count, 50)
    .action(async ({ project, query: q, limit }: ListOptions) => {
      const atrium = await context.connect();
      const projectId = project && (await resolve(atrium, "project", project));
      const query = { projectId, q, limit, sort: "-updatedAt" as const };
      const { items, next } = await take(atrium.GET("/api/v1/tables", { params: { query }, signal }));
      if (context.json) return printJSON(io, items);
      const rows = items.map(({ id, name, state, rows }) => [id, name, state ?? "", `${rows ?? "–"} rows`]);
      if (rows.length > 0) print(io, formatRows(rows));
      if (next) say(io, "More than these: raise --limit");
    });

  table
    .command("show <table>")
    .description("show a table's columns, size and origin (id or name)")
    .action(async (name: string) => {
      const atrium = await context.connect();
      const path = { id: await resolve(atrium, "table", name) };
      const found = await take(atrium.GET("/api/v1/tables/{id}", { params: { path }, signal }));
      if (context.json) return printJSON(io, found);
      const facts = [
        ["id", found.id],
        ["name", found.name],
        ["state", found.state],
        ["version", String(found.version ?? "–")],
        ["rows", String(found.rows ?? "–")],
        ["size", found.bytes === null ? "–" : formatBytes(found.bytes)],
        ["made of", found.source?.name ?? "–"],
      ];
      const columns = found.columns.map((column) => [`  ${column.name}`, typeName(column)]);
      print(io, formatRows([...facts, ["columns", String(columns.length)], ...columns], { widest: 200 }));
    });

  const head = table
    .command("head <table>")
    .description("print the first rows")
    .option("-n, --rows <count>", "how many", count, 10)
    .action(async (name: string, { rows: limit }: { rows: number }) => {
      const atrium = await context.connect();
      const path = { id: await resolve(atrium, "table", name) };
      const { columns } = await take(atrium.GET("/api/v1/tables/{id}", { params: { path }, signal }));
      const { items } = await readRows(atrium, path.id, { limit }, signal);
      if (context.json) printJSON(io, items);
      else print(io, formatTable(io, columns, items));
    });
  examples(head, "atrium table head Flights -n 20");

  addTableExport(table, context);
  addTableQuery(table, context);
  addTableVersions(table, context);

  table
    .command("delete <table>")
    .description("put a table into the trash")
    .action(async (name: string) => {
      const atrium = await context.connect();
      const path = { id: await resolve(atrium, "table", name) };
      await atrium.DELETE("/api/v1/tables/{id}", { params: { path, header: { "if-match": "*" } }, signal });
      if (context.json) printJSON(io, path);
      else say(io, `${path.id} is in the trash`);
    });
}
