/** A run that failed in its last step is continued there once the reason is gone, whatever dies in between. */

import pg from "pg";
import { afterAll, beforeAll, expect, it } from "vitest";
import { databaseOf } from "../support/database.ts";
import { type Json, withKey } from "../support/http.ts";
import { createProject, ended, rows, uploadFile } from "../support/make.ts";
import { temporaryFolder } from "../support/paths.ts";
import { type RunningSystem, startSystem } from "../support/system.ts";

const RECOVERY_MS = 120_000;
/** Step Functions tries what may pass by itself three times more before it gives up. */
const GIVEN_UP_MS = 60_000;

const home = temporaryFolder("redrive");
let system: RunningSystem;

beforeAll(async () => {
  system = await startSystem({ home: home.path });
});
afterAll(async () => {
  await system.stop();
  home.remove();
});

const administrator = () => withKey(system.url, system.apiKey);

/** Changes the database behind the program's back, as an operator would. */
async function operate(statement: string): Promise<void> {
  const client = new pg.Client(databaseOf(home.path));
  await client.connect();
  try {
    await client.query(statement);
  } finally {
    await client.end();
  }
}

const FULL = `create function refuse() returns trigger language plpgsql as
  $$ begin raise exception 'no space left on device' using errcode = 'disk_full'; end $$;
  create trigger refuse before insert on table_version execute function refuse()`;

it("repeats nothing that was done, though the host is killed right after it was asked", async () => {
  const project = await createProject(administrator(), "Redrive");
  const file = await uploadFile(administrator(), project.id, "small.csv", "a,b\n1,x\n2,y\n");
  await operate(FULL);
  const { table, run } = await administrator().post("/tables", {
    projectId: project.id,
    name: "Small",
    fileId: file.id,
  });
  const failed = await ended(administrator(), run.id, GIVEN_UP_MS);
  expect(failed).toMatchObject({ state: "failed", continuesFrom: "Register", redrives: 0 });
  expect(failed.steps.at(-1)).toMatchObject({ name: "Register", state: "failed" });
  const done: Json[] = failed.steps.slice(0, -1);
  expect(done.length).toBeGreaterThan(1);

  await operate("drop trigger refuse on table_version; drop function refuse()");
  expect(await administrator().post(`/runs/${run.id}/redrive`)).toMatchObject({ redrives: 1, attempt: 1, error: null });
  await system.kill();
  system = await startSystem({ home: home.path });

  const end = await ended(administrator(), run.id, RECOVERY_MS);
  expect(end).toMatchObject({ state: "succeeded", attempt: 1, redrives: 1 });
  expect(end.steps.slice(0, -1)).toEqual(done.map((step) => ({ ...step, kept: true })));
  expect(end.steps.at(-1)).toMatchObject({ name: "Register", state: "succeeded", kept: false });
  expect((await rows(administrator(), table.id)).items).toEqual([
    { a: 1, b: "x" },
    { a: 2, b: "y" },
  ]);
  expect((await administrator().get(`/tables/${table.id}`)).versions).toHaveLength(1);
  expect(await administrator().call("POST", `/runs/${run.id}/redrive`)).toMatchObject({
    status: 409,
    body: { code: "run.not_failed" },
  });
});

const SCRIPT = `//name: Sums
//language: javascript
//output: dataframe sums
console.log("computed");
sums = [{ n: 1 }, { n: 2 }];
`;

it("what a script has computed is not computed again", async ({ skip }) => {
  const by = administrator();
  const project = await createProject(by, "Redrive of code");
  const script = await by.post("/scripts", { projectId: project.id, source: SCRIPT });
  await operate(FULL);
  const { id } = await by.post(`/functions/${script.id}/runs`, { inputs: {} });
  const failed = await ended(by, id, GIVEN_UP_MS);
  skip(/on this machine|namespaces/i.test(failed.error.message), failed.error.message);
  expect(failed).toMatchObject({ state: "failed", continuesFrom: "Register", redrives: 0 });

  await operate("drop trigger refuse on table_version; drop function refuse()");
  expect(await by.post(`/runs/${id}/redrive`)).toMatchObject({ redrives: 1, attempt: 1, error: null });
  const end = await ended(by, id, RECOVERY_MS);
  expect(end).toMatchObject({ state: "succeeded", attempt: 1, redrives: 1, error: null });
  expect(end.steps.filter(({ kept }: Json) => kept).map(({ name }: Json) => name)).toEqual(
    end.steps.slice(0, -1).map(({ name }: Json) => name),
  );
  const messages: string[] = (await by.get(`/runs/${id}/logs`)).items.map(({ message }: Json) => message);
  expect(messages.filter((message) => message === "computed")).toHaveLength(1);
  expect((await rows(by, end.outputs.sums)).items).toEqual([{ n: 1 }, { n: 2 }]);
});
