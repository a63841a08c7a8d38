import * as Actor from "../actor/index.ts";
import { query, type Row } from "../database/index.ts";
import { Objects } from "../object/index.ts";
import { must } from "../util/index.ts";
import type { Pinned, PinnedMedia, PinnedTable, Spec, Stored } from "./schema.ts";
import { begin } from "./token.ts";

/** The row of the job that acts. */
export async function own(): Promise<Row<"job">> {
  const { runID, attempt, part } = Actor.job();
  const row = await query((db) =>
    db
      .selectFrom("job")
      .selectAll()
      .where("run_id", "=", runID)
      .where("part", "=", part)
      .where("attempt", "=", attempt)
      .executeTakeFirst(),
  );
  return must(row, `job of ${runID}`);
}

/** What the job is to do, with addresses of all that it needs, for five minutes. `origin` is where tables are read. */
export async function read(origin: string) {
  const { run_id: runId, attempt, spec } = await own();
  const { task, language, limits, environment } = spec;
  if (task === "image") await begin(limits.seconds);
  return {
    ...{ runId, attempt, task, language, limits },
    source: spec.source && (await sourceOf(spec.source)),
    environment: environment && {
      name: environment.fileName,
      url: await urlOf(environment),
      sha256: environment.sha256,
    },
    inputs: await Promise.all(spec.inputs.map((input) => inputOf(input, origin))),
    outputs: spec.outputs.map(({ name, type, item }) => ({ name, type, ...(item ? { item } : {}) })),
  };
}

async function sourceOf(
  source: NonNullable<Spec["source"]>,
): Promise<{ text?: string; url?: string; fileName: string }> {
  const { fileName } = source;
  return "text" in source ? { text: source.text, fileName } : { url: await urlOf(source), fileName };
}

async function inputOf(input: Pinned, origin: string): Promise<Record<string, unknown>> {
  if ("files" in input) {
    const { files, ...rest } = input;
    return { ...rest, files: await Promise.all(files.map(mediaOf)) };
  }
  if ("key" in input) {
    const { name, type, fileName, bytes } = input;
    return { name, type, url: await urlOf(input), fileName, bytes };
  }
  if ("entityID" in input) {
    const { entityID, ...rest } = input;
    return { ...rest, entityId: entityID, url: `${origin}${pathOf(input)}` };
  }
  return input;
}

async function mediaOf(file: PinnedMedia["files"][number]): Promise<Record<string, unknown>> {
  const { entityID, key: _, contentType: __, ...rest } = file;
  return { ...rest, id: entityID, url: await urlOf(file) };
}

/** All rows of the pinned version, of the needed columns. */
function pathOf({ entityID, version, columns }: Pick<PinnedTable, "entityID" | "version" | "columns">): string {
  const query = new URLSearchParams({ version: String(version), limit: "all" });
  if (columns) query.set("select", columns.map(quoted).join(","));
  return `/api/v1/tables/${entityID}/rows?${query}`;
}

export const quoted = (name: string): string => `"${name.replaceAll('"', '""')}"`;

const urlOf = async ({ key, fileName, contentType }: Stored): Promise<string> =>
  (await Objects.presignGet(key, { name: fileName, contentType })).url;
