import { type RawBuilder, sql } from "kysely";
import { z } from "zod";
import { Access } from "../access/index.ts";
import * as Actor from "../actor/index.ts";
import { query } from "../database/index.ts";
import { AppError } from "../error/index.ts";
import * as Paging from "../paging/index.ts";
import { fn } from "../util/index.ts";
import { decides } from "./approver.ts";
import { type Request, State } from "./schema.ts";

type Row = {
  id: string;
  entity_id: string;
  kind: Request["entity"]["kind"];
  name: string;
  user_id: string;
  user_name: string;
  bundle: Request["bundle"];
  answer: string;
  days: number | null;
  state: State;
  note: string;
  created_at: Date;
  decided_by: string | null;
  decider: string | null;
  decided_at: Date | null;
  granted_until: Date | null;
  cursor_value: string;
};

export const ListRequests = z.object({
  /** Those one made, or those one decides on. */
  as: z.enum(["asker", "approver"]).default("asker"),
  state: State.optional(),
  limit: Paging.Limit,
  cursor: z.string().optional(),
});

const newestFirst = Paging.parseSort({ id: { by: sql`r.id`, type: "text" } }, "-id");

/** What the actor asked for, or what waits for their decision, newest first. */
export const listRequests = fn(ListRequests, async ({ as, state, limit, cursor }): Promise<Paging.Page<Request>> => {
  const own = sql<boolean>`r.user_id = ${Actor.user().userID}`;
  // Not as a parameter, so that those which wait are found by their own index.
  const inState = state === undefined ? sql<boolean>`true` : sql<boolean>`r.state = ${sql.lit(state)}`;
  const page = { limit: limit + 1, cursor };
  const rows =
    as === "asker"
      ? await read(sql<boolean>`${own} and ${inState}`, page)
      : await read(sql<boolean>`${decides()} and ${inState}`, { ...page, rights: rightsAsSet() });
  const { rows: shown, next } = Paging.cut(rows, limit, newestFirst);
  return { items: shown.map(toRequest), next };
});

/** One request, for who made it and who decides on it. */
export const getRequest = fn(z.string(), async (id): Promise<Request> => {
  const mine = sql<boolean>`r.user_id = ${Actor.user().userID} or (p.privileges & 1 <> 0 and ${decides()})`;
  const [row] = await read(sql<boolean>`r.id = ${id} and (${mine})`, { limit: 1 });
  if (!row) throw noSuchRequest();
  return toRequest(row);
});

export async function latestOwn(entityID: string): Promise<Request | null> {
  const own = sql<boolean>`r.entity_id = ${entityID} and r.user_id = ${Actor.user().userID}`;
  const [row] = await read(own, { limit: 1 });
  return row ? toRequest(row) : null;
}

export const noSuchRequest = () =>
  new AppError("not_found", "access_request.not_found", "There is no such request that you can see.");

/** Computed once and not for each request: an approver walks over those of others to find theirs. */
const rightsAsSet = () => sql`join ${Access.effectivePrivileges()} p on p.scope_id = e.scope_id`;

/** Of what the actor sees no more, even their own request tells nothing. */
const read = async (
  condition: RawBuilder<boolean>,
  {
    limit,
    cursor,
    rights = sql`cross join ${Access.privilegesOfEntity()}`,
  }: { limit: number; cursor?: string | undefined; rights?: RawBuilder<unknown> },
): Promise<Row[]> =>
  (
    await query((db) =>
      sql<Row>`
        select r.*, e.kind, e.name, u.name as user_name, d.name as decider, ${Paging.cursorValue(newestFirst)} as cursor_value
        from access_request r
        join entity e on e.id = r.entity_id and e.deleted_at is null
        join "user" u on u.id = r.user_id
        left join "user" d on d.id = r.decided_by
        ${rights}
        where (${condition}) and p.privileges & 1 <> 0 and ${Paging.after(newestFirst, sql`r.id`, cursor)}
        order by r.id desc limit ${limit}`.execute(db),
    )
  ).rows;

const toRequest = (row: Row): Request => ({
  id: row.id,
  entity: { id: row.entity_id, kind: row.kind, name: row.name },
  user: { id: row.user_id, name: row.user_name },
  bundle: row.bundle,
  answer: row.answer,
  days: row.days,
  state: row.state,
  note: row.note,
  createdAt: row.created_at.toISOString(),
  decidedBy: row.decided_by === null ? null : { id: row.decided_by, name: row.decider ?? "Somebody" },
  decidedAt: row.decided_at?.toISOString() ?? null,
  grantedUntil: row.granted_until?.toISOString() ?? null,
});
