import { type RawBuilder, sql } from "kysely";
import { z } from "zod";
import { Access } from "../access/index.ts";
import * as Actor from "../actor/index.ts";
import { query } from "../database/index.ts";
import * as Paging from "../paging/index.ts";
import { fn } from "../util/index.ts";
import { READINGS } from "./access.ts";

export const Info = z.object({
  id: z.string(),
  at: z.iso.datetime(),
  type: z.string(),
  actor: z.object({ id: z.string(), name: z.string() }).nullable(),
  entityId: z.string().nullable(),
  parameters: z.record(z.string(), z.unknown()),
  runId: z.string().nullable(),
});
export type Info = z.infer<typeof Info>;

/** For administrators: with how and from where. */
export const Full = Info.extend({
  actorType: z.enum(["public", "user", "run", "system"]),
  sessionId: z.string().nullable(),
  keyId: z.string().nullable(),
  linkId: z.string().nullable(),
  requestId: z.string().nullable(),
  address: z.string().nullable(),
});
export type Full = z.infer<typeof Full>;

const Page = z.object({ limit: Paging.Limit, cursor: z.string().optional() });

export const Query = Page.extend({
  type: z.string().max(100).optional(),
  actorId: z.string().max(64).optional(),
  entityId: z.string().max(64).optional(),
  since: z.iso.datetime({ offset: true }).optional(),
  until: z.iso.datetime({ offset: true }).optional(),
});

const newestFirst = Paging.parseSort({ id: { by: sql`v.id`, type: "text" } }, "-id");

/** What changed in one entity and in what lies in it, newest first, for whoever may read it. Who read it is for administrators. */
export const activity = fn(Page.extend({ entityID: z.string() }), async ({ entityID, ...page }) => {
  await Access.require(entityID, "read");
  // Of what lies in it only what is no scope of its own: that may have been shared with fewer people.
  const within = sql<boolean>`v.type <> all (${READINGS}::text[]) and (v.entity_id = ${entityID}
    or v.entity_id in (select e.id from entity e where e.parent_id = ${entityID} and e.scope_id = ${entityID}))`;
  const { items, next } = await read(within, page);
  return {
    next,
    items: items.map(shown),
  };
});

/** Something may have been read so often since it changed last that its change is not looked for any further back. */
const LOOKED_BACK = 100;
export const Many = z.array(z.string().max(64)).min(1).max(50);

/** The last change of each of these, of those the actor may read; what was read since changes nothing. */
export const lastChanges = fn(z.object({ entityIDs: Many }), async ({ entityIDs }): Promise<Info[]> => {
  const rights = await Access.effectiveOf(entityIDs);
  const read = [...rights].filter(([, privileges]) => Access.has(privileges, "read")).map(([id]) => id);
  if (read.length === 0) return [];
  const found = await query((db) =>
    sql<EventRow>`
      select v.*, u.name as actor_name from unnest(${read}::text[]) e (id)
      cross join lateral (
        select * from (select * from event where entity_id = e.id order by id desc limit ${LOOKED_BACK}) v
        where v.type <> all (${READINGS}::text[]) order by v.id desc limit 1
      ) v left join "user" u on u.id = v.actor_id order by v.id desc`.execute(db),
  );
  return found.rows.map((row) => shown(toFull(row)));
});

/** Every event, for administrators. */
export const list = fn(Query, async ({ type, actorId, entityId, since, until, ...page }) => {
  Actor.administrator();
  const is = (column: RawBuilder<unknown>, value: string | undefined) =>
    value === undefined ? sql`true` : sql`${column} = ${value}`;
  return read(
    sql<boolean>`${is(sql`v.type`, type)} and ${is(sql`v.actor_id`, actorId)} and ${is(sql`v.entity_id`, entityId)}
      and v.at >= coalesce(${since ?? null}::timestamptz, '-infinity') and v.at < coalesce(${until ?? null}::timestamptz, 'infinity')`,
    page,
  );
});

type EventRow = {
  id: string;
  at: Date;
  type: string;
  actor_type: Full["actorType"];
  actor_id: string | null;
  actor_name: string | null;
  entity_id: string | null;
  parameters: Record<string, unknown>;
  run_id: string | null;
  session_id: string | null;
  key_id: string | null;
  link_id: string | null;
  request_id: string | null;
  address: string | null;
};

async function read(
  condition: RawBuilder<boolean>,
  { limit, cursor }: z.output<typeof Page>,
): Promise<Paging.Page<Full>> {
  const id = sql`v.id`;
  const found = await query((db) =>
    sql<EventRow & { cursor_value: string }>`
      select v.*, u.name as actor_name, ${Paging.cursorValue(newestFirst)} as cursor_value
      from event v left join "user" u on u.id = v.actor_id
      where (${condition}) and ${Paging.after(newestFirst, id, cursor)}
      order by ${Paging.orderBy(newestFirst, id)} limit ${limit + 1}`.execute(db),
  );
  const { rows, next } = Paging.cut(found.rows, limit, newestFirst);
  return { items: rows.map(toFull), next };
}

const shown = ({ actorType, sessionId, keyId, linkId, requestId, address, ...event }: Full): Info => event;

const toFull = (row: EventRow): Full => ({
  id: row.id,
  at: row.at.toISOString(),
  type: row.type,
  actor: row.actor_id === null ? null : { id: row.actor_id, name: row.actor_name ?? "Somebody" },
  entityId: row.entity_id,
  parameters: row.parameters,
  runId: row.run_id,
  actorType: row.actor_type,
  sessionId: row.session_id,
  keyId: row.key_id,
  linkId: row.link_id,
  requestId: row.request_id,
  address: row.address,
});
