/** The runner as Batch starts it, against an API that keeps what it was told. */
import { spawn } from "node:child_process";
import { mkdtemp, readdir, readFile, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { namespacesMissing } from "./sandbox/testing.ts";
import { startApi, TOKEN } from "./testing-api.ts";

const missing = namespacesMissing();
let scratch: string;

beforeAll(async () => {
  scratch = await mkdtemp(join(tmpdir(), "runner-"));
});
afterAll(() => rm(scratch, { recursive: true }));

type Api = Awaited<ReturnType<typeof startApi>>;

/** With the environment that it is given and no other. */
function startRunner(api: Api) {
  const child = spawn(process.execPath, [join(import.meta.dirname, "main.ts")], {
    env: { PATH: process.env.PATH, ATRIUM_SCRATCH: scratch, API_URL: api.url, JOB_TOKEN: TOKEN },
    stdio: "inherit",
  });
  return { child, ended: new Promise<number | null>((resolve) => child.once("exit", resolve)) };
}

async function run(api: Api) {
  try {
    return await startRunner(api).ended;
  } finally {
    await api.stop();
  }
}

const script = (text: string, more: object = {}) => ({ source: { text, fileName: "mine.js" }, ...more });

describe.skipIf(missing)(`the runner${missing ? ` (${missing})` : ""}`, () => {
  it("brings the inputs, tells what is printed, and keeps the outputs with their digests", async () => {
    const source = `import("node:fs").then(() => 0);
console.log("read", note.length, n, when.getUTCFullYear());
console.error("careful");
doubled = n * 2n; copy = "outputs/copy.txt"; picture = "<svg/>";
require("node:fs").writeFileSync(copy, require("node:fs").readFileSync(text));`;
    const api = await startApi(
      script(source, {
        inputs: [
          { name: "note", type: "blob", url: "{inputs}/note", fileName: "../../note" },
          { name: "text", type: "file", url: "{inputs}/text", fileName: "text.txt" },
          { name: "n", type: "bigint", value: "9007199254740993" },
          { name: "when", type: "datetime", value: "2024-02-29T00:00:00Z" },
        ],
        outputs: [
          { name: "doubled", type: "bigint" },
          { name: "copy", type: "file" },
          { name: "picture", type: "graphics" },
        ],
      }),
      { note: Buffer.from("note"), text: Buffer.from("some text") },
    );
    api.refusals.push("503", "", "403"); // the API is waking, then an address has expired
    expect(await run(api)).toBe(0);
    expect(api.lines()).toEqual(expect.arrayContaining(["read 4 9007199254740993n 2024", "careful"]));
    expect(api.result()).toMatchObject({
      outputs: [
        { name: "doubled", value: "18014398509481986" },
        { name: "copy", key: "runs/copy", bytes: 9, sha256: api.digest("runs/copy"), fileName: "copy.txt" },
        { name: "picture", contentType: "image/svg+xml" },
      ],
    });
    expect(`${api.objects.get("runs/copy")}`).toBe("some text");
    const times = api.reports.map(({ at }) => at);
    expect(times.every((at, index) => index < 4 || at - (times[index - 4] ?? 0) >= 1000)).toBe(true);
    expect(await readdir(scratch)).toEqual([]);
  });

  it("says in which line of whose code something went wrong, and that trying again is no use", async () => {
    const api = await startApi(script("const a = 1;\nnull.b = a;"));
    expect(await run(api)).toBe(65);
    expect(api.result()?.error).toMatchObject({ line: 2, message: expect.stringMatching(/^line 2: TypeError: /) });
  });

  it("does not take for an output what a link leads to", async () => {
    const link = 'require("node:fs").symlinkSync("/etc/hostname", "outputs/it.txt");';
    const forged = {
      outputs: [{ name: "it", type: "file", path: "outputs/it.txt", contentType: "text/plain", fileName: "x" }],
    };
    const write = `require("node:fs").writeFileSync("outputs/result.json", ${JSON.stringify(JSON.stringify(forged))}); process.exit(0);`;
    const api = await startApi(script(link + write));
    expect(await run(api)).toBe(65);
    expect(api.result()?.error?.message).toBe('The output "it" is no file of the job\'s.');
    expect(api.objects.size).toBe(0);
  });

  it("ends code that prints without end, and says why", async () => {
    const api = await startApi(script('for (;;) console.log("x".repeat(10_000));'));
    expect(await run(api)).toBe(65);
    expect(api.result()?.error?.message).toBe("The code was stopped because it printed more than can be kept.");
  });

  it("waits as long as it is told when it reports too often, more often than it tries anything else, and loses no line", async () => {
    const api = await startApi(script("for (let n = 0; n < 1_200; n++) console.log('line ' + n);"));
    api.refuseReports(6);
    expect(await run(api)).toBe(0);
    expect(api.lines()).toEqual(Array.from({ length: 1_200 }, (_, n) => `line ${n}`));
  });

  it("ends its code when the run is cancelled, and hands in nothing", async () => {
    const api = await startApi(script('setInterval(() => console.log("on"), 50); await new Promise(() => undefined);'));
    const { ended } = startRunner(api);
    while (!api.lines().includes("on")) await sleep(50);
    api.cancel();
    expect(await ended).toBe(65);
    expect(api.result()).toBeUndefined();
    await api.stop();
  });

  it("takes its code with it when it is killed", async () => {
    const mark = `612.${process.pid}`;
    const code = `require("node:child_process").spawn("setsid", ["sleep", "${mark}"], { detached: true, stdio: "ignore" });
console.log("on"); await new Promise((go) => setTimeout(go, 60_000));`;
    const api = await startApi(script(code));
    const { child, ended } = startRunner(api);
    while (!api.lines().includes("on")) await sleep(50);
    expect(await running(mark)).toBe(true);
    child.kill("SIGKILL");
    await ended;
    for (let looks = 0; looks < 40 && (await running(mark)); looks++) await sleep(50);
    expect(await running(mark)).toBe(false);
    await api.stop();
  });
});

async function running(argument: string): Promise<boolean> {
  const ids = (await readdir("/proc")).filter((name) => /^\d+$/.test(name));
  const commands = await Promise.all(ids.map((id) => readFile(`/proc/${id}/cmdline`, "utf8").catch(() => "")));
  return commands.some((command) => command === `sleep\0${argument}\0`);
}
