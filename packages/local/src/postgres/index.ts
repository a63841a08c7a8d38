import type { ChildProcess } from "node:child_process";
import { mkdir, stat } from "node:fs/promises";
import { dirname, join } from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import pg from "pg";
import { end } from "../process/end.ts";
import { guard } from "../process/guard.ts";
import { freePort } from "../process/port.ts";
import { serverFolder } from "./binaries.ts";
import { clearOrphans } from "./orphans.ts";
import { initialise, launch } from "./server.ts";

export type PostgresOptions = {
  dataDir: string;
  /** A free one when left out. */
  port?: number;
  databases: string[];
  password: string;
  /** Server settings other than a small machine's. */
  settings?: Record<string, string>;
  /** Called once when the server ends without `stop()`. */
  onExit?: (reason: string) => void;
  /** Lines of the server's own log. */
  onLog?: (text: string) => void;
};

export type Postgres = { host: string; port: number; user: "atrium"; pid: number; stop(): Promise<void> };

const HOST = "127.0.0.1";
const USER = "atrium";
// Generous: after a crash the server replays its log before it answers.
const READY_WITHIN_MS = 120_000;
const STOP_WITHIN_MS = 4_000;
const ATTEMPTS = 3;
// The first answer is usually there within 50 ms; while the log is replayed each question is a line in it.
const FIRST_POLL_MS = 10;
const LAST_POLL_MS = 250;

/** Runs a PostgreSQL server of our own on a folder, making the cluster and the databases where they are missing. */
export async function startPostgres(options: PostgresOptions): Promise<Postgres> {
  await mkdir(dirname(options.dataDir), { recursive: true });
  const native = await serverFolder(dirname(options.dataDir));
  if (!(await isCluster(options.dataDir))) await initialise(native, options.dataDir, options.password);
  await clearOrphans(options.dataDir);
  const { child, port } = await startOnPort(native, options);
  let stopping = false;
  child.once("exit", (code, signal) => {
    if (!stopping) options.onExit?.(`PostgreSQL ended (${signal ?? `exit ${code}`})`);
  });
  await createDatabases(port, options);
  return {
    host: HOST,
    port,
    user: USER,
    pid: child.pid ?? 0,
    async stop() {
      stopping = true;
      await end(child, "SIGINT", STOP_WITHIN_MS);
    },
  };
}

/** A free port may be taken by somebody else before the server binds it, so an unnamed one is drawn again. */
async function startOnPort(native: string, options: PostgresOptions): Promise<{ child: ChildProcess; port: number }> {
  for (let attempt = 1; ; attempt++) {
    const port = options.port ?? (await freePort(HOST));
    try {
      return { child: await startServer(native, port, options), port };
    } catch (error) {
      if (options.port !== undefined || attempt === ATTEMPTS) throw error;
    }
  }
}

async function startServer(native: string, port: number, options: PostgresOptions): Promise<ChildProcess> {
  const child = await launch(native, options.dataDir, port, options.settings);
  guard(child, "INT");
  let said = "";
  child.stdout?.resume(); // the server writes its log to standard error only
  child.stderr?.setEncoding("utf8").on("data", (text: string) => {
    said = `${said}${text}`.slice(-4_000);
    options.onLog?.(text);
  });
  const deadline = Date.now() + READY_WITHIN_MS;
  for (let wait = FIRST_POLL_MS; !(await answers(port, options.password)); wait = Math.min(wait * 1.5, LAST_POLL_MS)) {
    if (child.exitCode !== null || child.signalCode !== null)
      throw new Error(`PostgreSQL did not start: ${said.trim()}`);
    if (Date.now() > deadline) {
      await end(child, "SIGQUIT", STOP_WITHIN_MS);
      throw new Error(`PostgreSQL was not ready within ${READY_WITHIN_MS / 1000} s: ${said.trim()}`);
    }
    await sleep(wait);
  }
  return child;
}

const connectionTo = (port: number, password: string) =>
  new pg.Client({ host: HOST, port, user: USER, password, database: "postgres", connectionTimeoutMillis: 5_000 });

async function answers(port: number, password: string): Promise<boolean> {
  const client = connectionTo(port, password);
  client.on("error", () => undefined); // a server going down again is seen by its exit
  try {
    await client.connect();
    return true;
  } catch (error) {
    // Not listening yet, or still replaying its log; a wrong password would never get better.
    if ((error as { code?: string }).code === "28P01") throw error;
    return false;
  } finally {
    await client.end().catch(() => undefined);
  }
}

async function createDatabases(port: number, { databases, password }: PostgresOptions): Promise<void> {
  const client = connectionTo(port, password);
  await client.connect();
  try {
    const { rows } = await client.query<{ datname: string }>("select datname from pg_database");
    const present = new Set(rows.map((row) => row.datname));
    for (const name of databases) {
      if (!present.has(name)) await client.query(`create database ${pg.escapeIdentifier(name)}`);
    }
  } finally {
    await client.end();
  }
}

const isCluster = (dataDir: string): Promise<boolean> =>
  stat(join(dataDir, "PG_VERSION")).then(
    () => true,
    () => false,
  );
