import { sql } from "kysely";
import { record } from "../audit/record.ts";
import { Call } from "../call/index.ts";
import { query, transaction } from "../database/index.ts";
import { AppError } from "../error/index.ts";
import { log } from "../log/index.ts";
import { next } from "./cron.ts";
import type { Overlap } from "./schedule.table.ts";
import { startUnattended, type Unattended } from "./unattended.ts";

const BATCH = 100;

type Outcome = "started" | "skipped" | "failed";

type Due = Unattended & {
  project_id: string;
  function_id: string;
  cron: string;
  timezone: string;
  inputs: Record<string, unknown>;
  overlap: Overlap;
  gone: boolean;
  busy: boolean;
};

/**
 * Starts what is due. A time that was missed while nothing ran is made up for once. The next time and the run are written
 * in one transaction, so that two sweeps at once start one run, and a crash starts it after all.
 */
export async function sweep(): Promise<Record<Outcome, number>> {
  const done = { started: 0, skipped: 0, failed: 0 };
  for (let handled = 0; handled < BATCH; handled++) {
    const outcome = await transaction(startOne);
    if (outcome === undefined) break;
    done[outcome]++;
  }
  return done;
}

async function startOne(): Promise<Outcome | undefined> {
  const due = await claim();
  if (!due) return;
  if (due.gone) return refuse(due, nobodyLeft());
  if (due.busy && due.overlap === "skip") return skip(due);
  const start = () => Call.start(due.function_id, due.inputs, { projectID: due.project_id });
  const started = await startUnattended(due, start);
  if ("refused" in started) return refuse(due, started.refused);
  await advance(due, null, started.runID);
  return "started";
}

const claim = async (): Promise<Due | undefined> =>
  (
    await query((db) =>
      sql<Due>`
        select s.*, u.may_execute, u.deactivated_at is not null or e.deleted_at is not null as gone,
          coalesce(r.state in ('queued', 'running'), false) as busy
        from schedule s join "user" u on u.id = s.run_as join entity e on e.id = s.project_id left join run r on r.id = s.last_run_id
        where s.next_at <= now() order by s.next_at limit 1 for update of s skip locked`.execute(db),
    )
  ).rows[0];

async function skip(due: Due): Promise<Outcome> {
  await advance(due, { code: "schedule.skipped", message: "The run before had not ended yet." });
  return "skipped";
}

type Reason = { code: string; message: string };

async function advance({ id, cron, timezone, gone }: Due, error: Reason | null, runID?: string): Promise<void> {
  await query((db) =>
    db
      .updateTable("schedule")
      .set({
        next_at: gone ? null : next(cron, timezone, new Date()),
        last_at: sql`now()`,
        last_error: error === null ? null : JSON.stringify(error),
        ...(runID === undefined ? {} : { last_run_id: runID }),
      })
      .where("id", "=", id)
      .execute(),
  );
}

/** The next time may go better, unless there is nobody left to run as, or nothing to run in. */
async function refuse(due: Due, error: Reason): Promise<Outcome> {
  const { code, message } = error;
  log.warn("a schedule could not start its run", { scheduleID: due.id, code });
  await advance(due, { code, message });
  await record({ type: "schedule.failed", entityID: due.project_id, parameters: { scheduleId: due.id, code } });
  return "failed";
}

const nobodyLeft = () =>
  new AppError(
    "conflict",
    "schedule.gone",
    "Whom it runs as was deactivated, or its project is in the trash. It is switched off.",
  );
