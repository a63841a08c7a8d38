import { basename } from "node:path";
import type { Command } from "commander";
import { take } from "../../client.ts";
import type { Context } from "../context.ts";
import { saveTo, streamTo } from "../download.ts";
import { count, examples } from "../help.ts";
import { formatRows, print, printJSON, say } from "../io.ts";
import { createProgress, formatBytes, formatTransfer } from "../progress.ts";
import { resolve } from "../resolve.ts";

type Where = { project?: string };

export function addFile(program: Command, context: Context) {
  const { io, signal } = context;
  const file = program.command("file").description("files as they were uploaded");
  const find = async (name: string, { project }: Where) => {
    const atrium = await context.connect();
    const projectId = project && (await resolve(atrium, "project", project));
    return { atrium, path: { id: await resolve(atrium, "file", name, projectId) } };
  };

  file
    .command("list")
    .description("list the files of a project")
    .requiredOption("-p, --project <project>", "id or name")
    .option("-q, --query <text>", "only those that match")
    .option("-n, --limit <count>", "how many at most", count, 50)
    .action(async ({ project, query: q, limit }: { project: string; query?: string; limit: number }) => {
      const atrium = await context.connect();
      const path = { id: await resolve(atrium, "project", project) };
      const query = { kind: "file" as const, q, limit, sort: "name" as const };
      const { items, next } = await take(
        atrium.GET("/api/v1/projects/{id}/items", { params: { path, query }, signal }),
      );
      if (context.json) return printJSON(io, items);
      const rows = items.map(({ id, name, bytes, contentType }) => [
        id,
        name,
        formatBytes(bytes ?? 0),
        contentType ?? "",
      ]);
      if (rows.length > 0) print(io, formatRows(rows));
      if (next) say(io, "More than these: raise --limit");
    });

  const download = file
    .command("download <file>")
    .description("save a file (id or name); checked against its SHA-256 where one was declared")
    .option("-p, --project <project>", "where the name is looked for")
    .option("-o, --output <path>", "where to; - is standard output; its own name here when left out")
    .action(async (name: string, { output, ...where }: Where & { output?: string }) => {
      const { atrium, path } = await find(name, where);
      const found = await take(atrium.GET("/api/v1/files/{id}", { params: { path }, signal }));
      const sign = async () =>
        (await take(atrium.GET("/api/v1/files/{id}/download", { params: { path }, signal }))).url;
      // A name may have come from anybody: only its last piece counts.
      const target = output ?? basename(found.name.replaceAll("\\", "/"));
      const progress = createProgress(io, found.name, context.quiet);
      const { bytes, sha256 } = found;
      const transfer = {
        sign,
        bytes,
        sha256: sha256?.value,
        signal,
        onProgress: (now: Parameters<typeof formatTransfer>[0]) =>
          progress.update(now.bytes / bytes, formatTransfer(now)),
      };
      try {
        if (target === "-") await streamTo(io.stdout, transfer);
        else await saveTo(target, transfer);
      } finally {
        progress.end();
      }
      if (target === "-") return;
      if (context.json) printJSON(io, { id: found.id, path: target, bytes });
      else print(io, target);
    });
  examples(download, "atrium file download rain.csv --project Weather", "atrium file download fil_01K… -o - | head");

  file
    .command("delete <file>")
    .description("put a file into the trash")
    .option("-p, --project <project>", "where the name is looked for")
    .action(async (name: string, where: Where) => {
      const { atrium, path } = await find(name, where);
      await atrium.DELETE("/api/v1/files/{id}", { params: { path, header: { "if-match": "*" } }, signal });
      if (context.json) printJSON(io, path);
      else say(io, `${path.id} is in the trash`);
    });
}
