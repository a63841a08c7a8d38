import { mkdir, readFile, rm } from "node:fs/promises";
import { join } from "node:path";
import { AppError } from "../error/index.ts";
import { createID } from "../id/index.ts";
import type { Reporter } from "../ingest/reporter.ts";
import { reporting } from "../ingest/reporting.ts";
import { Model } from "../model/index.ts";
import { hashFile } from "../object/hash-file.ts";
import { Objects } from "../object/index.ts";
import { Scoring } from "../scoring/index.ts";
import { type Job, type Result, resultKey } from "./job.ts";
import { plan } from "./plan.ts";
import { scoreTable } from "./table.ts";

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
  await Promise.all([
    Objects.download(table.key, source, { signal }),
    Objects.download(model.onnx.key, onnx, { signal }),
  ]);
  const sourceHash = await hashFile(source, signal);
  if ((await hashFile(onnx, signal)) !== model.onnx.sha256)
    throw new AppError("unprocessable", "model.wrong_hash", "The model's file is not the one that was trained.");
  const spill = join(workdir, "spill");
  await mkdir(spill, { recursive: true });
  const scorer = await Scoring.openScorer(await readFile(onnx), model);
  const { rows, columns } = await scoreTable(scorer, {
    source,
    target,
    spill,
    columns: table.columns,
    named: Model.fit(model.features, table.columns).columns,
    keep: inputs.columns,
    probabilities: inputs.probabilities,
    memoryMB,
    signal,
    onRows: (done) => tell({ fraction: 0.05 + 0.75 * (done / Math.max(1, table.rows)), step: "Score", rows: done }),
  }).finally(() => scorer.close());
  await rm(source);
  tell({ fraction: 0.9, step: "Store", rows });
  const tableID = createID("table");
  const key = `tables/${tableID}/${job.runId}-${job.attempt}.parquet`;
  const contentHash = await hashFile(target, signal);
  const stored = await Objects.upload(target, key, { signal, contentType: "application/vnd.apache.parquet" });
  const result: Result = { tableID, sourceHash, key, ...stored, contentHash, rows, columns };
  await Objects.putJSON(resultKey(job), result);
  tell({ fraction: 0.98, step: "Register", stage: "Register", rows });
  return { rows };
}
