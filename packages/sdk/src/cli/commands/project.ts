import { type Command, Option } from "commander";
import { take } from "../../client.ts";
import type { Context } from "../context.ts";
import { count, examples } from "../help.ts";
import { formatRows, print, printJSON, say } from "../io.ts";
import { resolve } from "../resolve.ts";
import { addMembers } from "./members.ts";

type Visibility = "private" | "internal" | "public";
const VISIBILITIES: Visibility[] = ["private", "internal", "public"];

export function addProject(program: Command, context: Context) {
  const { io, signal } = context;
  const project = program.command("project").description("projects and who may use them");

  const create = project
    .command("create <name>")
    .description("create a project and print its id")
    .option("--description <text>")
    .addOption(new Option("--visibility <who>", "who may read it").choices(VISIBILITIES))
    .action(async (name: string, options: { description?: string; visibility?: Visibility }) => {
      const atrium = await context.connect();
      const created = await take(atrium.POST("/api/v1/projects", { body: { name, ...options }, signal }));
      if (context.json) printJSON(io, created);
      else print(io, created.id);
    });
  examples(create, "atrium project create Weather --visibility internal");

  project
    .command("list")
    .description("list projects, newest change first")
    .option("-q, --query <text>", "only those that match")
    .option("-n, --limit <count>", "how many at most", count, 50)
    .action(async ({ query: q, limit }: { query?: string; limit: number }) => {
      const atrium = await context.connect();
      const query = { q, limit, sort: "-updatedAt" as const };
      const { items, next } = await take(atrium.GET("/api/v1/projects", { params: { query }, signal }));
      if (context.json) return printJSON(io, items);
      const rows = items.map(({ id, name, items, visibility }) => [id, name, `${items} items`, visibility]);
      if (rows.length > 0) print(io, formatRows(rows));
      if (next) say(io, "More than these: raise --limit");
    });

  project
    .command("show <project>")
    .description("show one project (id or name)")
    .action(async (name: string) => {
      const atrium = await context.connect();
      const path = { id: await resolve(atrium, "project", name) };
      const found = await take(atrium.GET("/api/v1/projects/{id}", { params: { path }, signal }));
      if (context.json) return printJSON(io, found);
      const { id, visibility, items, description, createdBy, createdAt, privileges } = found;
      const rows = [
        ["id", id],
        ["name", found.name],
        ["description", description || "–"],
        ["visibility", visibility],
        ["items", String(items)],
        ["made", `${createdAt} by ${createdBy.name}`],
        ["you may", privileges.join(", ")],
      ];
      print(io, formatRows(rows, { widest: 200 }));
    });

  project
    .command("delete <project>")
    .description("put a project into the trash, with everything in it")
    .action(async (name: string) => {
      const atrium = await context.connect();
      const path = { id: await resolve(atrium, "project", name) };
      await atrium.DELETE("/api/v1/projects/{id}", { params: { path, header: { "if-match": "*" } }, signal });
      if (context.json) printJSON(io, path);
      else say(io, `In the trash; take it back with: atrium project restore ${path.id}`);
    });

  project
    .command("restore <id>")
    .description("take a project back out of the trash")
    .action(async (id: string) => {
      const atrium = await context.connect();
      const restored = await take(atrium.POST("/api/v1/projects/{id}/restore", { params: { path: { id } }, signal }));
      if (context.json) printJSON(io, restored);
      else print(io, restored.id);
    });

  addMembers(project, context);
}
