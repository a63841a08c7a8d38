import type { Command } from "commander";
import type { Atrium } from "../../client.ts";
import type { File } from "../../types.ts";
import { upload } from "../../upload.ts";
import { parseAttributes } from "../attributes.ts";
import type { Context } from "../context.ts";
import { UsageError } from "../exit.ts";
import { contentType, openSource } from "../file-source.ts";
import { examples } from "../help.ts";
import { findInterrupted } from "../interrupted.ts";
import { print, printJSON, say } from "../io.ts";
import { createProgress, formatBytes, formatTransfer } from "../progress.ts";
import { resolve } from "../resolve.ts";
import { findFiles } from "../walk.ts";

type Options = { project: string; resume: boolean | string; attribute: string[] };

export function addUpload(program: Command, context: Context) {
  const { io } = context;

  const command = program
    .command("upload <path...>")
    .description("send files and folders into a project and print the ids of the files")
    .requiredOption("-p, --project <project>", "id or name")
    .option("-a, --attribute <name=value>", "of every file; may be given several times", collect, [])
    .option("--resume <upload>", "continue this upload (one file)", true)
    .option("--no-resume", "begin anew even where an earlier upload of the file was interrupted")
    .action(async (paths: string[], options: Options) => {
      const wanted = await findFiles(paths);
      if (typeof options.resume === "string" && wanted.length !== 1)
        throw new UsageError("--resume continues the upload of one file");
      const attributes = parseAttributes(options.attribute);
      const atrium = await context.connect();
      const projectId = await resolve(atrium, "project", options.project);
      const files: File[] = [];
      const taken = new Set<string>();
      for (const file of wanted) {
        const { resume } = options;
        const stored = await uploadFile(context, atrium, { ...file, projectId, attributes, resume, taken });
        if (!context.json) print(io, stored.id);
        files.push(stored);
      }
      if (context.json) printJSON(io, files);
    });
  examples(
    command,
    "atrium upload rain.csv --project Weather",
    "atrium upload photos/ notes.txt --project Weather",
    "atrium upload core.csv --project Weather --attribute station=Oslo --attribute height=12.5",
    "atrium upload huge.parquet --project Weather   # again after a crash: goes on where it stopped",
  );
}

const collect = (value: string, before: string[]): string[] => [...before, value];

type Sending = {
  path: string;
  name: string;
  projectId: string;
  attributes?: ReturnType<typeof parseAttributes>;
  resume?: boolean | string;
  taken?: Set<string>;
};

/** Continues what an earlier, interrupted call has begun, unless told not to. */
export async function uploadFile(
  context: Context,
  atrium: Atrium,
  { path, name, projectId, attributes, resume = true, taken = new Set() }: Sending,
): Promise<File> {
  const { io, signal } = context;
  const source = { ...(await openSource(path)), name };
  const progress = createProgress(io, name, context.quiet);
  let uploadId = typeof resume === "string" ? resume : undefined;
  try {
    if (resume === true) {
      const open = await findInterrupted(atrium, { ...source, projectId }, { signal, taken });
      if (open && !context.quiet) say(io, `Continuing an interrupted upload of ${name}`);
      uploadId = open?.id;
    }
    return await upload(atrium, source, {
      projectId,
      contentType: contentType(name),
      attributes,
      resume: uploadId,
      signal,
      onProgress: (now) => {
        uploadId = now.uploadId;
        taken.add(now.uploadId);
        progress.update(source.size === 0 ? 1 : now.bytes / source.size, formatTransfer(now));
      },
    });
  } catch (error) {
    if (uploadId) say(io, `\nWhat was sent of ${name} (${formatBytes(source.size)}) is kept: the same command goes on`);
    throw error;
  } finally {
    progress.end();
    await source.close();
  }
}
