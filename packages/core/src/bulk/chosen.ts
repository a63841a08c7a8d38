import { type RawBuilder, sql, type Transaction } from "kysely";
import { z } from "zod";
import { Access } from "../access/index.ts";
import type { Privilege } from "../access/privilege.ts";
import type { Schema } from "../database/index.ts";
import { Kind } from "../entity/schema.ts";
import { AppError } from "../error/index.ts";

export const MOST = 1_000;

/** What is to be changed together. `count` is how many whoever asks believes these are: a list that grew on the way is not carried out. */
export const Chosen = {
  ids: z
    .array(z.string().max(64))
    .min(1)
    .max(MOST, `At most ${MOST} at once`)
    .refine((ids) => new Set(ids).size === ids.length, "Each id stands here once"),
  count: z.number().int(),
};
export const OfKind = z.object({ kind: Kind.exclude(["project"]), ...Chosen });
type OfKind = z.infer<typeof OfKind>;

export type Row = {
  id: string;
  name: string;
  parent_id: string;
  scope_id: string;
  attributes: Record<string, unknown>;
  privileges: number;
};

/** Locks all that was chosen, in the order of their ids, and refuses the whole of it where one is not there or not the actor's to change. */
export async function lock(
  tx: Transaction<Schema>,
  { ids, count, kind }: OfKind,
  privilege: Privilege,
  options: { trash?: boolean } = {},
): Promise<Row[]> {
  if (count !== ids.length) throw differs(ids.length);
  const place: RawBuilder<unknown> = options.trash ? sql`e.deleted_at is not null` : sql`e.deleted_at is null`;
  const found = await sql<Row>`
    with chosen as materialized (
      select e.id, e.name, e.parent_id, e.scope_id, e.attributes from entity e
      where e.id = any (${ids}::text[]) and e.kind = ${kind} and ${place} order by e.id for update),
    rights as (
      select e.scope_id, p.privileges from (select distinct scope_id from chosen) e
      cross join ${Access.privilegesOfEntity(options)})
    select c.*, coalesce(r.privileges, 0) as privileges from chosen c left join rights r on r.scope_id = c.scope_id`.execute(
    tx,
  );
  const rows = new Map(found.rows.map((row) => [row.id, row]));
  return ids.map((id) => {
    const row = rows.get(id);
    if (!row || !Access.has(row.privileges, "see")) throw Access.missing(id);
    Access.check(row.privileges, privilege);
    return row;
  });
}

/** The project they all lie in; undefined where they lie in several, and an event is of none of them. */
export function commonPlace(rows: Row[]): { entityID?: string } {
  const [first, ...others] = new Set(rows.map((row) => row.parent_id));
  return first === undefined || others.length > 0 ? {} : { entityID: first };
}

const differs = (found: number) =>
  new AppError("conflict", "bulk.count_differs", `These are ${found}. Look at the list again before it is changed.`, {
    fields: [{ path: "/count", message: `Not ${found}` }],
  });
