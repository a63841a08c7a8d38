import { Kysely, PostgresDialect } from "kysely";
import pg from "pg";
import * as Config from "../config/index.ts";
import { secret } from "../secret/index.ts";
import { must } from "../util/index.ts";
import type { Schema } from "./schema.ts";

// Beyond 2^53 a count or size would silently lose digits; none of ours gets near, so fail loudly instead.
pg.types.setTypeParser(pg.types.builtins.INT8, (text) => {
  const value = Number(text);
  if (!Number.isSafeInteger(value)) throw new RangeError(`bigint ${text} is not a safe integer`);
  return value;
});

let open: Kysely<Schema> | undefined;

/**
 * One small pool a process: a Lambda serves one request at a time. The second connection is for hooks that query while the
 * sign-in library holds its transaction open. A host that serves several at once asks for more by `DATABASE_POOL`.
 */
export function connection(): Kysely<Schema> {
  open ??= new Kysely<Schema>({ dialect: new PostgresDialect({ pool: async () => createPool() }) });
  return open;
}

export async function closeConnection(): Promise<void> {
  const closing = open;
  open = undefined;
  await closing?.destroy();
}

async function createPool(): Promise<pg.Pool> {
  const [host, port] = Config.databaseHost().split(":");
  const credentials = JSON.parse(await secret(Config.databaseSecretARN())) as { username: string; password: string };
  const pool = new pg.Pool({
    host: must(host, "database host"),
    port: Number(port),
    database: Config.databaseName(),
    user: credentials.username,
    password: credentials.password,
    max: Number(process.env.DATABASE_POOL ?? 2),
    connectionTimeoutMillis: 20_000,
    idleTimeoutMillis: 60_000,
    statement_timeout: 25_000,
    ssl: process.env.DATABASE_TLS === "require" ? { rejectUnauthorized: true } : false,
  });
  // An idle connection that the server closed must not end the process; the next query opens another.
  pool.on("error", (error) => process.stderr.write(`database connection lost: ${error.message}\n`));
  return pool;
}
