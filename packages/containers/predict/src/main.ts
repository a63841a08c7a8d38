import { Predict } from "@atrium/core/predict";
import { runJob } from "../../shared/src/job.ts";

/** Of the container's memory; the rest is Node, the model and what DuckDB does not count. */
const DUCKDB_MEMORY_MB = Number(process.env.PREDICT_MEMORY_MB ?? 1_024);

await runJob((job, { signal, workdir }) =>
  Predict.execute(job, { workdir, engine: "batch", memoryMB: DUCKDB_MEMORY_MB, signal }),
);
