import * as Actor from "../actor/index.ts";
import { query } from "../database/index.ts";
import { storeFile } from "../outcome/file.ts";
import { Run } from "../run/index.ts";
import { asRequester } from "./requester.ts";
import type { Output, OutputFile, Spec } from "./schema.ts";

/**
 * Of a notebook that failed, what was executed of it: the error stands in the cell that it came from. Answers what adds it, in
 * the transaction that ends the run; nothing for a run that has ended already.
 */
export async function keepExecuted(outputs: Output[], spec: Spec): Promise<(() => Promise<void>) | undefined> {
  const executed = outputs.find((output): output is OutputFile => "key" in output && output.type === "notebook");
  if (!executed) return undefined;
  const { runID, attempt } = Actor.job();
  const run = await query((db) =>
    db
      .selectFrom("run")
      .select(["project_id", "requested_by"])
      .where("id", "=", runID)
      .where("attempt", "=", attempt)
      .where("state", "in", ["queued", "running"])
      .executeTakeFirst(),
  );
  if (!run) return undefined;
  const { fileName: name, contentType } = executed;
  const { value, commit } = await storeFile({ runID, attempt, projectID: run.project_id }, executed, {
    name,
    contentType,
  });
  return () =>
    asRequester(run.requested_by, async () => {
      const generated = commit ? [await commit()] : [];
      await Run.keep({ runID, attempt, outputs: { [executed.name]: value }, used: spec.used, generated });
    });
}
