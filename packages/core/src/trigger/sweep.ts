import { sql } from "kysely";
import { Algorithm } from "../algorithm/index.ts";
import { record } from "../audit/record.ts";
import { query, type Row, transaction } from "../database/index.ts";
import { log } from "../log/index.ts";
import { startUnattended } from "../schedule/unattended.ts";

const AT_ONCE = 100;
/** Of one run; what else is due is for the next. */
const MOST_MEDIA = 1_000;

type Outcome = "started" | "nothing" | "failed";
type Due = Row<"algorithm_trigger"> & { project_id: string; may_execute: boolean };

/**
 * Starts a run for each trigger that has media which nothing happened to for a while: one for all of them together. Not while its
 * last run goes on. That they wait no more and the run are written in one transaction.
 */
export async function sweep(): Promise<Record<Outcome, number>> {
  const done = { started: 0, nothing: 0, failed: 0 };
  for (let handled = 0; handled < AT_ONCE; handled++) {
    const outcome = await transaction(fireOne);
    if (outcome === undefined) break;
    done[outcome]++;
  }
  return done;
}

async function fireOne(): Promise<Outcome | undefined> {
  const due = await claim();
  if (!due) return undefined;
  const { mediaIds, causes } = await take(due);
  if (mediaIds.length === 0) return "nothing";
  const { parameters, layer_id, project_id: projectId } = due;
  const layer = layer_id === null ? {} : { layer: { id: layer_id } };
  const asked = { mediaIds, parameters, projectId, ...layer };
  const start = async () => (await Algorithm.start({ id: due.algorithm_id, asked })).runID;
  const started = await startUnattended(due, start);
  if ("runID" in started) {
    await keepOrigin(started.runID, due.id, causes);
    await advance(due.id, null, started.runID);
    return "started";
  }
  const { code, message } = started.refused;
  log.warn("a trigger could not start its run", { triggerID: due.id, code });
  await advance(due.id, { code, message });
  await record({ type: "trigger.failed", entityID: projectId, parameters: { triggerId: due.id, code } });
  return "failed";
}

const claim = async (): Promise<Due | undefined> =>
  (
    await query((db) =>
      sql<Due>`
        select t.*, g.project_id, u.may_execute and u.deactivated_at is null as may_execute
        from algorithm_trigger t join algorithm g on g.id = t.algorithm_id join "user" u on u.id = t.run_as
        left join run r on r.id = t.last_run_id
        where t.enabled and coalesce(r.state not in ('queued', 'running'), true)
          and t.id in (select d.trigger_id from trigger_due d where d.due_at <= now())
        order by t.id limit 1 for update of t skip locked`.execute(db),
    )
  ).rows[0];

/** Those that are due wait no more. Of them, those that are there and have what the trigger asks for. */
async function take({ id, event, type_ids, layer_ids }: Due): Promise<{ mediaIds: string[]; causes: string[] }> {
  const isNamed = event === "annotations.changed" && (type_ids !== null || layer_ids !== null);
  const asked = sql<boolean>`(${type_ids}::text[] is null or a.type_id = any (${type_ids}::text[]))
    and (${layer_ids}::text[] is null or a.layer_id = any (${layer_ids}::text[])) and a.modified_at >= d.since`;
  const found = await query((db) =>
    sql<{ id: string; causes: string[] }>`
      with due as (
        delete from trigger_due where trigger_id = ${id} and media_id in (
          select media_id from trigger_due where trigger_id = ${id} and due_at <= now() order by due_at limit ${MOST_MEDIA})
        returning media_id, since, causes)
      select d.media_id as id, d.causes from due d
      join entity e on e.id = d.media_id and e.deleted_at is null
      join media m on m.id = d.media_id and m.state in ('ready', 'partial') and m.dtype in ('video', 'image')
      where ${!isNamed} or exists (select from localization a where a.media_id = d.media_id and a.latest and not a.deleted and ${asked})
        or exists (select from state a where a.media_ids @> array[d.media_id] and a.latest and not a.deleted and ${asked})
      order by 1`.execute(db),
  );
  const causes = [...new Set(found.rows.flatMap((row) => row.causes))];
  return { mediaIds: found.rows.map((row) => row.id), causes };
}

/** What led to the run: the trigger, the runs whose annotations it heard of, and the algorithms of all that led to those. */
const keepOrigin = (runID: string, triggerID: string, causes: string[]): Promise<unknown> =>
  query((db) =>
    sql`
      update algorithm_run set trigger_id = ${triggerID}, causes = ${causes}::text[],
        chain = array(select distinct unnest(c.chain || c.algorithm_id) from algorithm_run c
          where c.run_id = any (${causes}::text[]) and c.algorithm_id is not null),
        depth = coalesce((select max(c.depth) + 1 from algorithm_run c where c.run_id = any (${causes}::text[])), 0)
      where run_id = ${runID}`.execute(db),
  );

async function advance(id: string, error: { code: string; message: string } | null, runID?: string): Promise<void> {
  await query((db) =>
    db
      .updateTable("algorithm_trigger")
      .set({
        last_at: sql`now()`,
        last_error: error === null ? null : JSON.stringify(error),
        ...(runID === undefined ? {} : { last_run_id: runID }),
      })
      .where("id", "=", id)
      .execute(),
  );
}
