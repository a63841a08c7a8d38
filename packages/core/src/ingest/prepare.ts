import { z } from "zod";
import { File } from "../file/index.ts";
import { Run } from "../run/index.ts";
import { ImportOptions } from "../table/schema.ts";

const MIB = 1024 * 1024;
/** What a function reads within its time and memory; compressed files grow when read. */
const LAMBDA_BYTES = 32 * MIB;
const LAMBDA_COMPRESSED_BYTES = 4 * MIB;

const Inputs = z.object({ tableId: z.string(), fileId: z.string(), options: ImportOptions.default({}) });

/** What an attempt is to import; throws when the attempt is no longer wanted. */
export async function plan(runID: string, attempt: number) {
  const { inputs } = await Run.work(runID, attempt);
  const { tableId, fileId, options } = Inputs.parse(inputs);
  return { table: { id: tableId, fileID: fileId, options }, file: await File.location(fileId) };
}

/** Marks the run as running and says what its file needs: a function for a small one, a job for a large one. */
export async function prepare({
  runId,
  attempt,
}: {
  runId: string;
  attempt: number;
}): Promise<{ engine: "lambda" | "batch" }> {
  const { file } = await plan(runId, attempt);
  await Run.begin({ runID: runId, attempt });
  const progress = { fraction: 0, step: "Prepare", bytes: 0, totalBytes: file.bytes };
  await Run.report({ runID: runId, attempt, progress, engine: "lambda", stage: "Prepare" });
  const limit = /\.(gz|zst)$/i.test(file.name) ? LAMBDA_COMPRESSED_BYTES : LAMBDA_BYTES;
  return { engine: file.bytes <= limit ? "lambda" : "batch" };
}
