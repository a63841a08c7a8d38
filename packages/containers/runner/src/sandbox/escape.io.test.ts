/** What code of users may try, from the inside. Nothing of the machine is to be found, nothing outlives the sandbox. */
import { type ChildProcess, spawn } from "node:child_process";
import { once } from "node:events";
import { mkdtemp, readdir, readFile, rm, writeFile } from "node:fs/promises";
import { type AddressInfo, createServer, type Server } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { interpreters, namespacesMissing, runCode } from "./testing.ts";
import type { Program } from "./types.ts";

const SECRET = "the machine's secret";
const FIXTURES = join(import.meta.dirname, "fixtures");
const missing = namespacesMissing();
let folder: string;
let programs: Record<string, Program["interpreter"]>;
let first: Server;
let servers: Server[];
let bystander: ChildProcess;

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), "machine-"));
  await writeFile(join(folder, "credentials.json"), SECRET);
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
  await rm(folder, { recursive: true });
});

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

  it.each([
    ["memory", "memory.mjs"],
    ["processes", "processes.mjs"],
    ["disk", "disk.mjs"],
    ["seconds", "time.mjs"],
  ])("is ended when it takes too much: %s", async (excess, fixture) => {
    const { node } = programs;
    if (!node) throw new Error("There is no interpreter");
    const code = await readFile(join(FIXTURES, fixture), "utf8");
    const ending = await runCode(node, code, excess === "seconds" ? { seconds: 0.5 } : {});
    expect(ending).toMatchObject({ excess });
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
