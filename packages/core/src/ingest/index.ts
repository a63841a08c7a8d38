import { Access } from "../access/index.ts";
import { transaction } from "../database/index.ts";
import { File } from "../file/index.ts";
import { Objects } from "../object/index.ts";
import { Run } from "../run/index.ts";
import { Table } from "../table/index.ts";
import type { Preview, ReadOptions } from "../table/schema.ts";
import { fn } from "../util/index.ts";
import { Job, Result, resultKey } from "./job.ts";
import { preview } from "./preview.ts";

/** The import of a file into a table, as the steps of a run. Every step may run again at any point. */
export { type Conversion, type Converted, convert, type Limits, type Progress } from "./convert.ts";
export { execute } from "./execute.ts";
export { Failure, fail } from "./fail.ts";
export * as Ingest from "./index.ts";
export { Job } from "./job.ts";
export { prepare } from "./prepare.ts";

/** How the beginning of a file reads as a table. `workdir` is the caller's to remove. */
export async function previewFile(
  id: string,
  options: ReadOptions,
  place: { workdir: string; signal?: AbortSignal },
): Promise<Preview> {
  const { name } = await File.get(id);
  await Access.require(id, "read");
  const { key, bytes } = await File.location(id);
  return preview({ name, bytes, range: (start, end) => Objects.range(key, start, end, place) }, options, place);
}

/** Makes the written table the newest version and ends the run, with where it came from: all of it or nothing. */
export const register = fn(Job, async ({ runId, attempt }): Promise<{ tableId: string; version: number }> => {
  const result = Result.parse(await Objects.getJSON(resultKey({ runId, attempt })));
  const { tableID, fileID, key, bytes, etag, rows, columns, report } = result;
  // Entered again when a run is continued here; repeated after its own commit, it changes nothing.
  const progress = { fraction: 0.98, step: "Register", rows };
  await Run.report({ runID: runId, attempt, progress, engine: "lambda", stage: "Register" });
  return transaction(async () => {
    const { version } = await Table.registerVersion({ tableID, runID: runId, key, bytes, etag, rows, columns, report });
    await Run.succeed({
      runID: runId,
      attempt,
      outputs: { tableId: tableID, version, rows },
      used: [{ entityID: fileID, role: "source", contentHash: result.sourceHash }],
      generated: [{ entityID: tableID, role: "table", contentHash: result.contentHash, version }],
    });
    return { tableId: tableID, version };
  });
});
