import { randomUUID } from "node:crypto";
import type pg from "pg";
import type { Queryable } from "../queue/store.ts";
import { migrate } from "../states/schema.ts";

/** Something on its way to a target: kept until the target took it, or its dead-letter queue did. */
export type Item = {
  id: string;
  target: string;
  payload: string;
  /** Who sends it: a rule, a schedule, a bucket. Told to the dead-letter queue. */
  source: string;
  attempts: number;
  mostAttempts: number;
  givesUpAt: number;
  deadLetters: string | null;
};

export type Draft = Omit<Item, "id" | "attempts">;

const SCHEMA = `
create schema if not exists delivery;
create table if not exists delivery.item (
  id text primary key,
  target text not null,
  payload text not null,
  source text not null,
  attempts int not null default 0,
  most_attempts int not null,
  gives_up_at bigint not null,
  dead_letters text,
  next_at bigint not null
);
create index if not exists item_by_time on delivery.item (next_at);
`;

const FIELDS = `id, target, payload, source, attempts, most_attempts as "mostAttempts",
  gives_up_at::float8 as "givesUpAt", dead_letters as "deadLetters"`;

export const migrateDelivery = (pool: pg.Pool): Promise<void> => migrate(pool, SCHEMA);

export const createItems = (pool: pg.Pool) => ({
  async add(db: Queryable, drafts: Draft[], now: number): Promise<void> {
    for (const { target, payload, source, mostAttempts, givesUpAt, deadLetters } of drafts) {
      await db.query(
        `insert into delivery.item (id, target, payload, source, most_attempts, gives_up_at, dead_letters, next_at)
         values ($1, $2, $3, $4, $5, $6, $7, $8)`,
        [randomUUID(), target, payload, source, mostAttempts, givesUpAt, deadLetters, now],
      );
    }
  },

  /** What is due, but for what is being worked on. */
  async due(now: number, working: string[], most: number): Promise<Item[]> {
    const { rows } = await pool.query<Item>(
      `select ${FIELDS} from delivery.item where next_at <= $1 and id <> all ($2) order by next_at limit $3`,
      [now, working, most],
    );
    return rows;
  },

  async nextAt(working: string[]): Promise<number | undefined> {
    const { rows } = await pool.query<{ at: number | null }>(
      "select min(next_at)::float8 as at from delivery.item where id <> all ($1)",
      [working],
    );
    return rows[0]?.at ?? undefined;
  },

  async postpone(id: string, attempts: number, nextAt: number): Promise<void> {
    await pool.query("update delivery.item set attempts = $2, next_at = $3 where id = $1", [id, attempts, nextAt]);
  },

  remove: (db: Queryable, id: string) => db.query("delete from delivery.item where id = $1", [id]),

  /** Both or neither. */
  async transaction<T>(run: (db: Queryable) => Promise<T>): Promise<T> {
    const client = await pool.connect();
    try {
      await client.query("begin");
      const result = await run(client);
      await client.query("commit");
      return result;
    } catch (error) {
      await client.query("rollback");
      throw error;
    } finally {
      client.release();
    }
  },
});
