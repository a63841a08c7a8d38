import { type ChildProcess, spawn } from "node:child_process";
import { once } from "node:events";
import { mkdtemp, readFile, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import pg from "pg";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { startPostgres } from "./index.ts";

const password = "pg-test";
let folder: string;

// One cluster for all: making one is what takes the time. Each test has tables of its own.
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), "atrium-postgres-"));
});
afterAll(() => rm(folder, { recursive: true, force: true }));

const dataDir = () => join(folder, "postgres", "data");
const start = (extra: Partial<Parameters<typeof startPostgres>[0]> = {}) =>
  startPostgres({ dataDir: dataDir(), databases: ["one"], password, ...extra });

async function query(port: number, text: string): Promise<unknown[]> {
  const client = new pg.Client({ host: "127.0.0.1", port, user: "atrium", password, database: "one" });
  client.on("error", () => undefined);
  await client.connect();
  try {
    return (await client.query({ text, rowMode: "array" })).rows;
  } finally {
    await client.end();
  }
}

/** A host of its own, to be killed without a chance to tidy up. */
async function host(): Promise<{ child: ChildProcess; port: number; pid: number }> {
  const module = new URL("./index.ts", import.meta.url).href;
  const script = `import { startPostgres } from ${JSON.stringify(module)};
    const { port, pid } = await startPostgres(${JSON.stringify({ dataDir: dataDir(), databases: ["one"], password })});
    process.stdout.write(JSON.stringify({ port, pid }) + "\\n");
    setInterval(() => {}, 1000);`;
  const child = spawn(process.execPath, ["--input-type=module", "-e", script], {
    stdio: ["ignore", "pipe", "inherit"],
  });
  const [line] = (await once(child.stdout as NodeJS.ReadableStream, "data")) as [Buffer];
  return { child, ...(JSON.parse(line.toString()) as { port: number; pid: number }) };
}

const alive = (pid: number): boolean => {
  try {
    process.kill(pid, 0);
    return true;
  } catch {
    return false;
  }
};

async function until(condition: () => boolean, what: string): Promise<void> {
  for (const end = Date.now() + 5_000; Date.now() < end; await sleep(20)) if (condition()) return;
  throw new Error(`Not within five seconds: ${what}`);
}

describe("startPostgres", () => {
  it("keeps what was committed over a stop and a start, and refuses a wrong password", async () => {
    const first = await start();
    await query(first.port, "create table kept_1 (n int); insert into kept_1 values (1)");
    await first.stop();
    const second = await start({ databases: ["one", "two"] });
    expect(await query(second.port, "select n from kept_1")).toEqual([[1]]);
    expect(await query(second.port, "select count(*)::int from pg_database where datname = 'two'")).toEqual([[1]]);
    const stranger = new pg.Client({
      host: "127.0.0.1",
      port: second.port,
      user: "atrium",
      password: "no",
      database: "one",
    });
    await expect(stranger.connect()).rejects.toMatchObject({ code: "28P01" });
    await second.stop();
  });

  it("ends with its host, even one that was killed", async () => {
    const { child, port, pid } = await host();
    await query(port, "create table kept_2 (n int); insert into kept_2 values (2)");
    child.kill("SIGKILL");
    await until(() => !alive(pid), "the server ends");
    const next = await start();
    expect(await query(next.port, "select n from kept_2")).toEqual([[2]]);
    await next.stop();
  });

  it("says when the server dies, and a later start recovers what was committed", async () => {
    let reason = "";
    const first = await start({ onExit: (text) => (reason = text) });
    await query(first.port, "create table kept_3 (n int); insert into kept_3 values (3)");
    process.kill(first.pid, "SIGKILL");
    await until(() => reason !== "", "the death is told");
    expect(reason).toContain("SIGKILL");
    const second = await start({ port: first.port });
    expect(second.port).toBe(first.port);
    expect(await query(second.port, "select n from kept_3")).toEqual([[3]]);
    await second.stop();
  });

  it("takes over from a server that an earlier host left running", async () => {
    const left = await start();
    await query(left.port, "create table kept_4 (n int); insert into kept_4 values (4)");
    const next = await start();
    expect(alive(left.pid)).toBe(false);
    expect(await query(next.port, "select n from kept_4")).toEqual([[4]]);
    await next.stop();
  });

  it("is not kept from starting by a lock file whose process is now another program", async () => {
    await (await start()).stop();
    const lines = [process.ppid, dataDir(), 1, 5432, "", "127.0.0.1", "0 0", "ready"];
    await writeFile(join(dataDir(), "postmaster.pid"), `${lines.join("\n")}\n`);
    const next = await start();
    expect(await readFile(join(dataDir(), "postmaster.pid"), "utf8")).toMatch(new RegExp(`^${next.pid}\n`));
    await next.stop();
  });
});
