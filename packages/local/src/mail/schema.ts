import type pg from "pg";
import { migrate } from "../states/schema.ts";

/** Times are milliseconds since 1970. */
const SCHEMA = `
create schema if not exists mail;
create table if not exists mail.message (
  sequence bigint generated always as identity primary key,
  id text not null,
  at bigint not null,
  sender text not null,
  recipients text[] not null,
  subject text not null,
  body text not null,
  html text
);
`;

export const migrateMail = (pool: pg.Pool): Promise<void> => migrate(pool, SCHEMA);
