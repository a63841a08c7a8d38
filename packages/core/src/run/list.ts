import { sql } from "kysely";
import { z } from "zod";
import { Access } from "../access/index.ts";
import { query } from "../database/index.ts";
import * as Paging from "../paging/index.ts";
import { fn } from "../util/index.ts";
import { columns, type Info, type RunRow, source, toInfo } from "./info.ts";
import { RunState } from "./schema.ts";

const sortKeys = { queuedAt: { by: sql`r.queued_at`, type: "timestamptz" } } as const;

export const ListQuery = z.object({
  projectID: z.string().optional(),
  subjectID: z.string().optional(),
  functionID: z.string().optional(),
  state: RunState.optional(),
  sort: z.string().default("-queuedAt"),
  limit: Paging.Limit,
  cursor: z.string().optional(),
  count: z.boolean().default(false),
});

/** The runs that work for something the actor sees. */
export const list = fn(ListQuery, async (asked): Promise<Paging.Page<Info>> => {
  if (asked.projectID !== undefined) await Access.require(asked.projectID, "see");
  const sort = Paging.parseSort(sortKeys, asked.sort);
  const id = sql`r.id`;
  const { condition: visible } = await Access.visibleEntities();
  const filter = sql`e.deleted_at is null
    and (${asked.projectID ?? null}::text is null or r.project_id = ${asked.projectID ?? null})
    and (${asked.subjectID ?? null}::text is null or r.subject_id = ${asked.subjectID ?? null})
    and (${asked.functionID ?? null}::text is null or r.function_id = ${asked.functionID ?? null})
    and (${asked.state ?? null}::text is null or r.state = ${asked.state ?? null})
    and ${visible}`;
  const found = await query((db) =>
    sql<RunRow & { cursor_value: string }>`
      with page as (
        select r.* from run r join entity e on e.id = r.subject_id
        where ${filter} and ${Paging.after(sort, id, asked.cursor)}
        order by ${Paging.orderBy(sort, id)} limit ${asked.limit + 1}
      )
      select ${columns}, ${Paging.cursorValue(sort)} as cursor_value from ${source("page")} order by ${Paging.orderBy(sort, id)}`.execute(
      db,
    ),
  );
  const { rows, next } = Paging.cut(found.rows, asked.limit, sort);
  const items = rows.map(toInfo);
  if (!asked.count) return { items, next };
  const counted = await query((db) =>
    sql<{ n: number }>`select count(*) as n from (
      select 1 from run r join entity e on e.id = r.subject_id where ${filter} limit ${Paging.countLimit}) c`.execute(
      db,
    ),
  );
  return { items, next, total: Paging.total(counted.rows[0]?.n ?? 0) };
});
