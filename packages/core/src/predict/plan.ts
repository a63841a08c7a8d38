import { Model } from "../model/index.ts";
import { Run } from "../run/index.ts";
import { Table } from "../table/index.ts";
import { Inputs, type Job } from "./job.ts";

/** Cells that a function scores within its time; reading more takes a job, which takes a minute to start. */
const LAMBDA_CELLS = 20_000_000;
const LAMBDA_BYTES = 64 * 1024 * 1024;

/** What an attempt is to do; throws when it is no longer wanted. */
export async function plan({ runId, attempt }: Job) {
  const { inputs: given, functionID } = await Run.work(runId, attempt);
  const inputs = Inputs.parse(given);
  const [model, table] = await Promise.all([
    Model.forScoring(functionID),
    Table.find(inputs.table, inputs.tableVersion),
  ]);
  return { inputs, model, table };
}

/** Marks the run as running and says what the table needs: a function for a small one, a job for a large one. */
export async function prepare(job: Job): Promise<{ engine: "lambda" | "batch" }> {
  const { table, model } = await plan(job);
  await Run.begin({ runID: job.runId, attempt: job.attempt });
  const progress = { fraction: 0, step: "Prepare", rows: 0 };
  await Run.report({ runID: job.runId, attempt: job.attempt, progress, engine: "lambda", stage: "Prepare" });
  const isSmall = table.rows * model.features.length <= LAMBDA_CELLS && table.bytes <= LAMBDA_BYTES;
  return { engine: isSmall ? "lambda" : "batch" };
}
