import { sql } from "kysely";
import { query } from "../database/index.ts";
import { around } from "../entity/around.ts";
import { DEEPEST, type Event } from "./schema.ts";
import { currentWriter } from "./written-by.ts";

/** However long somebody goes on, it is looked at now and then. */
const LONGEST_WAIT = "15 minutes";

const EVENTS: [RegExp, Event][] = [
  [/^media\.(ready|partial)$/, "media.ready"],
  [/^(localization|state)\.(created|changed|deleted|restored)$|^track\./, "annotations.changed"],
];

/** Called for every event in its own transaction: leaves for the sweeper which media are to be looked at, once nothing more happens. */
export async function note({ type, entityID }: { type: string; entityID: string | null }): Promise<void> {
  const event = EVENTS.find(([pattern]) => pattern.test(type))?.[1];
  if (event === undefined || !entityID?.startsWith("med_")) return;
  const writer = currentWriter();
  const causes = writer ? [writer.runID] : [];
  // Of what an algorithm writes only those hear that ask for it and did not lead to it: nothing goes on for ever.
  const hears = writer
    ? sql`t.chain and g.id <> all (${writer.algorithms}::text[]) and ${writer.depth}::integer < ${DEEPEST}::integer`
    : sql`true`;
  await query((db) =>
    sql`
      with recursive ${around(entityID)}
      insert into trigger_due (trigger_id, media_id, due_at, causes)
      select t.id, ${entityID}, now() + make_interval(secs => t.wait_seconds), ${causes}::text[]
      from around a join algorithm g on g.project_id = a.id join algorithm_trigger t on t.algorithm_id = g.id
      where t.enabled and t.event = ${event} and ${hears}
      on conflict (trigger_id, media_id)
        do update set due_at = least(excluded.due_at, trigger_due.since + ${LONGEST_WAIT}::interval),
          causes = array(select distinct unnest(trigger_due.causes || excluded.causes))`.execute(db),
  );
}
