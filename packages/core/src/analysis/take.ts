import { OUTPUT } from "../algorithm/takes.ts";
import { query, transaction } from "../database/index.ts";
import { AppError, isPermanent } from "../error/index.ts";
import { Job } from "../job/index.ts";
import { log } from "../log/index.ts";
import { Objects } from "../object/index.ts";
import { Run } from "../run/index.ts";
import { type Writer, writtenBy } from "../trigger/written-by.ts";
import { batchOf, type Work } from "./batch.ts";
import { type Line, parseLines } from "./lines.ts";
import { type Failure, lost, lostImage } from "./lost.ts";
import type { Attempt } from "./prepare.ts";
import { write } from "./write.ts";

/**
 * Ends a batch: what its job left is written as whoever asked may write it now, all of it or nothing. What is wrong with one batch
 * is noted and ends none of the others. Repeated after its own commit it finds that it is done.
 */
export async function take({ runId: runID, attempt }: Attempt, number: number, failure?: Failure): Promise<void> {
  const { requestedBy } = await Run.work(runID, attempt);
  const batch = await batchOf(runID, number);
  if (batch.state === "succeeded") return;
  try {
    const lines = await leftBy(batch, attempt, failure);
    await Job.asRequester(requestedBy, () => register(batch, attempt, lines));
  } catch (error) {
    if (!(error instanceof AppError) || !isPermanent(error) || error.code === "run.superseded") throw error;
    await fail(batch, attempt, error);
  }
}

async function leftBy(batch: Work, attempt: number, failure: Failure | undefined): Promise<Line[]> {
  const job = await query((db) =>
    db
      .selectFrom("job")
      .select(["result", "uploads"])
      .where("run_id", "=", batch.run_id)
      .where("part", "=", batch.number)
      .where("attempt", "=", attempt)
      .executeTakeFirst(),
  );
  const said = job?.result?.error;
  if (batch.image) {
    if (said) throw new AppError("unprocessable", "image.failed", said.message);
    if (!job?.result) throw lostImage(failure);
    return parseLines(await Job.piecesOf({ runID: batch.run_id, attempt, part: batch.number }, job.uploads));
  }
  if (said) throw new AppError("unprocessable", said.code ?? "script.failed", said.message);
  const output = job?.result?.outputs.find(({ name }) => name === OUTPUT);
  if (!output || !("key" in output)) throw lost(failure);
  return parseLines(await Objects.range(output.key, 0, Math.max(1, output.bytes)));
}

function register(batch: Work, attempt: number, lines: Line[]): Promise<void> {
  const { run_id: runID, number } = batch;
  return transaction(async (tx) => {
    const locked = await tx
      .selectFrom("algorithm_batch")
      .select("state")
      .where("run_id", "=", runID)
      .where("number", "=", number)
      .forUpdate()
      .executeTakeFirstOrThrow();
    if (locked.state === "succeeded") return;
    const annotations = await writtenBy(writerOf(batch), () => write(batch, lines));
    await tx
      .updateTable("algorithm_batch")
      .set({ state: "succeeded", annotations, error: null })
      .where("run_id", "=", runID)
      .where("number", "=", number)
      .execute();
    await Job.close(runID, number);
    // Who cancels meanwhile waits for this, or this is undone.
    const { cancelled } = await tell(batch, attempt, "succeeded");
    if (cancelled) throw new AppError("conflict", "run.superseded", `Run ${runID} was cancelled or replaced.`);
  });
}

const writerOf = ({ run_id: runID, algorithm_id, chain, depth }: Work): Writer => ({
  ...{ runID, depth },
  algorithms: algorithm_id === null ? chain : [...chain, algorithm_id],
});

const fail = (batch: Work, attempt: number, { code, message }: AppError): Promise<void> =>
  transaction(async (tx) => {
    log.warn("a batch failed", { code, number: batch.number });
    await tx
      .updateTable("algorithm_batch")
      .set({ state: "failed", error: JSON.stringify({ code, message }) })
      .where("run_id", "=", batch.run_id)
      .where("number", "=", batch.number)
      .execute();
    await Job.close(batch.run_id, batch.number);
    await tell(batch, attempt, "failed");
    const step = Run.partName(batch.number);
    await Run.log({ runID: batch.run_id, attempt, entries: [{ level: "error", step, message }] });
  });

function tell({ run_id: runID, number }: Work, attempt: number, state: "succeeded" | "failed") {
  const name = Run.partName(number);
  const ended = { [name]: state };
  return Run.reportPart({
    runID,
    attempt,
    engine: "batch",
    stage: Run.PARTS,
    weights: {},
    fractions: { [name]: 1 },
    ended,
  });
}
