/** A table is imported again as its next version; the versions before stay readable. */
import { beforeAll, expect, it } from "vitest";
import type { Json } from "../../support/http.ts";
import { createProject, ended, importTable, MALFORMED, rows, uploadFile } from "../../support/make.ts";
import { newPerson, type Person } from "../../support/people.ts";

let ada: Person;
let project: Json;
let table: Json;
let second: Json;
beforeAll(async () => {
  ada = await newPerson("Ada");
  project = await createProject(ada.key);
  ({ table } = await importTable(ada.key, "id,name,old\n1,a,x\n2,b,y\n", { project }));
  second = await uploadFile(ada.key, project.id, "second.csv", "id,name,new\n1.5,a,2024-01-31\n2.5,b,\n3,c,\n");
});

const begin = (fileId: string, options?: Json) =>
  ada.key.call("POST", `/tables/${table.id}/versions`, { body: { fileId, options } });

it("an import into a table makes its next version, and says what changed", async () => {
  const begun = await begin(second.id);
  expect(begun.status, begun.text).toBe(202);
  const { run } = begun.body as Json;
  expect(begun.headers.get("location")).toBe(`/api/v1/runs/${run.id}`);
  expect(await ended(ada.key, run.id)).toMatchObject({ state: "succeeded", outputs: { version: 2 } });

  expect(await ada.key.get(`/tables/${table.id}`)).toMatchObject({
    version: 2,
    rows: 3,
    source: { fileId: second.id },
  });
  expect(await ada.key.get(`/tables/${table.id}/versions/2`)).toMatchObject({
    version: 2,
    rows: 3,
    runId: run.id,
    createdBy: { id: ada.id },
    source: { fileId: second.id, name: "second.csv" },
    report: { format: "csv", rows: 3 },
    diff: {
      against: 1,
      rows: 1,
      added: [{ name: "new", type: "date" }],
      removed: [{ name: "old", type: "text" }],
      changed: [{ name: "id", from: "int64", to: "float64" }],
    },
  });
  expect(await ada.key.get(`/tables/${table.id}/versions/1`)).toMatchObject({ version: 1, rows: 2, diff: null });
});

it("versions are listed newest first, a page at a time", async () => {
  const first = await ada.key.get(`/tables/${table.id}/versions?limit=1`);
  expect(first.items).toMatchObject([{ version: 2, rows: 3, columns: 3 }]);
  const rest = await ada.key.get(`/tables/${table.id}/versions?limit=1&cursor=${first.next}`);
  expect(rest).toMatchObject({ items: [{ version: 1, rows: 2, columns: 3 }], next: null });
});

it("every version stays readable and can be downloaded", async () => {
  expect((await rows(ada.key, table.id, { version: 1 })).items).toEqual([
    { id: 1, name: "a", old: "x" },
    { id: 2, name: "b", old: "y" },
  ]);
  for (const query of ["", "?version=1", "?version=2"]) {
    const { url } = await ada.key.get(`/tables/${table.id}/download${query}`);
    const bytes = Buffer.from(await (await fetch(url)).arrayBuffer());
    expect(bytes.subarray(0, 4).toString()).toBe("PAR1");
    expect(bytes.includes("old"), query).toBe(query === "?version=1");
  }
});

it("an import that fails leaves the current version in place", async () => {
  const file = await uploadFile(ada.key, project.id, "bad.csv", MALFORMED);
  const { run } = (await begin(file.id)).body as Json;
  expect(await ended(ada.key, run.id)).toMatchObject({ state: "failed", error: { code: "import.mostly_rejected" } });
  expect(await ada.key.get(`/tables/${table.id}`)).toMatchObject({
    state: "ready",
    version: 2,
    source: { fileId: second.id },
    run: { id: run.id, state: "failed" },
  });
  expect((await rows(ada.key, table.id)).items).toHaveLength(3);
});

it("two imports at once are one too many; the same request again is the same import", async () => {
  const key = { "idempotency-key": `again-${table.id}` };
  const post = (headers: Record<string, string>, fileId = second.id) =>
    ada.key.call("POST", `/tables/${table.id}/versions`, { body: { fileId }, headers });
  const [once, again] = [await post(key), await post(key)];
  expect([once.status, (again.body as Json).run.id]).toEqual([202, (once.body as Json).run.id]);
  const other = await post({});
  // It may have ended by now, which is no failure of the refusal.
  if (other.status === 202) await ended(ada.key, (other.body as Json).run.id);
  else expect(other).toMatchObject({ status: 409, body: { code: "table.importing" } });
  await ended(ada.key, (once.body as Json).run.id);
});

it.each(["0", "99", "x", "-1", "1e3"])("there is no version %s", async (version) => {
  const answer = await ada.key.refused("GET", `/tables/${table.id}/versions/${version}`);
  expect(answer).toMatchObject({ status: 404, body: { code: "table.no_such_version" } });
});

it("a stranger finds no versions, and a viewer makes none", async () => {
  const eve = await newPerson("Eve");
  for (const path of ["", "/1"])
    expect((await eve.key.refused("GET", `/tables/${table.id}/versions${path}`)).status).toBe(404);
  const body = { fileId: second.id };
  expect((await eve.key.refused("POST", `/tables/${table.id}/versions`, { body })).status).toBe(404);
  await ada.session.post(`/entities/${project.id}/grants`, { email: eve.email, bundle: "viewer" });
  expect((await eve.key.get(`/tables/${table.id}/versions`)).items.length).toBeGreaterThan(1);
  expect((await eve.key.refused("POST", `/tables/${table.id}/versions`, { body })).status).toBe(403);
});
