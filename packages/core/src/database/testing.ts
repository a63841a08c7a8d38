import { Kysely, PostgresDialect, sql } from "kysely";
import pg from "pg";
import { afterAll, beforeAll } from "vitest";
import { Actor } from "../actor/index.ts";
import { Config } from "../config/index.ts";
import { createID } from "../id/index.ts";
import { must } from "../util/index.ts";
import { closeConnection } from "./connection.ts";
import { query } from "./index.ts";
import { migrateUp } from "./migrate.ts";
import { Credentials, grantProgram } from "./role.ts";

// Only for tests.

/** A migrated database for the tests of this file, dropped after them. Tests in it share it, each with people of its own. */
export function useDatabase(): void {
  const name = `test_${crypto.randomUUID().replaceAll("-", "")}`;
  const server = must(process.env.DATABASE_NAME, "database of the test server");
  beforeAll(async () => {
    await onServer(server, async (db) => {
      const template = await ensureTemplate(db);
      await sql`create database ${sql.id(name)} template ${sql.id(template)}`.execute(db);
    });
    process.env.DATABASE_NAME = name;
  });
  afterAll(async () => {
    await closeConnection();
    process.env.DATABASE_NAME = server;
    await onServer(server, (db) => sql`drop database if exists ${sql.id(name)} with (force)`.execute(db));
  });
}

/** An empty database without a table, for the tests of the migrations. */
export async function withEmptyDatabase<T>(run: (db: Kysely<unknown>) => Promise<T>): Promise<T> {
  const name = `test_${crypto.randomUUID().replaceAll("-", "")}`;
  const server = Config.databaseName();
  await onServer(server, (db) => sql`create database ${sql.id(name)}`.execute(db));
  try {
    return await onServer(name, run);
  } finally {
    await onServer(server, (db) => sql`drop database ${sql.id(name)} with (force)`.execute(db));
  }
}

/** What the program may not do to its own database: statistics, and attacks on what only triggers guard. */
export const asOwner = <T>(run: (db: Kysely<unknown>) => Promise<T>): Promise<T> =>
  onServer(Config.databaseName(), run);

export type Person = { id: string; name: string; email: string; as: <T>(run: () => T) => T };

/** Somebody with an account, who acts inside `as`. */
export async function createUser(
  name: string,
  rights: { admin?: boolean; mayExecute?: boolean; scopes?: string[] } = {},
): Promise<Person> {
  const id = createID("user");
  const { admin = false, mayExecute = false, scopes } = rights;
  const email = `${name.toLowerCase()}.${id.slice(-8).toLowerCase()}@example.org`;
  await query((db) =>
    db
      .insertInto("user")
      .values({ id, name, email, image: null, admin, may_execute: mayExecute, deactivated_at: null })
      .execute(),
  );
  const key = scopes ? { key: { id: "key_of_a_test", scopes } } : {};
  return { id, name, email, as: (run) => Actor.as({ type: "user", userID: id, admin, mayExecute, ...key }, run) };
}

/** Makes somebody and runs as them. */
export async function asUser<T>(name: string, run: (person: Person) => Promise<T>): Promise<T> {
  const person = await createUser(name);
  return person.as(() => run(person));
}

/** One migrated database a server, from which the others are copied in a fraction of the time. */
async function ensureTemplate(db: Kysely<unknown>): Promise<string> {
  const template = "atrium_template";
  return db.connection().execute(async (one) => {
    await sql`select pg_advisory_lock(72616)`.execute(one);
    const found = await sql`select 1 from pg_database where datname = ${template} and datistemplate`.execute(one);
    if (found.rows.length === 0) {
      await sql`drop database if exists ${sql.id(template)} with (force)`.execute(one);
      await sql`create database ${sql.id(template)}`.execute(one);
      await onServer(template, async (made) => {
        await migrateUp(made);
        await grantProgram(made, program());
      });
      await sql`alter database ${sql.id(template)} is_template true`.execute(one);
    }
    await sql`select pg_advisory_unlock(72616)`.execute(one);
    return template;
  });
}

const program = (): Credentials =>
  Credentials.parse(JSON.parse(must(process.env.TEST_DATABASE_PROGRAM, "credentials of the program")));

async function onServer<T>(database: string, run: (db: Kysely<unknown>) => Promise<T>): Promise<T> {
  const [host, port] = Config.databaseHost().split(":");
  const password = must(process.env.TEST_DATABASE_PASSWORD, "password of the test server");
  const pool = new pg.Pool({ host, port: Number(port), database, user: "atrium", password, max: 2 });
  const db = new Kysely<unknown>({ dialect: new PostgresDialect({ pool }) });
  try {
    return await run(db);
  } finally {
    await db.destroy();
  }
}
