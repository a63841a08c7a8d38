import { sql } from "kysely";
import { z } from "zod";
import * as Actor from "../actor/index.ts";
import { record } from "../audit/record.ts";
import { query, transaction } from "../database/index.ts";
import { AppError } from "../error/index.ts";
import * as Paging from "../paging/index.ts";
import { fn } from "../util/index.ts";
import { pokeAfterCommit } from "./put.ts";

const KEEP_DEAD_DAYS = 30;

export const Info = z.object({
  id: z.string(),
  channel: z.enum(["mail", "webhook", "socket", "notification"]),
  state: z.enum(["waiting", "dead"]),
  attempts: z.number().int(),
  error: z.string().nullable(),
  createdAt: z.iso.datetime(),
  dueAt: z.iso.datetime(),
});
export type Info = z.infer<typeof Info>;

export const Query = z.object({
  state: Info.shape.state.default("dead"),
  limit: Paging.Limit,
  cursor: z.string().optional(),
});

const newestFirst = Paging.parseSort({ id: { by: sql`o.id`, type: "bigint" } }, "-id");

/** What waits and what was given up, for administrators. What it says stays in the row. */
export const list = fn(Query, async ({ state, limit, cursor }): Promise<Paging.Page<Info>> => {
  Actor.administrator();
  const found = await query((db) =>
    sql<Row>`
      select o.id::text, o.channel, o.state, o.attempts, o.error, o.created_at, o.due_at, ${Paging.cursorValue(newestFirst)} as cursor_value
      from outbox o where o.state = ${state} and ${Paging.after(newestFirst, sql`o.id`, cursor)}
      order by ${Paging.orderBy(newestFirst, sql`o.id`)} limit ${limit + 1}`.execute(db),
  );
  const { rows, next } = Paging.cut(found.rows, limit, newestFirst);
  return { next, items: rows.map(toInfo) };
});

type Row = Omit<Info, "createdAt" | "dueAt"> & { created_at: Date; due_at: Date; cursor_value: string };

const toInfo = ({ created_at, due_at, cursor_value: _, ...row }: Row): Info => ({
  ...row,
  createdAt: created_at.toISOString(),
  dueAt: due_at.toISOString(),
});

/** Lets what was given up be tried again from the start: one message, or all of them. Returns how many. */
export const replay = fn(
  z.object({
    id: z
      .string()
      .regex(/^\d{1,18}$/)
      .optional(),
  }),
  ({ id }) =>
    transaction(async (tx): Promise<number> => {
      Actor.administrator();
      const again = await tx
        .updateTable("outbox")
        .set({ state: "waiting", attempts: 0, error: null, due_at: sql<Date>`now()` })
        .where("state", "=", "dead")
        .$if(id !== undefined, (some) => some.where("id", "=", Number(id)))
        .executeTakeFirst();
      const count = Number(again.numUpdatedRows);
      if (id !== undefined && count === 0) {
        throw new AppError("not_found", "delivery.not_found", "No message with this number was given up.");
      }
      await record({ type: "delivery.replayed", parameters: { messages: count, ...(id === undefined ? {} : { id }) } });
      await pokeAfterCommit();
      return count;
    }),
);

/** Forgets what nobody replayed, and wakes the relay if something is due, in case a poke was lost. */
export async function sweep(): Promise<void> {
  await query((db) =>
    sql`delete from outbox where state = 'dead' and due_at < now() - make_interval(days => ${KEEP_DEAD_DAYS})`.execute(
      db,
    ),
  );
  const due = await query((db) =>
    sql`select 1 from outbox where state = 'waiting' and due_at <= now() limit 1`.execute(db),
  );
  if (due.rows.length > 0) await pokeAfterCommit();
}
