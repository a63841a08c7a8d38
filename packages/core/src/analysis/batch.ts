import { query, type Row } from "../database/index.ts";
import { must } from "../util/index.ts";

export type Work = Row<"algorithm_run"> & Row<"algorithm_batch">;

/** A batch with the run that it is of. No policy. */
export async function batchOf(runID: string, number: number): Promise<Work> {
  const row = await query((db) =>
    db
      .selectFrom("algorithm_batch as b")
      .innerJoin("algorithm_run as a", "a.run_id", "b.run_id")
      .selectAll(["a", "b"])
      .where("b.run_id", "=", runID)
      .where("b.number", "=", number)
      .executeTakeFirst(),
  );
  return must(row, `batch ${number} of ${runID}`);
}
