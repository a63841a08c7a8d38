import type { Command } from "commander";
import { take } from "../../client.ts";
import type { TableVersion } from "../../types.ts";
import type { Context } from "../context.ts";
import { count, examples } from "../help.ts";
import { formatRows, print, printJSON, say } from "../io.ts";
import { formatBytes } from "../progress.ts";
import { resolve } from "../resolve.ts";
import { typeName } from "../table-text.ts";

type Options = { at?: number; limit: number };

export function addTableVersions(table: Command, context: Context) {
  const { io, signal } = context;
  const command = table
    .command("versions <table>")
    .description("list the versions of a table, newest first, or show one and what it changed")
    .option("--at <version>", "show this one", count)
    .option("-n, --limit <count>", "how many at most", count, 20)
    .action(async (name: string, { at, limit }: Options) => {
      const atrium = await context.connect();
      const id = await resolve(atrium, "table", name);
      if (at !== undefined) {
        const path = { id, version: String(at) };
        const one = await take(atrium.GET("/api/v1/tables/{id}/versions/{version}", { params: { path }, signal }));
        return context.json ? printJSON(io, one) : print(io, formatRows(describe(one), { widest: 200 }));
      }
      const params = { path: { id }, query: { limit } };
      const { items, next } = await take(atrium.GET("/api/v1/tables/{id}/versions", { params, signal }));
      if (context.json) return printJSON(io, items);
      const rows = items.map((item) => [
        String(item.version),
        `${item.rows} rows`,
        `${item.columns} columns`,
        formatBytes(item.bytes),
        item.createdAt,
        item.createdBy?.name ?? "",
        item.source?.name ?? "",
      ]);
      if (rows.length > 0) print(io, formatRows(rows));
      if (next) say(io, "More than these: raise --limit");
    });
  examples(command, "atrium table versions Rain", "atrium table versions Rain --at 2");
}

function describe(one: TableVersion): string[][] {
  const { diff } = one;
  return [
    ["version", String(one.version)],
    ["rows", String(one.rows)],
    ["size", formatBytes(one.bytes)],
    ["made", `${one.createdAt}${one.createdBy ? ` by ${one.createdBy.name}` : ""}`],
    ["made of", one.source?.name ?? "–"],
    ...(diff ? [[`against ${diff.against}`, `${diff.rows >= 0 ? "+" : ""}${diff.rows} rows`]] : []),
    ...(diff?.added ?? []).map(({ name, type }) => [`  + ${name}`, type]),
    ...(diff?.removed ?? []).map(({ name, type }) => [`  - ${name}`, type]),
    ...(diff?.changed ?? []).map(({ name, from, to }) => [`  ~ ${name}`, `${from} → ${to}`]),
    ["columns", String(one.columns.length)],
    ...one.columns.map((column) => [`  ${column.name}`, typeName(column)]),
  ];
}
