import { agreed } from "../attribute/begin.ts";
import { query, transaction } from "../database/index.ts";
import { Entity } from "../entity/index.ts";
import { Objects } from "../object/index.ts";
import { Run } from "../run/index.ts";
import { Table } from "../table/index.ts";
import { fn } from "../util/index.ts";
import { Job, Result, resultKey } from "./job.ts";
import { plan } from "./plan.ts";

/** Makes the scored rows a table and ends the run, with where it came from: all of it or nothing. */
export const register = fn(Job, async (job): Promise<{ tableId: string; rows: number }> => {
  const { runId: runID, attempt } = job;
  const result = Result.parse(await Objects.getJSON(resultKey(job)));
  const { tableID, key, bytes, etag, rows, columns } = result;
  if (await isRegistered(tableID)) return { tableId: tableID, rows };
  const { inputs, model } = await plan(job);
  const progress = { fraction: 0.98, step: "Register", rows };
  await Run.report({ runID, attempt, progress, engine: "lambda", stage: "Register" });
  return transaction(async (tx) => {
    const { project_id } = await tx
      .selectFrom("run")
      .select("project_id")
      .where("id", "=", runID)
      .executeTakeFirstOrThrow();
    await Entity.create({
      ...{ id: tableID, kind: "table", parentID: project_id, name: inputs.name },
      agreed: await agreed(project_id, "table", {}),
    });
    await tx
      .insertInto("table_")
      .values({ id: tableID, file_id: null, run_id: runID, options: "{}", current_version: null })
      .execute();
    const report = { format: "model", encoding: "utf-8", rows, rejected: 0, rejectedRows: [], decisions: [] };
    const { version } = await Table.registerVersion({ tableID, runID, key, bytes, etag, rows, columns, report });
    await Run.succeed({
      runID,
      attempt,
      outputs: { table: tableID, version, rows },
      used: [
        { entityID: inputs.table, role: "table", contentHash: result.sourceHash, version: inputs.tableVersion },
        { entityID: model.id, role: "model", contentHash: model.onnx.sha256 },
      ],
      generated: [{ entityID: tableID, role: "table", contentHash: result.contentHash, version }],
    });
    return { tableId: tableID, rows };
  });
});

/** Repeated after its own commit, the step has nothing left to do. */
async function isRegistered(tableID: string): Promise<boolean> {
  const found = await query((db) => db.selectFrom("table_").select("id").where("id", "=", tableID).executeTakeFirst());
  return found !== undefined;
}
