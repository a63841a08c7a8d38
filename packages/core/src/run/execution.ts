import { sql } from "kysely";
import * as Config from "../config/index.ts";
import { query } from "../database/index.ts";
import { Workflow } from "../workflow/index.ts";

export type Attempt = { id: string; attempt: number };

/** Every function runs in the import machine so far; a second one would be chosen here, by the run's function. */
export const executionARN = ({ id, attempt }: Attempt): string =>
  Workflow.executionARN(Config.importStateMachineARN(), `${id}-${attempt}`);

/** Starts the execution of an attempt. Harmless to repeat: the name says which attempt it is. */
export async function submit(run: Attempt): Promise<void> {
  const { id, attempt } = run;
  await Workflow.start(Config.importStateMachineARN(), `${id}-${attempt}`, { runId: id, attempt });
  await query((db) =>
    db
      .updateTable("run")
      .set({ submitted_at: sql<Date>`now()`, checked_at: sql<Date>`now()`, execution_arn: executionARN(run) })
      .where("id", "=", id)
      .where("attempt", "=", attempt)
      .execute(),
  );
}

export const stop = (run: Attempt): Promise<void> => Workflow.stop(executionARN(run), "Somebody cancelled the run.");
