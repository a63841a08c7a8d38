import { join } from "node:path";
import { Kysely, PostgresDialect } from "kysely";
import pg from "pg";
import { closeConnection } from "../../packages/core/src/database/index.ts";
import { migrateUp } from "../../packages/core/src/database/migrate.ts";
import { grantProgram } from "../../packages/core/src/database/role.ts";
import { startPostgres } from "../../packages/local/src/postgres/index.ts";
import { temporaryFolder } from "../support/paths.ts";
import { startSecrets } from "../support/setup-postgres.ts";

const DATABASE = "atrium";
const PASSWORD = "only-for-the-bench";
const PROGRAM = { username: "atrium_program", password: "program-only-for-the-bench" };
/** As Aurora has it with 8 capacity units: of so much data not all is read from disk again. */
const MEMORY = { shared_buffers: "4GB", effective_cache_size: "12GB" };
const SECRET_ARN = "arn:aws:secretsmanager:eu-west-1:123456789012:secret:bench-database-AbCdEf";

export type Database = { db: pg.Client; stop(): Promise<void> };

/**
 * A PostgreSQL of the bench's own, to which the domain's queries go, and a client of the program's role, whose plans are those of
 * the program. `fill` is called once, by the owner: a folder
 * that is given is kept, so that a world once built can be measured again.
 */
export async function openDatabase(
  given: string | undefined,
  fill: (db: pg.Client) => Promise<void>,
): Promise<Database> {
  const folder = given ? { path: given, remove: () => undefined } : temporaryFolder("bench-scale");
  const postgres = await startPostgres({
    dataDir: join(folder.path, "data"),
    databases: [DATABASE],
    password: PASSWORD,
    settings: MEMORY,
  });
  const secrets = await startSecrets({ [SECRET_ARN]: JSON.stringify(PROGRAM) });
  Object.assign(process.env, {
    DATABASE_HOST: `${postgres.host}:${postgres.port}`,
    DATABASE_NAME: DATABASE,
    DATABASE_TLS: "off",
    DATABASE_SECRET_ARN: SECRET_ARN,
    AWS_ENDPOINT_URL_SECRETS_MANAGER: secrets.url,
    AWS_REGION: "eu-west-1",
    AWS_ACCESS_KEY_ID: "AKIAIOSFODNN7EXAMPLE",
    AWS_SECRET_ACCESS_KEY: PASSWORD,
  });
  const login = {
    host: postgres.host,
    port: postgres.port,
    user: postgres.user,
    password: PASSWORD,
    database: DATABASE,
  };
  const db = new pg.Client({ ...login, user: PROGRAM.username, password: PROGRAM.password });
  const stop = async () => {
    await closeConnection();
    await db.end();
    await secrets.stop();
    await postgres.stop();
    folder.remove();
  };
  try {
    const owner = new Kysely<unknown>({ dialect: new PostgresDialect({ pool: new pg.Pool({ ...login, max: 2 }) }) });
    await migrateUp(owner);
    await grantProgram(owner, PROGRAM);
    await owner.destroy();
    await asOwner(login, fill);
    await db.connect();
    return { db, stop };
  } catch (error) {
    await stop();
    throw error;
  }
}

async function asOwner(login: pg.ClientConfig, fill: (db: pg.Client) => Promise<void>): Promise<void> {
  const db = new pg.Client(login);
  await db.connect();
  try {
    const { rows } = await db.query<{ empty: boolean }>("select not exists (select from entity) as empty");
    if (rows[0]?.empty) await fill(db);
    // A server that has been asked for a day has it in memory; one that has just begun reads it from the disk's cache first.
    await db.query("create extension if not exists pg_prewarm");
    await db.query(
      "select pg_prewarm(oid) from pg_class where relnamespace = 'public'::regnamespace and relkind in ('r', 'i')",
    );
  } finally {
    await db.end();
  }
}
