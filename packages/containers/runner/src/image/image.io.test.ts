/** What stands for an image on a machine without containers: it speaks the protocol through its socket, and has nothing else. */
import { spawn } from "node:child_process";
import { chmod, mkdtemp, readFile, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { namespacesMissing } from "../sandbox/testing.ts";
import { startApi, TOKEN } from "../testing-api.ts";

const missing = namespacesMissing();
const VIDEO = { name: "one.mp4", id: "med_1", dtype: "video", frames: 2, url: "{inputs}/one", fileName: "720.mp4" };
const JOB = {
  ...{ task: "image", language: null, source: null },
  inputs: [
    { name: "media", type: "list", item: "media", files: [VIDEO] },
    { name: "word", type: "string", value: "yes" },
  ],
};
/** `ask(method, path, body?)` answers `[status, text]`. */
const ASK = `import http from "node:http";
const { ATRIUM_URL: base, ATRIUM_TOKEN: token, ATRIUM_SOCKET: socketPath } = process.env;
const ask = (method, url, body, headers = { authorization: "Bearer " + token }) => new Promise((resolve, reject) => {
  http.request(url.startsWith("http") ? url : base + url, { method, socketPath, headers }, async (answer) => {
    let text = "";
    for await (const piece of answer) text += piece;
    resolve([answer.statusCode, text]);
  }).on("error", reject).end(body);
});
`;
let scratch: string;

beforeAll(async () => {
  scratch = await mkdtemp(join(tmpdir(), "image-"));
});
afterAll(() => rm(scratch, { recursive: true }));

type Api = Awaited<ReturnType<typeof startApi>>;

async function start(api: Api, code: string, ...added: string[]) {
  const folder = await mkdtemp(join(scratch, "program-"));
  await writeFile(join(folder, "main.mjs"), code);
  // Where this is root, the sandbox is somebody else.
  await chmod(folder, 0o755);
  const child = spawn(process.execPath, [join(import.meta.dirname, "..", "main.ts"), ...added], {
    env: {
      ...{ PATH: process.env.PATH, ATRIUM_SCRATCH: scratch, ATRIUM_TOKEN: TOKEN, ATRIUM_URL: `${api.url}/api/v1/job` },
      ATRIUM_IMAGE_PROGRAM: JSON.stringify({ folder, command: ["node", "main.mjs"] }),
    },
    stdio: "inherit",
  });
  return { child, ended: new Promise<number | null>((resolve) => child.once("exit", resolve)) };
}

async function run(api: Api, code: string, ...added: string[]) {
  try {
    return await (await start(api, code, ...added)).ended;
  } finally {
    await api.stop();
  }
}

describe.skipIf(missing)(`an image${missing ? ` (${missing})` : ""}`, () => {
  it("reads what it is given, and hands in pieces, reports and its result", async () => {
    const api = await startApi(JOB, { one: Buffer.from("0123456789") });
    const code = `${ASK}
const job = JSON.parse((await ask("GET", ""))[1]);
const { url } = job.inputs[0].files[0];
const bytes = (await ask("GET", url, undefined, { range: "bytes=0-" }))[1];
console.log(process.argv[2], bytes.length, job.inputs[1].value);
await ask("POST", "/reports", JSON.stringify({ progress: { fraction: 0.5, step: "Half" } }));
await ask("PUT", "/results/1", '{"kind":"state"}');
process.exit((await ask("POST", "/result", "{}"))[0] === 204 ? 0 : 1);`;
    expect(await run(api, code, "--fast")).toBe(0);
    expect(api.lines()).toContain("--fast 10 yes");
    expect(api.reports.map(({ progress }) => progress?.step)).toContain("Half");
    expect([...api.pieces]).toEqual([["/api/v1/job/results/1", '{"kind":"state"}']]);
    expect(api.result()).toEqual({});
  });

  it("comes no further than to its own endpoints, with a token that is good for them alone", async () => {
    const api = await startApi(JOB);
    const code = `${ASK}
const tried = [];
for (const [method, url] of [["GET", "http://x/api/v1/me"], ["POST", "/uploads"], ["GET", "/../me"], ["DELETE", ""],
  ["GET", "http://x/inputs/0/7"], ["PUT", "/results/1/../../uploads"], ["GET", "http://169.254.169.254/latest/meta-data"]])
  tried.push((await ask(method, url))[0]);
tried.push((await ask("GET", "", undefined, { authorization: "Bearer ${TOKEN}" }))[0], (await ask("GET", "", undefined, {}))[0]);
// Answered, or broken off before its end.
tried.push((await ask("PUT", "/results/1", Buffer.alloc(6 * 1024 * 1024)).catch(() => [413]))[0]);
console.log(JSON.stringify(tried), token.startsWith("local_"));`;
    expect(await run(api, code)).toBe(0);
    expect(api.lines()).toEqual(["[404,404,404,404,404,404,404,401,401,413] true"]);
    expect(api.pieces.size).toBe(0);
  });

  it("finds nothing of the machine", async () => {
    const fixture = await readFile(join(import.meta.dirname, "..", "sandbox", "fixtures", "tries.mjs"), "utf8");
    const api = await startApi(JOB);
    const known = {
      $FOLDER: scratch,
      $PORT: new URL(api.url).port,
      $PID: `${process.pid}`,
      $HERE: import.meta.dirname,
    };
    const code = Object.entries({ ...known, $NAME: "none" }).reduce(
      (all, [name, to]) => all.replaceAll(name, to),
      fixture,
    );
    expect(await run(api, code)).toBe(0);
    expect(api.lines()).toEqual(['{"environment":"ATRIUM_TOKEN"}']);
  });

  it("ends with its own code where it dies, is ended where it takes too much, and when nobody waits any more", async () => {
    const dying = await startApi(JOB);
    expect(await run(dying, "process.exit(3)")).toBe(3);
    expect(dying.result()).toBeUndefined();
    const hog = await startApi({
      ...JOB,
      limits: { seconds: 1, memoryMiB: 256, cpus: 1, processes: 64, diskMiB: 64, outputMiB: 1 },
    });
    expect(await run(hog, "setInterval(() => 0, 1000)")).toBe(65);
    expect(hog.result()?.error?.message).toMatch(/after 1 seconds/);
    const cancelled = await startApi(JOB);
    const { ended } = await start(cancelled, 'setInterval(() => console.log("on"), 50)');
    while (!cancelled.lines().includes("on")) await sleep(50);
    cancelled.cancel();
    expect(await ended).toBe(65);
    await cancelled.stop();
  });
});
