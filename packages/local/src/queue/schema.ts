import type pg from "pg";
import { migrate } from "../states/schema.ts";

/**
 * `origin` is the queue a message came from when it is in a dead-letter queue. `receipt` names the last time it was
 * handed out: an older one deletes nothing. Times are milliseconds since 1970.
 */
const SCHEMA = `
create schema if not exists queue;
create table if not exists queue.message (
  sequence bigint generated always as identity primary key,
  id text not null,
  queue text not null,
  origin text,
  body text not null,
  attributes text not null,
  sent_at bigint not null,
  visible_at bigint not null,
  first_received_at bigint,
  receives int not null default 0,
  receipt text unique
);
create index if not exists message_by_time on queue.message (queue, visible_at, sequence);
`;

export const migrateQueues = (pool: pg.Pool): Promise<void> => migrate(pool, SCHEMA);
