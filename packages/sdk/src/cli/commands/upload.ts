import type { Command } from "commander";
import type { Atrium } from "../../client.ts";
import type { File } from "../../types.ts";
import { upload } from "../../upload.ts";
import type { Context } from "../context.ts";
import { UsageError } from "../exit.ts";
import { contentType, openSource } from "../file-source.ts";
import { print, printJSON, say } from "../io.ts";
import { createProgress, formatBytes, formatSeconds } from "../progress.ts";
import { resolve } from "../resolve.ts";

export function addUpload(program: Command, context: Context) {
  const { io } = context;

  program
    .command("upload <file...>")
    .description("send files into a project and print their ids")
    .requiredOption("-p, --project <project>", "id or name")
    .option("--resume <upload>", "continue an upload that was interrupted (one file)")
    .action(async (paths: string[], options: { project: string; resume?: string }) => {
      if (options.resume && paths.length > 1) throw new UsageError("--resume continues one file");
      const atrium = await context.connect();
      const projectId = await resolve(atrium, "project", options.project);
      const files: File[] = [];
      for (const path of paths) {
        const file = await uploadFile(context, atrium, { path, projectId, resume: options.resume });
        if (!context.json) print(io, file.id);
        files.push(file);
      }
      if (context.json) printJSON(io, files);
    });
}

export async function uploadFile(
  context: Context,
  atrium: Atrium,
  { path, projectId, resume }: { path: string; projectId: string; resume?: string },
): Promise<File> {
  const { io, signal } = context;
  const source = await openSource(path);
  const progress = createProgress(io, source.name, context.json);
  let uploadId = resume;
  try {
    return await upload(atrium, source, {
      projectId,
      contentType: contentType(source.name),
      resume,
      signal,
      onProgress: (now) => {
        uploadId = now.uploadId;
        const rate =
          now.bytesPerSecond > 0 ? `${formatBytes(now.bytesPerSecond)}/s ${formatSeconds(now.secondsLeft)}` : "";
        progress.update(source.size === 0 ? 1 : now.bytes / source.size, `${formatBytes(now.bytes)} ${rate}`);
      },
    });
  } catch (error) {
    if (uploadId)
      say(
        io,
        `\nWhat was sent is kept; continue with: atrium upload ${path} --project ${projectId} --resume ${uploadId}`,
      );
    throw error;
  } finally {
    progress.end();
    await source.close();
  }
}
