import { type RawBuilder, sql } from "kysely";
import { z } from "zod";
import * as Actor from "../actor/index.ts";
import { record } from "../audit/record.ts";
import { query, type Row, transaction } from "../database/index.ts";
import { ListQuery } from "../entity/list.ts";
import { likePattern } from "../entity/match.ts";
import { AppError } from "../error/index.ts";
import * as Paging from "../paging/index.ts";
import { fn } from "../util/index.ts";

export * as People from "./people.ts";

export const State = z.enum(["active", "deactivated"]);
export const Kind = z.enum(["person", "service"]);

/** Somebody with an account, as administrators see them. */
export const Info = z.object({
  id: z.string(),
  kind: Kind,
  name: z.string(),
  email: z.string(),
  emailVerified: z.boolean(),
  admin: z.boolean(),
  mayExecute: z.boolean(),
  /** Whether a code is asked for when they sign in. */
  secondFactor: z.boolean(),
  state: State,
  createdAt: z.iso.datetime(),
  lastSeenAt: z.iso.datetime().nullable(),
});
export type Info = z.infer<typeof Info>;

export const Patch = z.strictObject({ admin: z.boolean().optional(), mayExecute: z.boolean().optional() });

const ADMINISTRATORS_LOCK = 72619;

type PersonRow = Row<"user"> & { last_seen_at: Date | null; second_factor: boolean; cursor_value?: string };

/** By what they did with a session or a key; both are noted at most once a minute or a day, which is enough here. */
const lastSeen = sql`greatest(
  (select max(s.updated_at) from session s where s.user_id = u.id),
  (select max(k.last_used_at) from api_key k where k.user_id = u.id))`;

const hasSecondFactor = sql`exists (
  select from second_factor f where f.user_id = u.id and f.confirmed_at is not null)`;

const sortKeys = {
  name: { by: sql`lower(u.name) collate "C"`, type: "text" },
  email: { by: sql`u.email collate "C"`, type: "text" },
  createdAt: { by: sql`u.created_at`, type: "timestamptz" },
} as const;

export const list = fn(
  ListQuery.extend({ sort: z.string().default("name"), state: State.optional(), kind: Kind.optional() }),
  async ({ q, sort: order, limit, cursor, count, state, kind }): Promise<Paging.Page<Info>> => {
    Actor.administrator();
    const sort = Paging.parseSort(sortKeys, order);
    const id = sql`u.id`;
    const wanted = q?.trim();
    const pattern = likePattern(wanted ?? "");
    const matching = wanted ? sql<boolean>`(u.name ilike ${pattern} or u.email ilike ${pattern})` : sql<boolean>`true`;
    const inState = state ? sql<boolean>`(u.deactivated_at is null) = ${state === "active"}` : sql<boolean>`true`;
    const ofKind = kind ? sql<boolean>`u.kind = ${kind}` : sql<boolean>`true`;
    const condition = sql<boolean>`${matching} and ${inState} and ${ofKind}`;
    const found = await query((db) =>
      sql<PersonRow & { id: string; cursor_value: string }>`
        select u.*, ${lastSeen} as last_seen_at, ${hasSecondFactor} as second_factor, ${Paging.cursorValue(sort)} as cursor_value from "user" u
        where ${condition} and ${Paging.after(sort, id, cursor)}
        order by ${Paging.orderBy(sort, id)} limit ${limit + 1}`.execute(db),
    );
    const { rows, next } = Paging.cut(found.rows, limit, sort);
    const items = rows.map(toInfo);
    return count ? { items, next, total: await total(condition) } : { items, next };
  },
);

export const get = fn(z.string(), async (id): Promise<Info> => {
  Actor.administrator();
  const found = await query((db) =>
    sql<PersonRow>`select u.*, ${lastSeen} as last_seen_at, ${hasSecondFactor} as second_factor from "user" u where u.id = ${id}`.execute(
      db,
    ),
  );
  const row = found.rows[0];
  if (!row) throw missing(id);
  return toInfo(row);
});

/** Gives or takes the rights that no grant carries: to administer the deployment, and to run functions. */
export const update = fn(z.object({ id: z.string(), patch: Patch }), ({ id, patch }) =>
  transaction(async (): Promise<void> => {
    const { admin, mayExecute } = patch;
    await change(id, {
      ...(admin === undefined ? {} : { admin }),
      ...(mayExecute === undefined ? {} : { may_execute: mayExecute }),
    });
    await record({ type: "user.rights_changed", parameters: { userId: id, ...patch } });
  }),
);

/** Ends every session and key of somebody at once. What they made stays theirs, with their name. */
export const deactivate = fn(z.string(), (id) =>
  transaction(async (tx): Promise<void> => {
    await change(id, { deactivated_at: sql<Date>`coalesce(deactivated_at, now())` });
    await tx.deleteFrom("session").where("user_id", "=", id).execute();
    await record({ type: "user.deactivated", parameters: { userId: id } });
  }),
);

/** Lets somebody in again, with their rights and keys as they were. */
export const reactivate = fn(z.string(), (id) =>
  transaction(async (): Promise<void> => {
    await change(id, { deactivated_at: null });
    await record({ type: "user.reactivated", parameters: { userId: id } });
  }),
);

type Change = { admin?: boolean; may_execute?: boolean; deactivated_at?: RawBuilder<Date> | null };

const change = (id: string, set: Change): Promise<void> =>
  transaction(async (tx): Promise<void> => {
    Actor.administrator();
    // Two administrators who take each other's right at the same moment must not both succeed.
    await sql`select pg_advisory_xact_lock(${ADMINISTRATORS_LOCK})`.execute(tx);
    const changed = await tx
      .updateTable("user")
      .set({ ...set, updated_at: sql`now()` })
      .where("id", "=", id)
      .executeTakeFirst();
    if (changed.numUpdatedRows === 0n) throw missing(id);
    const left = await tx
      .selectFrom("user")
      .select("id")
      .where("admin", "=", true)
      .where("deactivated_at", "is", null)
      .limit(1)
      .executeTakeFirst();
    if (!left)
      throw new AppError(
        "conflict",
        "user.last_administrator",
        "This would leave nobody to administer Atrium. Make somebody else an administrator first.",
      );
  });

async function total(condition: RawBuilder<boolean>): Promise<Paging.Total> {
  const counted = await query((db) =>
    sql<{ n: number }>`
      select count(*) as n from (select 1 from "user" u where ${condition} limit ${Paging.countLimit}) u`.execute(db),
  );
  return Paging.total(counted.rows[0]?.n ?? 0);
}

const missing = (id: string) =>
  new AppError("not_found", "user.not_found", `There is nobody with the id ${JSON.stringify(id.slice(0, 64))}.`);

const toInfo = (row: PersonRow): Info => ({
  id: row.id,
  kind: row.kind,
  name: row.name,
  email: row.email,
  emailVerified: row.email_verified,
  admin: row.admin,
  mayExecute: row.may_execute,
  secondFactor: row.second_factor,
  state: row.deactivated_at ? "deactivated" : "active",
  createdAt: row.created_at.toISOString(),
  lastSeenAt: row.last_seen_at?.toISOString() ?? null,
});
