import { transaction } from "../database/index.ts";
import { Objects } from "../object/index.ts";
import { Run } from "../run/index.ts";
import { Table } from "../table/index.ts";
import { fn } from "../util/index.ts";
import { Job, Result, resultKey } from "./job.ts";

/** The import of a file into a table, as the steps of a run. Every step may run again at any point. */
export { type Conversion, type Converted, convert, type Limits, type Progress } from "./convert.ts";
export { execute } from "./execute.ts";
export { Failure, fail } from "./fail.ts";
export * as Ingest from "./index.ts";
export { Job } from "./job.ts";
export { prepare } from "./prepare.ts";

/** Makes the written table the newest version and ends the run, with where it came from: all of it or nothing. */
export const register = fn(Job, async ({ runId, attempt }): Promise<{ tableId: string; version: number }> => {
  const result = Result.parse(await Objects.getJSON(resultKey({ runId, attempt })));
  const { tableID, fileID, key, bytes, etag, rows, columns, report } = result;
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
