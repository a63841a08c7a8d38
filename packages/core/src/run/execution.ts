import { sql } from "kysely";
import * as Config from "../config/index.ts";
import { query } from "../database/index.ts";
import { AppError } from "../error/index.ts";
import { kindOf } from "../id/index.ts";
import { Workflow } from "../workflow/index.ts";
import { fail } from "./work.ts";

/** `redrives`: how often this attempt was continued after it had failed. */
export type Attempt = { id: string; attempt: number; redrives: number; functionID: string };

const IMPORT = "fun_00000000000000000000000001";
const IMPORT_URL = "fun_00000000000000000000000005";
const ANALYZE = "fun_00000000000000000000000008";
const TRANSCODE = "fun_00000000000000000000000004";
const ANNOTATION_FILES = ["fun_00000000000000000000000006", "fun_00000000000000000000000007"];

/** Imports have a machine, media and models others; everything else that runs is code of somebody's. */
function machineARN(functionID: string): string {
  if (functionID === IMPORT) return Config.importStateMachineARN();
  if (functionID === IMPORT_URL) return Config.fetchMachineARN();
  if (functionID === ANALYZE) return Config.analyzeMachineARN();
  if (ANNOTATION_FILES.includes(functionID)) return Config.annotationsMachineARN();
  if (functionID === TRANSCODE) return Config.transcodeMachineARN();
  return kindOf(functionID) === "model" ? Config.predictMachineARN() : Config.executeMachineARN();
}

export const executionARN = ({ id, attempt, functionID }: Omit<Attempt, "redrives">): string =>
  Workflow.executionARN(machineARN(functionID), `${id}-${attempt}`);

/** Starts the execution of an attempt, or continues it. Harmless to repeat: name and count say which time it is. */
export async function submit(run: Attempt): Promise<void> {
  const { id, attempt, redrives } = run;
  if (redrives > 0 && !(await continues(run))) return;
  if (redrives === 0) await start(run);
  await query((db) =>
    db
      .updateTable("run")
      .set({ submitted_at: sql<Date>`now()`, checked_at: sql<Date>`now()`, execution_arn: executionARN(run) })
      .where("id", "=", id)
      .where("attempt", "=", attempt)
      .where("redrives", "=", redrives)
      .execute(),
  );
}

/** Also for one that Step Functions forgot: the same attempt starts again, and its steps are idempotent. */
export const start = ({ id, attempt, functionID }: Omit<Attempt, "redrives">): Promise<void> =>
  Workflow.start(machineARN(functionID), `${id}-${attempt}`, { runId: id, attempt });

/** False when Step Functions refused; the run has then failed, with the reason. */
async function continues(run: Attempt): Promise<boolean> {
  try {
    await Workflow.redrive(executionARN(run), run.redrives);
    return true;
  } catch (error) {
    if (!(error instanceof AppError) || error.code !== "workflow.not_redrivable") throw error;
    const message = `The run could not be continued: ${error.message} Run it again instead.`;
    const { id, attempt, redrives } = run;
    await fail({ runID: id, attempt, redrives, error: { code: "run.not_redrivable", message } });
    return false;
  }
}

export const stop = (run: Omit<Attempt, "redrives">): Promise<void> =>
  Workflow.stop(executionARN(run), "Somebody cancelled the run.");
