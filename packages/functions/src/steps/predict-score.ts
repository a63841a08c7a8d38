import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { Predict } from "@atrium/core/predict";
import type { Context } from "aws-lambda";
import { step } from "./step.ts";

/** Time to tell of the failure before the function is stopped. */
const RESERVE_MS = 10_000;
/** Of the function's memory, what DuckDB may use; the rest is Node, the model and what DuckDB does not count. */
const DUCKDB_SHARE = 0.4;

export const handler = (event: unknown, context: Context) =>
  step(async (job) => {
    const workdir = await mkdtemp(join(tmpdir(), "predict-"));
    const signal = AbortSignal.timeout(Math.max(1_000, context.getRemainingTimeInMillis() - RESERVE_MS));
    const memoryMB = Math.floor(Number(process.env.AWS_LAMBDA_FUNCTION_MEMORY_SIZE ?? 2_048) * DUCKDB_SHARE);
    try {
      return await Predict.execute(job, { workdir, engine: "lambda", memoryMB, signal });
    } finally {
      await rm(workdir, { recursive: true, force: true });
    }
  })(event);
