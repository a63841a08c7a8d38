/** Code that somebody wrote, run by an API key: what it is given, what it makes, where that comes from, and how it ends early. */
import { readdirSync, readFileSync } from "node:fs";
import { setTimeout as sleep } from "node:timers/promises";
import { beforeAll, expect, it, type TestContext } from "vitest";
import { type Caller, type Json, withKey } from "../../support/http.ts";
import { ended, importTable } from "../../support/make.ts";
import { administrator, newPerson } from "../../support/people.ts";
import { environmentMissing } from "../../support/python.ts";
import { target } from "../../support/target.ts";

const DAYS = "day,mm,station\n2026-05-01,2.5,a\n2026-05-02,4,b\n2026-06-01,0.5,a\n";
const HEADER = [
  "input: dataframe days",
  "input: column amount {type: numerical}",
  "output: dataframe sums {caption: Rain by month}",
];
const MORE = ["output: double total {units: mm}", "output: graphics chart"];

const JAVASCRIPT = `${["name: Rain", "language: javascript", ...HEADER, ...MORE].map((line) => `//${line}`).join("\n")}
const values = Array.from(days.column(amount), Number);
console.log(\`\${days.names.join()}: \${values.length} rows\`);
total = values.reduce((sum, value) => sum + value, 0);
sums = [{ month: 5, mm: total }];
chart = '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 2 1"><rect width="2" height="1"/></svg>';
`;
const PYTHON = `${["name: Rain", "language: python", ...HEADER, ...MORE].map((line) => `#${line}`).join("\n")}
import matplotlib.pyplot as plt
print(",".join(days.columns) + f": {len(days)} rows")
total = float(days[amount].sum())
sums = days.groupby(days.index // 2, as_index=False)[amount].sum()
chart, axes = plt.subplots()
axes.plot(sums[amount])
`;

let key: Caller;
let made: { project: Json; table: Json; file: Json };
beforeAll(async () => {
  const ada = await newPerson("Ada");
  await administrator.call("PATCH", `/users/${ada.id}`, { body: { mayExecute: true } });
  const scopes = ["read", "write", "execute"];
  key = withKey(target.url, (await ada.session.post("/api-keys", { name: "runs", scopes })).key);
  made = await importTable(key, DAYS, { fileName: "days.csv", tableName: "Days" });
});

const write = async (source: string) => (await key.post("/scripts", { projectId: made.project.id, source })).id;
const start = (id: string, inputs: object = { days: made.table.id, amount: "mm" }): Promise<Json> =>
  key.post(`/functions/${id}/runs`, { inputs });
const messages = async (id: string): Promise<string[]> =>
  (await key.get(`/runs/${id}/logs`)).items.map(({ message }: Json) => message);

/** Where this machine cannot run code, it says so, and there is nothing to try. */
function skipWhereItCannot({ skip }: TestContext, { state, error }: Json) {
  if (state === "failed" && /on this machine|unconfined|namespaces/i.test(error.message)) skip(error.message);
}

/** What is the same in every language. */
async function runsWhole(context: TestContext, source: string, limitMs?: number) {
  const scriptId = await write(source);
  const run = await ended(key, (await start(scriptId)).id, limitMs);
  skipWhereItCannot(context, run);
  expect(run).toMatchObject({ state: "succeeded", error: null, outputs: { total: 7, chart: { type: "graphics" } } });
  expect(run.code).toMatchObject({ functionRevision: 1, sourceHash: expect.stringMatching(/^[0-9a-f]{64}$/) });
  // Only the column it asks for.
  expect(await messages(run.id)).toContain("mm: 3 rows");
  const table = await key.get(`/tables/${run.outputs.sums}`);
  expect(table).toMatchObject({ name: "Rain by month", state: "ready", projectId: made.project.id });
  const { nodes, edges, complete } = await key.get(`/entities/${table.id}/lineage`);
  expect(complete).toBe(true);
  expect(nodes.map(({ id }: Json) => id)).toEqual(
    expect.arrayContaining([run.id, scriptId, made.table.id, made.file.id]),
  );
  expect(edges).toContainEqual(expect.objectContaining({ from: run.id, to: scriptId, role: "code" }));
  const picture = await key.get(`/runs/${run.id}/outputs/chart`);
  expect((await fetch(picture.url)).status).toBe(200);
}

it("a script in JavaScript makes a table, a number and a picture, and all say where they come from", (context) =>
  runsWhole(context, JAVASCRIPT));

const missing = environmentMissing();
it.skipIf(missing)(
  `a script in Python does the same${missing ? ` (skipped: ${missing})` : ""}`,
  (context) => runsWhole(context, PYTHON, 300_000),
  310_000,
);

it("an error says its line and is not tried twice; mended, it is run again as it then is", async (context) => {
  const source = "//name: Fails\n//language: javascript\n//output: int n\n\nn = nothing.at.all;\n";
  const scriptId = await write(source);
  const run = await ended(key, (await start(scriptId, {})).id);
  skipWhereItCannot(context, run);
  expect(run).toMatchObject({ state: "failed", error: { code: "script.failed", line: 5 }, attempt: 1 });
  expect(run.error.message).toMatch(/^line 5: ReferenceError/);
  const { revision } = await key.get(`/scripts/${scriptId}`);
  await key.call("PATCH", `/scripts/${scriptId}`, {
    body: { source: source.replace("nothing.at.all", "42") },
    headers: { "if-match": `"${revision}"` },
  });
  await key.post(`/runs/${run.id}/retry`);
  expect(await ended(key, run.id)).toMatchObject({
    ...{ state: "succeeded", attempt: 2, outputs: { n: 42 }, error: null, code: { functionRevision: 2 } },
  });
});

/** Processes of this machine with such a command line; those of a sandbox are among them. */
const running = (command: string): string[] =>
  readdirSync("/proc").filter((pid) => {
    if (!/^\d+$/.test(pid)) return false;
    try {
      return readFileSync(`/proc/${pid}/cmdline`, "latin1").replaceAll("\0", " ").includes(command);
    } catch {
      return false; // it has ended meanwhile
    }
  });

/** Cancelled half-way it stops with all that it started, and makes nothing. */
async function isCancelled(context: TestContext, sourceWith: (seconds: number) => string, limitMs?: number) {
  const seconds = 100_000 + Math.floor(Math.random() * 1e9);
  const { id } = await start(await write(sourceWith(seconds)), {});
  const deadline = Date.now() + (limitMs ?? 50_000);
  for (
    let run = await key.get(`/runs/${id}`);
    !(await messages(id)).includes("begun");
    run = await key.get(`/runs/${id}`)
  ) {
    skipWhereItCannot(context, run);
    expect(["queued", "running"]).toContain(run.state);
    expect(Date.now()).toBeLessThan(deadline);
    await sleep(200);
  }
  // Elsewhere the job is on another machine.
  const here = target.home !== null && process.platform === "linux";
  if (here) expect(running(`sleep ${seconds}`)).not.toEqual([]);
  expect(await key.post(`/runs/${id}/cancel`)).toMatchObject({ state: "cancelled", outputs: null });
  if (here) await expect.poll(() => running(`sleep ${seconds}`), { timeout: 20_000, interval: 200 }).toEqual([]);
}

it("cancelled half-way, a script in JavaScript stops with all that it started", (context) =>
  isCancelled(
    context,
    (seconds) => `//name: Slow
//language: javascript
//output: int n
const { spawn } = await import("node:child_process");
spawn("sleep", ["${seconds}"]);
console.log("begun");
await new Promise((done) => setTimeout(done, 60_000));
n = 1;
`,
  ));

it.skipIf(missing)(
  `cancelled half-way, so does one in Python${missing ? ` (skipped: ${missing})` : ""}`,
  (context) =>
    isCancelled(
      context,
      (seconds) => `#name: Slow
#language: python
#output: int n
import subprocess
sleeping = subprocess.Popen(["sleep", "${seconds}"], start_new_session=True)
print("begun")
n = sleeping.wait()
`,
      300_000,
    ),
  310_000,
);

it.skipIf(missing)(
  `code in Python that prints without end is ended, and told why${missing ? ` (skipped: ${missing})` : ""}`,
  async (context) => {
    const flood = "#name: Flood\n#language: python\n#output: int n\n\nwhile True:\n    print('x' * 10_000)\n";
    const run = await ended(key, (await start(await write(flood), {})).id, 300_000);
    skipWhereItCannot(context, run);
    expect(run).toMatchObject({ state: "failed", attempt: 1, error: { code: "script.failed" } });
    expect(run.error.message).toBe("The code was stopped because it printed more than can be kept.");
  },
  310_000,
);
