/** What code of users may try, from the inside. Nothing of the machine is to be found, nothing outlives the sandbox. */
import { type ChildProcess, spawn } from "node:child_process";
import { once } from "node:events";
import { mkdir, mkdtemp, readdir, readFile, rm, writeFile } from "node:fs/promises";
import { type AddressInfo, createServer, type Server } from "node:net";
import { networkInterfaces, tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { interpreters, LIMITS, namespacesMissing, runCode } from "./testing.ts";
import type { Program } from "./types.ts";

const SECRET = "the machine's secret";
const FIXTURES = join(import.meta.dirname, "fixtures");
const missing = namespacesMissing();
let folder: string;
/** Where another run of the same machine has its things. */
let other: string;
let programs: Record<string, Program["interpreter"]>;
let first: Server;
let servers: Server[];
let bystander: ChildProcess;

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), "machine-"));
  await writeFile(join(folder, "credentials.json"), SECRET);
  other = await mkdtemp(join(tmpdir(), "sandboxed-"));
  await mkdir(join(other, "work"));
  await writeFile(join(other, "work", "table.arrow"), SECRET);
  programs = await interpreters(folder);
  first = createServer().listen(0, "127.0.0.1");
  servers = [first, createServer().listen(`\0atrium-escape-${process.pid}`)];
  for (const server of servers) if (!server.listening) await once(server, "listening");
  bystander = spawn("sleep", ["600"]);
  process.env.AWS_SECRET_ACCESS_KEY = SECRET;
});
afterAll(async () => {
  delete process.env.AWS_SECRET_ACCESS_KEY;
  for (const server of servers) server.close();
  bystander.kill();
  for (const path of [folder, other]) await rm(path, { recursive: true });
});

/** TCP ports of this machine that somebody listens on now. */
async function listening(): Promise<number[]> {
  const tables = await Promise.all(
    ["tcp", "tcp6"].map((table) => readFile(`/proc/net/${table}`, "utf8").catch(() => "")),
  );
  const lines = tables.flatMap((table) => table.split("\n")).filter((line) => / 0A /.test(line));
  const ports = lines.map((line) => Number.parseInt(/:([0-9A-F]{4}) /.exec(line)?.[1] ?? "0", 16));
  return [...new Set(ports)];
}

const addresses = (): string[] => [
  "127.0.0.1",
  "::1",
  ...Object.values(networkInterfaces()).flatMap((all) =>
    (all ?? []).flatMap(({ internal, scopeid, address }) => (internal || scopeid ? [] : [address])),
  ),
];

/** The tries of a language, with what they are to look for. */
async function triesOf(fixture: string): Promise<string> {
  const text = await readFile(join(FIXTURES, fixture), "utf8");
  const { port } = first.address() as AddressInfo;
  const known = {
    $FOLDER: folder,
    $PORT: `${port}`,
    $PID: `${bystander.pid}`,
    $HERE: import.meta.dirname,
    $NAME: `${process.pid}`,
    $SECRET: SECRET,
    $OTHER: other,
    $LISTENING: JSON.stringify(await listening()),
    $ADDRESSES: JSON.stringify(addresses()),
  };
  return Object.entries(known).reduce((all, [name, value]) => all.replaceAll(name, value), text);
}

describe.skipIf(missing)(`code in the sandbox${missing ? ` (${missing})` : ""}`, () => {
  it.each([
    ["python", "tries.py"],
    ["node", "tries.mjs"],
  ])("finds nothing of the machine, in %s", async (language, fixture) => {
    const interpreter = programs[language];
    if (!interpreter) return expect(Object.keys(programs)).toEqual(["node"]); // there is no Python to be tried
    const { said, complained, exitCode } = await runCode(interpreter, await triesOf(fixture));
    expect(exitCode, complained).toBe(0);
    expect(JSON.parse(said)).toEqual({});
    expect(bystander.exitCode ?? bystander.signalCode).toBeNull();
  });

  const HOGS = ["memory", "processes", "disk", "time"].flatMap((hog) =>
    [
      ["node", "mjs"],
      ["python", "py"],
    ].map(([language = "", ending]) => ({ language, hog, fixture: `${hog}.${ending}` })),
  );
  it.each(HOGS)("is ended when it takes too much: $hog, in $language", async ({ language, hog, fixture }) => {
    const interpreter = programs[language];
    if (!interpreter) return expect(Object.keys(programs)).toEqual(["node"]);
    const code = await readFile(join(FIXTURES, fixture), "utf8");
    const excess = hog === "time" ? "seconds" : hog;
    const begun = Date.now();
    const ending = await runCode(interpreter, code, hog === "time" ? { seconds: 0.5 } : {});
    expect(ending).toMatchObject({ excess });
    // Long before its time is over.
    expect(Date.now() - begun).toBeLessThan(LIMITS.seconds * 1_000);
  });

  it("leaves nothing behind that would go on", async () => {
    const { node } = programs;
    if (!node) throw new Error("There is no interpreter");
    const mark = `611.${process.pid}`;
    const code = `import { spawn } from "node:child_process"; spawn("setsid", ["sleep", "${mark}"], { detached: true, stdio: "ignore" }).unref();`;
    expect(await runCode(node, code)).toMatchObject({ exitCode: 0 });
    expect(await commandsWith(mark)).toEqual([]);
  });
});

async function commandsWith(text: string): Promise<string[]> {
  const ids = (await readdir("/proc")).filter((name) => /^\d+$/.test(name));
  const commands = await Promise.all(ids.map((id) => readFile(`/proc/${id}/cmdline`, "utf8").catch(() => "")));
  return commands.filter((command) => command.startsWith("sleep") && command.includes(text));
}
