import pg from "pg";
import type { LogFile } from "../log/index.ts";
import { type Postgres, startPostgres } from "../postgres/index.ts";
import { type Running, supervise } from "../process/supervise.ts";

/** The host's own journal, beside the application's database. */
const HOST_DATABASE = "atrium_host";
const HOST_CONNECTIONS = 8;

export type Database = Running & { host: string; port: number; pool: pg.Pool };

/** PostgreSQL, started again on the same port whenever it dies, and the host's connections to its own database. */
export async function startDatabase(options: {
  dataDir: string;
  password: string;
  application: string;
  log: LogFile;
}): Promise<Database> {
  const { log, password } = options;
  let latest: Postgres | undefined;
  const server = await supervise({
    name: "PostgreSQL",
    say: (text) => log.event("warn", text),
    async start(died) {
      latest = await startPostgres({
        dataDir: options.dataDir,
        // Started again it is where it was; the first time it looks for a place by itself, and again where that was taken.
        port: latest?.port,
        password,
        databases: [options.application, HOST_DATABASE],
        onExit: died,
        onLog: (text) => log.write(text),
      });
      return latest;
    },
  });
  const { host, port, user } = latest ?? nowhere();
  const pool = new pg.Pool({
    host,
    port,
    user,
    password,
    database: HOST_DATABASE,
    max: HOST_CONNECTIONS,
    connectionTimeoutMillis: 20_000,
  });
  // A connection that idled while the server went away; the next query opens another.
  pool.on("error", (error) => log.event("warn", "connection lost", { error }));
  return {
    host,
    port,
    pool,
    async stop() {
      await pool.end();
      await server.stop();
    },
  };
}

function nowhere(): never {
  throw new Error("PostgreSQL was started, and is nowhere");
}
