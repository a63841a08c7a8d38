import type { Run } from "../../run/index.ts";
import { write } from "../export.ts";
import { read } from "../import.ts";
import { asked, type Execution } from "../job.ts";
import { hasSucceeded } from "../register.ts";

/** The work itself, apart from what begins and ends it, which needs no readers and writers of formats. */
export * as AnnotationWork from "./index.ts";

/** It may run again at any point, also when it was done. */
export async function execute(job: Run.Job, execution: Execution): Promise<void> {
  if (await hasSucceeded(job.runId)) return;
  const { kind, inputs } = await asked(job);
  if (kind === "export") return write(job, inputs, execution);
  return read(job, inputs, execution);
}
