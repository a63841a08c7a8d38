import { mkdir, readFile } from "node:fs/promises";
import { availableParallelism } from "node:os";
import { join } from "node:path";
import { AppError } from "../error/index.ts";
import { createID } from "../id/index.ts";
import type { Reporter } from "../ingest/reporter.ts";
import { reporting } from "../ingest/reporting.ts";
import { Model } from "../model/index.ts";
import { hashFile } from "../object/hash-file.ts";
import { Objects } from "../object/index.ts";
import { openScorers, type Scorers } from "../scoring/threads.ts";
import { type Job, type Result, resultKey } from "./job.ts";
import { plan } from "./plan.ts";
import { scoreTable } from "./table.ts";

/** Each holds the model once more. */
const MOST_THREADS = 8;

export type Execution = { workdir: string; engine: "lambda" | "batch"; memoryMB: number; signal?: AbortSignal };

/** Fetches table and model, scores every row and stores the new table. Once the result is stored, a repetition has nothing to do. */
export const execute = (job: Job, execution: Execution): Promise<{ rows: number }> =>
  reporting(job, { ...execution, stage: "Score" }, (reporter) => work(job, execution, reporter));

async function work(job: Job, { workdir, memoryMB }: Execution, { tell, signal }: Reporter): Promise<{ rows: number }> {
  const { model, table, inputs } = await plan(job);
  if (await Objects.head(resultKey(job))) return { rows: ((await Objects.getJSON(resultKey(job))) as Result).rows };
  tell({ fraction: 0, step: "Fetch" });
  const [source, target, onnx] = ["source.parquet", "target.parquet", "model.onnx"].map((name) =>
    join(workdir, name),
  ) as [string, string, string];
  const spill = join(workdir, "spill");
  await mkdir(spill, { recursive: true });
  const opening = openModel(model, onnx, signal);
  const fetching = Promise.all([Objects.download(table.key, source, { signal }), opening]);
  const [, scorers] = await fetching.catch(async (error) => {
    await opening.then((opened) => opened.close(), ignore);
    throw error;
  });
  const tableID = createID("table");
  const key = `tables/${tableID}/${job.runId}-${job.attempt}.parquet`;
  const hashing = hashFile(source, signal);
  hashing.catch(ignore); // Whoever waits for it below hears of it.
  const { rows, columns, stored } = await scoreTable(scorers, {
    ...{ source, target, spill, memoryMB, signal },
    columns: table.columns,
    named: Model.fit(model.features, table.columns).columns,
    keep: inputs.columns,
    probabilities: inputs.probabilities,
    onRows: (done) => tell({ fraction: 0.05 + 0.75 * (done / Math.max(1, table.rows)), step: "Score", rows: done }),
    store: async (rows) => {
      tell({ fraction: 0.9, step: "Store", rows });
      const [contentHash, put] = await Promise.all([
        hashFile(target, signal),
        Objects.upload(target, key, { signal, contentType: "application/vnd.apache.parquet" }),
      ]);
      return { ...put, contentHash };
    },
  }).finally(() => scorers.close());
  const result: Result = { tableID, sourceHash: await hashing, key, ...stored, rows, columns };
  await Objects.putJSON(resultKey(job), result);
  tell({ fraction: 0.98, step: "Register", stage: "Register", rows });
  return { rows };
}

const ignore = () => undefined;

async function openModel(model: Model.ForScoring, path: string, signal: AbortSignal): Promise<Scorers> {
  await Objects.download(model.onnx.key, path, { signal });
  if ((await hashFile(path, signal)) !== model.onnx.sha256)
    throw new AppError("unprocessable", "model.wrong_hash", "The model's file is not the one that was trained.");
  return openScorers(await readFile(path), model, Math.min(availableParallelism(), MOST_THREADS));
}
