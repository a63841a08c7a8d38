import { sql } from "kysely";
import { z } from "zod";
import { privilegesOfEntity } from "../access/policy.ts";
import { has } from "../access/privilege.ts";
import { query } from "../database/index.ts";
import * as Paging from "../paging/index.ts";
import { fn } from "../util/index.ts";
import { reader } from "./reader.ts";
import { textOf } from "./types.ts";

export const Info = z.object({
  id: z.string(),
  type: z.string(),
  text: z.string(),
  actor: z.object({ id: z.string(), name: z.string() }).nullable(),
  entity: z.object({ id: z.string(), kind: z.string(), name: z.string() }).nullable(),
  parameters: z.record(z.string(), z.union([z.string(), z.number()])),
  createdAt: z.iso.datetime(),
  readAt: z.iso.datetime().nullable(),
});
export type Info = z.infer<typeof Info>;

export const Query = z.object({
  unread: z.boolean().default(false),
  limit: Paging.Limit,
  cursor: z.string().optional(),
});

const newestFirst = Paging.parseSort({ id: { by: sql`n.id`, type: "text" } }, "-id");
/** Counting goes no further: past it the bell says "99+". */
const MOST_UNREAD = 100;

/** What the actor was told of, newest first. What they may not see any more has no name. */
export const list = fn(Query, async ({ unread, limit, cursor }): Promise<Paging.Page<Info>> => {
  const userID = reader();
  const id = sql`n.id`;
  const found = await query((db) =>
    sql<Row>`
      select n.id, n.type, n.parameters, n.created_at, n.read_at, n.actor_id, a.name as actor_name,
        e.id as entity_id, e.kind as entity_kind, e.name as entity_name, p.privileges, ${Paging.cursorValue(newestFirst)} as cursor_value
      from notification n
      left join "user" a on a.id = n.actor_id
      left join entity e on e.id = n.entity_id and e.deleted_at is null
      left join ${privilegesOfEntity()} on true
      where n.user_id = ${userID} and n.in_app and (not ${unread}::boolean or n.read_at is null)
        and ${Paging.after(newestFirst, id, cursor)}
      order by ${Paging.orderBy(newestFirst, id)} limit ${limit + 1}`.execute(db),
  );
  const { rows, next } = Paging.cut(found.rows, limit, newestFirst);
  return { items: rows.map(toInfo), next };
});

/** How many the actor has not read, up to a hundred. */
export async function countUnread(): Promise<number> {
  const userID = reader();
  const counted = await query((db) =>
    sql<{ n: number }>`
      select count(*) as n from (
        select 1 from notification where user_id = ${userID} and in_app and read_at is null limit ${MOST_UNREAD}) unread`.execute(
      db,
    ),
  );
  return counted.rows[0]?.n ?? 0;
}

type Row = {
  id: string;
  type: string;
  parameters: Info["parameters"];
  created_at: Date;
  read_at: Date | null;
  actor_id: string | null;
  actor_name: string | null;
  entity_id: string | null;
  entity_kind: string | null;
  entity_name: string | null;
  privileges: number | null;
  cursor_value: string;
};

function toInfo(row: Row): Info {
  const sees = row.privileges !== null && has(row.privileges, "see");
  const entity =
    sees && row.entity_id !== null
      ? { id: row.entity_id, kind: row.entity_kind ?? "", name: row.entity_name ?? "" }
      : null;
  const actor = row.actor_id === null ? null : { id: row.actor_id, name: row.actor_name ?? "Somebody" };
  const facts = {
    actor: actor?.name ?? "Somebody",
    entity: entity?.name ?? "something you cannot see",
    parameters: row.parameters,
  };
  return {
    id: row.id,
    type: row.type,
    text: textOf(row.type, facts),
    actor,
    entity,
    parameters: row.parameters,
    createdAt: row.created_at.toISOString(),
    readAt: row.read_at?.toISOString() ?? null,
  };
}
