import { type RawBuilder, sql } from "kysely";
import { z } from "zod";
import { Access } from "../access/index.ts";
import * as Team from "../access/team.ts";
import { query } from "../database/index.ts";
import { ListQuery } from "../entity/list.ts";
import { likePattern } from "../entity/match.ts";
import * as Paging from "../paging/index.ts";
import { fn } from "../util/index.ts";
import type { Info, Role } from "./schema.ts";

type GroupRow = {
  id: string;
  name: string;
  description: string;
  listed: boolean;
  role: Role | null;
  members: number;
  created_at: Date;
  updated_at: Date;
  revision: number;
};

const columns = () => sql`
  g.id, g.name, g.description, g.listed, g.created_at, g.updated_at, g.revision, ${Team.roleColumn()} as role,
  (select count(*) from group_member m where m.group_id = g.id)
    + (select count(*) from group_child c join "group" k on k.id = c.child_id and k.deleted_at is null where c.parent_id = g.id)
    as members`;

const isTeam = sql<boolean>`g.kind = 'team' and g.deleted_at is null`;

export const get = fn(z.string(), async (id): Promise<Info> => {
  const found = await query((db) =>
    sql<GroupRow>`
      select ${columns()} from "group" g where g.id = ${id} and ${isTeam} and ${Team.isVisible()}`.execute(db),
  );
  const row = found.rows[0];
  if (!row) throw Access.missing(id);
  return toInfo(row);
});

const sortKeys = {
  name: { by: sql`lower(g.name) collate "C"`, type: "text" },
  createdAt: { by: sql`g.created_at`, type: "timestamptz" },
} as const;

/** Teams the actor may know of, or only those they are in. */
export const list = fn(
  ListQuery.extend({ sort: z.string().default("name"), mine: z.boolean().default(false) }),
  async ({ q, sort: order, limit, cursor, count, mine }): Promise<Paging.Page<Info>> => {
    const sort = Paging.parseSort(sortKeys, order);
    const id = sql`g.id`;
    const wanted = q?.trim();
    const matching = wanted ? sql<boolean>`g.name ilike ${likePattern(wanted)}` : sql<boolean>`true`;
    const reach = mine ? sql<boolean>`${Team.roleColumn()} is not null` : Team.isVisible();
    const condition = sql<boolean>`${isTeam} and ${matching} and ${reach}`;
    const found = await query((db) =>
      sql<GroupRow & { cursor_value: string }>`
        select ${columns()}, ${Paging.cursorValue(sort)} as cursor_value from "group" g
        where ${condition} and ${Paging.after(sort, id, cursor)}
        order by ${Paging.orderBy(sort, id)} limit ${limit + 1}`.execute(db),
    );
    const { rows, next } = Paging.cut(found.rows, limit, sort);
    const items = rows.map(toInfo);
    return count ? { items, next, total: await total(condition) } : { items, next };
  },
);

async function total(condition: RawBuilder<boolean>): Promise<Paging.Total> {
  const counted = await query((db) =>
    sql<{ n: number }>`
      select count(*) as n from (select 1 from "group" g where ${condition} limit ${Paging.countLimit}) g`.execute(db),
  );
  return Paging.total(counted.rows[0]?.n ?? 0);
}

const toInfo = (row: GroupRow): Info => ({
  id: row.id,
  name: row.name,
  description: row.description,
  listed: row.listed,
  role: row.role,
  members: row.members,
  createdAt: row.created_at.toISOString(),
  updatedAt: row.updated_at.toISOString(),
  revision: row.revision,
});
