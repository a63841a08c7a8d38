import type { Command } from "commander";
import { take } from "../../client.ts";
import type { Context } from "../context.ts";
import { formatRows, print, printJSON, say } from "../io.ts";

type Visibility = "private" | "internal" | "public";

export function addProject(program: Command, context: Context) {
  const { io, signal } = context;
  const project = program.command("project").description("projects");

  project
    .command("create <name>")
    .description("create a project and print its id")
    .option("--description <text>")
    .option("--visibility <who>", "private, internal or public")
    .action(async (name: string, options: { description?: string; visibility?: Visibility }) => {
      const atrium = await context.connect();
      const created = await take(atrium.POST("/api/v1/projects", { body: { name, ...options }, signal }));
      if (context.json) printJSON(io, created);
      else print(io, created.id);
    });

  project
    .command("list")
    .description("list projects, newest change first")
    .option("-q, --query <text>", "only those that match")
    .option("-n, --limit <count>", "how many at most", Number, 50)
    .action(async ({ query: q, limit }: { query?: string; limit: number }) => {
      const atrium = await context.connect();
      const query = { q, limit, sort: "-updatedAt" as const };
      const { items, next } = await take(atrium.GET("/api/v1/projects", { params: { query }, signal }));
      if (context.json) return printJSON(io, items);
      const rows = items.map(({ id, name, items, visibility }) => [id, name, `${items} items`, visibility]);
      if (rows.length > 0) print(io, formatRows(rows));
      if (next) say(io, "More than these: raise --limit");
    });
}
