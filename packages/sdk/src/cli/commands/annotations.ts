import { existsSync } from "node:fs";
import { basename } from "node:path";
import { type Command, Option } from "commander";
import type { components } from "../../api.gen.ts";
import { take } from "../../client.ts";
import type { Context } from "../context.ts";
import { UsageError } from "../exit.ts";
import { examples, gather } from "../help.ts";
import { print, printJSON, say } from "../io.ts";
import { resolve } from "../resolve.ts";
import { awaitRun, insist } from "./run.ts";
import { uploadFile } from "./upload.ts";

type Format = components["schemas"]["AnnotationExport"]["format"];
const FORMATS: Format[] = ["coco", "yolo", "yolo-segment", "voc", "mot", "csv", "ndjson"];
const format = () => new Option("--format <format>", "of the file").choices(FORMATS).makeOptionMandatory();

type ExportOptions = {
  format: Format;
  name?: string;
  media: string[];
  filter?: string;
  compress: boolean;
  zip?: boolean;
};
type ImportOptions = {
  format: Format;
  project: string;
  layer?: string;
  newLayer?: string;
  media?: string;
  createTypes?: boolean;
  keepGood?: boolean;
};

export function addAnnotations(program: Command, context: Context) {
  const annotations = program.command("annotations").description("annotations: to a file, from a file");
  const exporting = annotations
    .command("export <project>")
    .description("make a file of the annotations of a project and all below it, and print its id")
    .addOption(format())
    .option("--name <name>", "of the file")
    .option("--media <id>", "of this media alone; may be repeated", gather, [])
    .option("--filter <json>", "localizations that fulfil it")
    .option("--no-compress", "a text as it is, without gzip")
    .option("--zip", "as a zip, not compressed by gzip")
    .action((project: string, options: ExportOptions) => toFile(context, project, options));
  examples(exporting, "atrium annotations export Reef --format coco", "atrium file download fil_…");

  const importing = annotations
    .command("import <file>")
    .description("take in a file (an id, a name, or a path that is uploaded first); all of it or nothing")
    .addOption(format())
    .requiredOption("-p, --project <project>", "where the media lie")
    .option("--layer <id>", "the layer it is put on; the project's first when left out")
    .option("--new-layer <name>", "make a layer for it")
    .option("--media <id>", "what it is about, where the file does not say")
    .option("--create-types", "make types for classes that have none")
    .option("--keep-good", "take what is right and report the rest")
    .action((file: string, options: ImportOptions) => fromFile(context, file, options));
  examples(importing, "atrium annotations import gt.tar.gz --project Reef --format mot --new-layer 'Ground truth'");
}

async function toFile(
  context: Context,
  project: string,
  { format, name, media, filter, compress, zip }: ExportOptions,
) {
  const { io, signal } = context;
  const atrium = await context.connect();
  const id = await resolve(atrium, "project", project);
  const archive = zip ? { archive: "zip" as const } : {};
  const body = {
    format,
    name,
    compress,
    ...archive,
    ...(media.length > 0 ? { mediaIds: media } : {}),
    ...filtered(filter),
  };
  const begun = await take(
    atrium.POST("/api/v1/projects/{id}/annotations/export", { params: { path: { id } }, body, signal }),
  );
  const ended = await awaitRun(context, atrium, begun.run.id);
  insist(ended);
  if (context.json) return printJSON(io, ended);
  const {
    fileId,
    name: called,
    count,
    left,
  } = ended.outputs as { [key: string]: unknown; left: Record<string, number> };
  print(io, String(fileId));
  say(io, `${called}: ${count} annotations`);
  for (const [reason, n] of Object.entries(left)) say(io, `${n} left out: ${reason}`);
}

function filtered(text: string | undefined): Pick<components["schemas"]["AnnotationExport"], "filter"> {
  if (text === undefined) return {};
  try {
    return { filter: JSON.parse(text) };
  } catch {
    throw new UsageError("--filter takes JSON");
  }
}

async function fromFile(
  context: Context,
  file: string,
  { project, layer, newLayer, media, ...options }: ImportOptions,
) {
  const { io, signal } = context;
  const atrium = await context.connect();
  const id = await resolve(atrium, "project", project);
  const fileId = existsSync(file)
    ? (await uploadFile(context, atrium, { path: file, name: basename(file), projectId: id })).id
    : await resolve(atrium, "file", file, id);
  const body = { ...options, fileId, layerId: layer, newLayer, mediaId: media };
  const begun = await take(
    atrium.POST("/api/v1/projects/{id}/annotations/import", { params: { path: { id } }, body, signal }),
  );
  const ended = await awaitRun(context, atrium, begun.run.id);
  insist(ended);
  if (context.json) return printJSON(io, ended);
  const { layerId, created, read, kept, problemCount } = ended.outputs as Record<string, unknown>;
  print(io, String(layerId));
  say(io, `${created} new of ${read}, ${kept} there already, ${problemCount} not taken`);
}
