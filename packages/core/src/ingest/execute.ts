import { rm, stat } from "node:fs/promises";
import { join } from "node:path";
import { AppError } from "../error/index.ts";
import { File } from "../file/index.ts";
import { hashFile } from "../object/hash-file.ts";
import { Objects } from "../object/index.ts";
import { Run } from "../run/index.ts";
import { convert, type Limits } from "./convert.ts";
import { type Job, type Result, resultKey } from "./job.ts";
import { plan } from "./prepare.ts";
import type { Reporter } from "./reporter.ts";
import { reporting } from "./reporting.ts";

export type Execution = { workdir: string; engine: "lambda" | "batch"; signal?: AbortSignal; limits?: Partial<Limits> };

/** Fetches the file, converts it and stores table and result. Once the result is stored, a repetition has nothing to do. */
export const execute = (job: Job, execution: Execution): Promise<{ rows: number; columns: number }> =>
  reporting(job, { ...execution, stage: "Ingest" }, (reporter) => work(job, execution, reporter));

async function work(
  job: Job,
  { workdir, limits }: Execution,
  reporter: Reporter,
): Promise<{ rows: number; columns: number }> {
  const { table, file } = await plan(job.runId, job.attempt);
  if (await Objects.head(resultKey(job))) {
    const done = (await Objects.getJSON(resultKey(job))) as Result;
    return { rows: done.rows, columns: done.columns.length };
  }
  const { signal } = reporter;
  const source = join(workdir, "source");
  const target = join(workdir, "table.parquet");
  const totalBytes = file.bytes;
  await fetchFile(file, source, reporter);
  const sourceHash = await hashFile(source, signal);
  if (!(await File.verify(table.fileID, sourceHash))) {
    throw new AppError(
      "unprocessable",
      "import.wrong_hash",
      "The file's bytes are not those its SHA-256 was declared for. Upload it again.",
    );
  }
  const converted = await convert({
    source,
    target,
    name: file.name,
    options: table.options,
    onProgress: ({ fraction, step, rows }) =>
      reporter.tell({
        fraction: 0.15 + fraction * 0.75,
        step,
        bytes: totalBytes,
        totalBytes,
        ...(rows === undefined ? {} : { rows }),
      }),
    signal,
    limits,
  });
  await rm(source);
  const { rows, columns, report } = converted;
  reporter.tell({ fraction: 0.92, step: "Store", rows });
  const contentHash = await hashFile(target, signal);
  const key = `tables/${table.id}/${job.runId}-${job.attempt}.parquet`;
  const stored = await Objects.upload(target, key, { signal, contentType: "application/vnd.apache.parquet" });
  await rm(target);
  const result: Result = {
    tableID: table.id,
    fileID: table.fileID,
    sourceHash,
    key,
    ...stored,
    contentHash,
    rows,
    columns,
    report,
  };
  await Objects.putJSON(resultKey(job), result);
  await tellLog(job, result);
  reporter.tell({ fraction: 0.98, step: "Register", stage: "Register", rows });
  return { rows, columns: columns.length };
}

type Located = Awaited<ReturnType<typeof File.location>>;

async function fetchFile(file: Located, path: string, { tell, signal }: Reporter): Promise<void> {
  const totalBytes = file.bytes;
  const show = async () => {
    const bytes = (await stat(path).catch(() => undefined))?.size ?? 0; // Not there before the first byte has come.
    tell({ fraction: totalBytes === 0 ? 0 : (bytes / totalBytes) * 0.15, step: "Fetch", bytes, totalBytes });
  };
  const timer = setInterval(() => void show(), 1_000);
  try {
    tell({ fraction: 0, step: "Fetch", bytes: 0, totalBytes });
    const { bytes } = await Objects.download(file.key, path, { signal });
    if (bytes !== totalBytes)
      throw new AppError("unavailable", "import.incomplete_download", `Fetched ${bytes} of ${totalBytes} bytes.`);
  } finally {
    clearInterval(timer);
  }
}

async function tellLog({ runId, attempt }: Job, { rows, columns, report }: Result): Promise<void> {
  const entries = [
    {
      level: "info" as const,
      step: "Store",
      message: `${rows} rows, ${columns.length} columns from ${report.format} (${report.encoding}).`,
    },
    ...(report.rejected > 0
      ? [
          {
            level: "warn" as const,
            step: "Store",
            message: `${report.rejected} rows did not fit and were left out; the first are in the report.`,
          },
        ]
      : []),
  ];
  await Run.log({ runID: runId, attempt, entries });
}
