import { type RawBuilder, sql } from "kysely";
import { z } from "zod";
import { Access } from "../access/index.ts";
import * as Actor from "../actor/index.ts";
import { query } from "../database/index.ts";
import * as Paging from "../paging/index.ts";
import { fn } from "../util/index.ts";
import type { Mentioned } from "./people.ts";
import type { Info, One } from "./schema.ts";

/** Replies of one page of threads; more than anybody reads at once. */
const MOST_REPLIES = 2_000;
const MOST_UNREAD = 100;

const Query = z.object({ entityID: z.string(), limit: Paging.Limit, cursor: z.string().optional() });
const newestFirst = Paging.parseSort({ id: { by: sql`c.id`, type: "text" } }, "-id");

/** The threads on an entity, newest first, each with its replies in the order they were written. */
export const list = fn(Query, async ({ entityID, limit, cursor }): Promise<Paging.Page<Info>> => {
  await Access.require(entityID, "read");
  const id = sql`c.id`;
  const { rows, next } = Paging.cut(
    await select(
      sql`c.entity_id = ${entityID} and c.parent_id is null and ${Paging.after(newestFirst, id, cursor)}
        and (c.deleted_at is null or exists (select from comment r where r.parent_id = c.id and r.deleted_at is null))`,
      sql`${Paging.orderBy(newestFirst, id)} limit ${limit + 1}`,
    ),
    limit,
    newestFirst,
  );
  const threads = rows.map((row) => row.id);
  const replies = await select(
    sql`c.parent_id = any (${threads}) and c.deleted_at is null`,
    sql`c.id limit ${MOST_REPLIES}`,
  );
  const of = Map.groupBy(replies, ({ parent_id }) => parent_id);
  return { next, items: rows.map((row) => ({ ...toOne(row), replies: (of.get(row.id) ?? []).map(toOne) })) };
});

export const get = fn(z.object({ entityID: z.string(), id: z.string() }), async ({ entityID, id }): Promise<Info> => {
  await Access.require(entityID, "read");
  const [row] = await select(sql`c.id = ${id} and c.entity_id = ${entityID}`, sql`c.id`);
  if (!row) throw Access.missing(id);
  const replies = await select(sql`c.parent_id = ${id} and c.deleted_at is null`, sql`c.id limit ${MOST_REPLIES}`);
  return { ...toOne(row), replies: replies.map(toOne) };
});

/** How many comments of others came since the actor last read here, up to a hundred. */
export const countUnread = fn(z.string(), async (entityID): Promise<number> => {
  await Access.require(entityID, "read");
  const userID = Actor.userID();
  const counted = await query((db) =>
    sql<{ n: number }>`
      select count(*) as n from (
        select 1 from comment c where c.entity_id = ${entityID} and c.deleted_at is null and c.author_id <> ${userID}
          and c.created_at > coalesce((select read_at from comment_read where user_id = ${userID} and entity_id = ${entityID}), '-infinity')
        limit ${MOST_UNREAD}) unread`.execute(db),
  );
  return counted.rows[0]?.n ?? 0;
});

export const markRead = fn(z.string(), async (entityID): Promise<void> => {
  await Access.require(entityID, "read");
  await query((db) =>
    sql`insert into comment_read (user_id, entity_id, read_at) values (${Actor.userID()}, ${entityID}, now())
      on conflict (user_id, entity_id) do update set read_at = excluded.read_at`.execute(db),
  );
});

type Row = {
  id: string;
  entity_id: string;
  parent_id: string | null;
  author_id: string;
  author: string;
  body: string;
  created_at: Date;
  edited_at: Date | null;
  deleted_at: Date | null;
  mentions: Mentioned[];
  cursor_value: string;
};

const select = async (condition: RawBuilder<unknown>, order: RawBuilder<unknown>): Promise<Row[]> =>
  (
    await query((db) =>
      sql<Row>`
        select c.*, u.name as author, ${Paging.cursorValue(newestFirst)} as cursor_value, (
          select coalesce(jsonb_agg(jsonb_build_object('principalId', g.id, 'name', coalesce(m.name, g.name), 'kind', g.kind)), '[]')
          from comment_mention x join "group" g on g.id = x.principal_id left join "user" m on m.id = g.user_id
          where x.comment_id = c.id) as mentions
        from comment c join "user" u on u.id = c.author_id where ${condition} order by ${order}`.execute(db),
    )
  ).rows;

const toOne = (row: Row): One => ({
  id: row.id,
  entityId: row.entity_id,
  parentId: row.parent_id,
  author: { id: row.author_id, name: row.author },
  body: row.deleted_at ? "" : row.body,
  mentions: row.deleted_at ? [] : row.mentions,
  createdAt: row.created_at.toISOString(),
  editedAt: row.edited_at?.toISOString() ?? null,
  deleted: row.deleted_at !== null,
  mine: row.author_id === Actor.userID(),
});
