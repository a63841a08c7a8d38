/** 5 GiB go up by the `atrium` command, and no process that has to do with it grows beyond 300 MB. */
import { spawn } from "node:child_process";
import { once } from "node:events";
import { open, statfs } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, expect, it } from "vitest";
import { withKey } from "../support/http.ts";
import { createProject } from "../support/make.ts";
import { watchMemory } from "../support/memory.ts";
import { ROOT, temporaryFolder } from "../support/paths.ts";
import { type RunningSystem, startSystem } from "../support/system.ts";

const GIB = 2 ** 30;
const SIZE = 5 * GIB;
const LIMIT_BYTES = 300 * 1e6;
const MINUTES = 60_000;
/** Places of the file that hold something else than zeros: both ends, and the seams between parts. */
const STAMPS = [0, 8 * 2 ** 20 - 4, GIB, 2 ** 32 - 8, 3 * GIB + 1, SIZE - 16];

const folder = temporaryFolder("five");
let system: RunningSystem;
beforeAll(async () => {
  const { bavail, bsize } = await statfs(tmpdir());
  expect(bavail * bsize, "free space in the temporary folder").toBeGreaterThan(SIZE + GIB);
  system = await startSystem({ home: join(folder.path, "home") });
});
afterAll(async () => {
  await system.stop();
  folder.remove();
});

const stamp = (at: number) => `at ${at}`.padEnd(16).slice(0, 16);

/** Takes no room on the disk that it is read from. */
async function writeSparse(path: string) {
  await using file = await open(path, "w");
  await file.truncate(SIZE);
  for (const at of STAMPS) await file.write(stamp(at), at);
  await file.truncate(SIZE);
}

it("5 GiB arrive whole", { timeout: 20 * MINUTES }, async () => {
  const administrator = withKey(system.url, system.apiKey);
  const project = await createProject(administrator, "Five");
  const path = join(folder.path, "five.bin");
  await writeSparse(path);

  const command = ["packages/sdk/bin/atrium.mjs", "upload", path, "--project", project.id, "--json"];
  const env = { PATH: process.env.PATH, HOME: folder.path, ATRIUM_URL: system.url, ATRIUM_API_KEY: system.apiKey };
  const child = spawn(process.execPath, command, { cwd: ROOT, env, stdio: ["ignore", "pipe", "pipe"] });
  let [output, complaint] = ["", ""];
  child.stdout.on("data", (chunk) => (output += chunk));
  child.stderr.on("data", (chunk) => (complaint = (complaint + chunk).slice(-2_000)));
  const begun = performance.now();
  const memory = watchMemory(system.pid, child.pid ?? 0);
  const [code] = await once(child, "exit");
  const seconds = (performance.now() - begun) / 1_000;
  const peaks = memory.stop();
  const megabytes = Object.entries(peaks).map(([name, bytes]) => `${name}: ${Math.round(bytes / 1e6)} MB`);
  process.stderr.write(`5 GiB in ${seconds.toFixed(1)} s\n${megabytes.join("\n")}\n`);
  expect(code, complaint).toBe(0);

  const { items } = await administrator.get(`/projects/${project.id}/items?kind=file`);
  expect(items).toMatchObject([{ name: "five.bin", bytes: SIZE }]);
  expect(output).toContain(items[0].id);
  const { url } = await administrator.get(`/files/${items[0].id}/download`);
  for (const at of STAMPS) {
    const end = Math.min(at + 16, SIZE) - 1;
    const answer = await fetch(url, { headers: { range: `bytes=${at}-${end}` } });
    expect(await answer.text(), `bytes at ${at}`).toBe(stamp(at).slice(0, end - at + 1));
  }
  expect(Object.entries(peaks).filter(([, bytes]) => bytes > LIMIT_BYTES)).toEqual([]);
});
