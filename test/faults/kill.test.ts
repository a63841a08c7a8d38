/**
 * kill -9 of any process at any moment: what was acknowledged is there, and no run is "running" for ever. The first ring kills the
 * job and the host, the second every part.
 */
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { type Caller, type Json, withKey } from "../support/http.ts";
import { createProject, ended, importTable, rows, uploadFile } from "../support/make.ts";
import { unique } from "../support/names.ts";
import { temporaryFolder } from "../support/paths.ts";
import { descendants, isAlive, kill9, type ProcessInfo } from "../support/processes.ts";
import { some } from "../support/ring.ts";
import { type RunningSystem, startSystem } from "../support/system.ts";

/** Above what a Lambda imports, so that a Batch job does. */
const ROWS = 1_400_000;
const RECOVERY_MS = 120_000;

const home = temporaryFolder("kill");
let system: RunningSystem;
let project: Json;
let large: Json;
let kept: Json;

const administrator = (): Caller => withKey(system.url, system.apiKey);

beforeAll(async () => {
  system = await startSystem({ home: home.path });
  project = await createProject(administrator(), "Faults");
  const lines = Array.from({ length: ROWS }, (_, n) => `${n},name of number ${n},${n / 8}`);
  large = await uploadFile(administrator(), project.id, "large.csv", `n,name,share\n${lines.join("\n")}\n`);
  ({ table: kept } = await importTable(administrator(), "a\n1\n2\n", { project }));
});
afterAll(async () => {
  await system.stop();
  home.remove();
});

const isJob = ({ command }: ProcessInfo) => /job-ingest/.test(command) && /node/.test(command);
const PARTS: [string, (info: ProcessInfo) => boolean][] = [
  ["the job", isJob],
  ["every function's process", ({ command }) => /host-lambda/.test(command)],
  ["the database", ({ command }) => /bin\/postgres /.test(command) || /^postgres -D|postgres -D/.test(command)],
  ["the object storage", ({ command }) => /host-s3/.test(command)],
];

const importLarge = async () => {
  const body = { projectId: project.id, name: unique("Large"), fileId: large.id };
  const { table, run } = await administrator().post("/tables", body);
  return { table, run };
};

const jobRuns = () =>
  expect.poll(() => descendants(system.pid).some(isJob), { timeout: 60_000, interval: 20 }).toBe(true);

/** While a part is down, answers may be 5xx or missing; afterwards they must be whole. */
async function recovered() {
  await expect
    .poll(
      () =>
        administrator()
          .call("GET", "/projects")
          .then(
            ({ status }) => status,
            () => 0,
          ),
      { timeout: RECOVERY_MS, interval: 250 },
    )
    .toBe(200);
}

async function everythingIsThere() {
  expect((await rows(administrator(), kept.id)).items).toEqual([{ a: 1 }, { a: 2 }]);
  expect(await administrator().get(`/files/${large.id}`)).toMatchObject({ bytes: large.bytes });
  const { table } = await importTable(administrator(), "b\n3\n", { project });
  expect((await rows(administrator(), table.id)).items).toEqual([{ b: 3 }]);
}

describe.each(some(PARTS, 4))("killing %s during an import", (name, is) => {
  it("lets the import end, and loses nothing", async () => {
    const { table, run } = await importLarge();
    await jobRuns();
    const victims = descendants(system.pid).filter(is);
    expect(victims, `no process is ${name}`).not.toEqual([]);
    for (const { pid } of victims) kill9(pid);

    await recovered();
    const end = await ended(administrator(), run.id, RECOVERY_MS);
    if (end.state === "succeeded")
      expect(await administrator().get(`/tables/${table.id}`)).toMatchObject({ state: "ready", rows: ROWS });
    else {
      expect(end).toMatchObject({ state: "failed", error: { message: expect.stringMatching(/\w+ \w+/) } });
      const { id, attempt } = await administrator().post(`/runs/${run.id}/retry`);
      expect({ id, attempt }).toEqual({ id: run.id, attempt: 2 });
      expect(await ended(administrator(), run.id, RECOVERY_MS)).toMatchObject({ state: "succeeded" });
    }
    await everythingIsThere();
  });
});

it("killing the host itself during an import: nothing is left behind, and the next start goes on", async () => {
  const { table, run } = await importLarge();
  await jobRuns();
  const children = descendants(system.pid);
  await system.kill();
  await expect
    .poll(() => children.filter(({ pid }) => isAlive(pid)).map(({ command }) => command), { timeout: 15_000 })
    .toEqual([]);

  system = await startSystem({ home: home.path });
  const end = await ended(administrator(), run.id, RECOVERY_MS);
  expect(end).toMatchObject({ state: "succeeded" });
  expect(await administrator().get(`/tables/${table.id}`)).toMatchObject({ state: "ready", rows: ROWS });
  await everythingIsThere();
});

it("killing the host right after it answered keeps what it answered", async () => {
  for (let round = 0; round < 3; round++) {
    const made = await createProject(administrator(), unique("Acknowledged"));
    await system.kill();
    system = await startSystem({ home: home.path });
    expect(await administrator().get(`/projects/${made.id}`)).toMatchObject({ name: made.name });
  }
});
