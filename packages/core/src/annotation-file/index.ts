import type { Run } from "../run/index.ts";
import { asked, type Execution } from "./job.ts";
import { hasSucceeded } from "./register.ts";

export { beginExport, beginImport } from "./begin.ts";
/** Annotations as files, in the formats that others read and write: made and taken in by runs. */
export * as AnnotationFile from "./index.ts";
export { prepare } from "./prepare.ts";
export { register } from "./register.ts";
export { Export, Format, Import } from "./schema.ts";

/** The work itself, loaded by the step that does it alone. It may run again at any point, also when it was done. */
export async function execute(job: Run.Job, execution: Execution): Promise<void> {
  if (await hasSucceeded(job.runId)) return;
  const { kind, inputs } = await asked(job);
  if (kind === "export") return (await import("./export.ts")).write(job, inputs, execution);
  return (await import("./import.ts")).read(job, inputs, execution);
}
