import { randomUUID } from "node:crypto";
import type pg from "pg";
import type { Attributes } from "./message.ts";

/** A pool, or the connection of an open transaction. */
export type Queryable = Pick<pg.Pool, "query">;

export type Draft = { body: string; attributes: Attributes; visibleAt: number };

export type Message = {
  id: string;
  origin: string | null;
  body: string;
  attributes: Attributes;
  sentAt: number;
  firstReceivedAt: number;
  receives: number;
  receipt: string;
};

type Row = Omit<Message, "attributes"> & { attributes: string };

const FIELDS = `id, origin, body, attributes, sent_at::float8 as "sentAt",
  first_received_at::float8 as "firstReceivedAt", receives, receipt`;

/** The messages of all queues. */
export const createStore = (pool: pg.Pool) => ({
  async add(db: Queryable, queue: string, drafts: Draft[], now: number): Promise<string[]> {
    const ids = drafts.map(() => randomUUID());
    await db.query(
      `insert into queue.message (queue, id, body, attributes, sent_at, visible_at)
       select $1, id, body, attributes, $2, visible_at
       from unnest($3::text[], $4::text[], $5::text[], $6::bigint[]) as draft (id, body, attributes, visible_at)`,
      [
        ...[queue, now, ids],
        ...[drafts.map(({ body }) => body), drafts.map(({ attributes }) => JSON.stringify(attributes))],
        drafts.map(({ visibleAt }) => visibleAt),
      ],
    );
    return ids;
  },

  /** Hands out the oldest visible messages and hides them until `until`. */
  async take(queue: string, most: number, now: number, until: number, keptSince: number): Promise<Message[]> {
    const { rows } = await pool.query<Row>(
      `with chosen as (
         select sequence from queue.message where queue = $1 and visible_at <= $2 and sent_at >= $5
         order by sequence limit $3 for update skip locked
       )
       update queue.message set visible_at = $4, receives = receives + 1, receipt = gen_random_uuid()::text,
         first_received_at = coalesce(first_received_at, $2)
       from chosen where message.sequence = chosen.sequence
       returning ${FIELDS}`,
      [queue, now, most, until, keptSince],
    );
    return rows.map((row) => ({ ...row, attributes: JSON.parse(row.attributes) as Attributes }));
  },

  /** Messages handed out too often go to the dead-letter queue instead of being handed out again. */
  async bury(queue: string, deadLetters: string, mostReceives: number, now: number): Promise<number> {
    const { rowCount } = await pool.query(
      `update queue.message set queue = $2, origin = $1, receives = 0, receipt = null, first_received_at = null,
         visible_at = $4
       where queue = $1 and visible_at <= $4 and receives >= $3`,
      [queue, deadLetters, mostReceives, now],
    );
    return rowCount ?? 0;
  },

  /** Dead letters go back: to where each came from, or all to one queue. */
  async revive(deadLetters: string, destination: string | undefined, now: number): Promise<string[]> {
    const { rows } = await pool.query<{ queue: string }>(
      `update queue.message set queue = coalesce($2, origin), origin = null, receives = 0, receipt = null,
         first_received_at = null, visible_at = $3
       where queue = $1 and (origin is not null or $2::text is not null) returning queue`,
      [deadLetters, destination ?? null, now],
    );
    return rows.map(({ queue }) => queue);
  },

  async remove(queue: string, receipts: string[]): Promise<void> {
    await pool.query("delete from queue.message where queue = $1 and receipt = any ($2)", [queue, receipts]);
  },

  /** False when the message is not being worked on under this receipt. */
  async hide(queue: string, receipt: string, now: number, until: number): Promise<boolean> {
    const { rowCount } = await pool.query(
      "update queue.message set visible_at = $4 where queue = $1 and receipt = $2 and visible_at > $3",
      [queue, receipt, now, until],
    );
    return rowCount === 1;
  },

  /** When the next message of a queue can be seen, in milliseconds since 1970. */
  async nextVisible(queue: string): Promise<number | undefined> {
    const { rows } = await pool.query<{ at: number | null }>(
      "select min(visible_at)::float8 as at from queue.message where queue = $1",
      [queue],
    );
    return rows[0]?.at ?? undefined;
  },

  async count(queue: string, now: number): Promise<{ visible: number; hidden: number; delayed: number }> {
    const { rows } = await pool.query<{ visible: number; hidden: number; delayed: number }>(
      `select count(*) filter (where visible_at <= $2)::int as visible,
         count(*) filter (where visible_at > $2 and receives > 0)::int as hidden,
         count(*) filter (where visible_at > $2 and receives = 0)::int as delayed
       from queue.message where queue = $1`,
      [queue, now],
    );
    return rows[0] ?? { visible: 0, hidden: 0, delayed: 0 };
  },

  async purge(queue: string): Promise<void> {
    await pool.query("delete from queue.message where queue = $1", [queue]);
  },

  async expire(queue: string, sentBefore: number): Promise<void> {
    await pool.query("delete from queue.message where queue = $1 and sent_at < $2", [queue, sentBefore]);
  },
});

export type Store = ReturnType<typeof createStore>;
