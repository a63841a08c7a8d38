import { Ingest } from "@atrium/core/ingest";
import { runJob } from "../../shared/src/job.ts";

/** Of the container's memory; the rest is Node and what DuckDB does not count. */
const DUCKDB_MEMORY_MB = Number(process.env.INGEST_MEMORY_MB ?? 600);

await runJob((job, { signal, workdir }) =>
  Ingest.execute(job, { workdir, engine: "batch", signal, limits: { memoryMB: DUCKDB_MEMORY_MB } }),
);
