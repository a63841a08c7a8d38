import { beforeAll, expect, test } from "vitest";
import { type Client, client, useAPI } from "./testing.ts";

useAPI();

let anna: Client;
let projectId: string;
const SOURCE = `#name: Rain by month
#description: Sums what fell
#language: python
#tags: weather
#environment: rain
#schedule: 0 8 * * *
#input: dataframe days
#input: column amount {type: numerical}
#output: double total {units: mm}
total = days[amount].sum()
`;

beforeAll(async () => {
  anna = await client("Anna");
  projectId = (await anna.post("/projects", { name: "Weather" })).body.id;
});

const make = async (source = SOURCE, more: object = {}) =>
  (await anna.post("/scripts", { projectId, source, ...more })).body;

test("a script is what its header says, and is found by it", async () => {
  const script = await make();
  expect(script).toMatchObject({
    ...{ kind: "script", name: "Rain by month", description: "Sums what fell", tags: ["weather"], projectId },
    ...{ language: "python", version: 1, source: SOURCE, problems: [] },
    header: { environment: "rain", schedule: { cron: "0 8 * * *" } },
    signature: { inputs: [{ name: "days" }, { name: "amount" }], outputs: [{ name: "total", type: "double" }] },
  });
  expect((await anna.get(`/functions/${script.id}`)).body).toMatchObject({
    ...{ id: script.id, kind: "script", name: "Rain by month", revision: 1, projectId },
    signature: script.signature,
  });
  expect((await anna.get("/search?q=kind:script rain&facets=true")).body).toMatchObject({ items: [{ id: script.id }] });
  // Nobody is made to run anything by a line in a file.
  expect((await anna.get(`/schedules?projectId=${projectId}`)).body.items).toEqual([]);
});

test.each([
  ["#input: int x = many", 1, /not a whole number/],
  ["#name: x\n#input: viewer v", 2, /cannot be given a viewer/],
  ["#name: x\n#input: column c", 2, /needs an input of type dataframe/],
  ["#name: x\n#input: dataframe a\n#input: dataframe b\n#input: column c", 4, /\{table: a\}/],
  ["#name: x\n#input: dataframe a\n#input: column c {table: b}", 3, /"b", which is no dataframe/],
  ["#name: x\n#input: int a.b", 2, /cannot be the name of a variable/],
  ["#name: x\n#output: column c", 2, /cannot make a column/],
  ["#name: x\n#language: r", 2, /cannot be run here yet/],
  ["#name: x\n#language: cobol", 2, /is not known/],
])("%s: is kept, told where it is wrong, and not run", async (source, line, message) => {
  const script = await make(source);
  expect(script.problems).toEqual([{ line, message: expect.stringMatching(message) }]);
  // What it asks for is asked first.
  const code = script.signature.inputs.length > 0 ? "input.invalid" : "script.cannot_run";
  const { body } = await anna.post(`/functions/${script.id}/runs`, { inputs: {} });
  expect(body.code).toBe(code);
});

test("every source is kept, with who wrote it, and can be taken again", async () => {
  const { id } = await make();
  const path = `/scripts/${id}`;
  const other = SOURCE.replace("Rain by month", "Rain by year").replace("double total", "double sum");
  expect(await anna.patch(path, { source: other })).toMatchObject({ status: 428 });
  const changed = await anna.patch(path, { source: other }, { "if-match": '"1"' });
  expect(changed.body).toMatchObject({ name: "Rain by year", version: 2, signature: { outputs: [{ name: "sum" }] } });
  expect(await anna.patch(path, { source: SOURCE }, { "if-match": '"1"' })).toMatchObject({ status: 412 });

  // A name of its own does not follow the header any more, and no version comes of it.
  await anna.patch(path, { name: "Mine" }, { "if-match": "*" });
  expect((await anna.get(`/functions/${id}`)).body).toMatchObject({ name: "Mine", revision: 2 });
  const restored = await anna.post(`${path}/versions/1/restore`);
  expect(restored.body).toMatchObject({ name: "Mine", version: 3, source: SOURCE });
  expect((await anna.get(`${path}/versions?limit=2`)).body).toMatchObject({
    items: [{ version: 3, restoredFrom: 1, createdBy: { name: "Anna" } }, { version: 2 }],
    next: "2",
  });
  expect((await anna.get(`${path}/versions/2`)).body.source).toBe(other);
  expect(await anna.get(`${path}/versions/9`)).toMatchObject({ status: 404, body: { code: "script.no_such_version" } });
});

test("it is copied with its project, moved, and comes back from the trash", async () => {
  const { id } = await make();
  const elsewhere = (await anna.post("/projects", { name: "Elsewhere" })).body.id;
  expect((await anna.post(`/entities/${id}/move`, { projectId: elsewhere })).status).toBeLessThan(300);
  const copy = (await anna.post(`/projects/${elsewhere}/copies`, { name: "Copy" })).body.id;
  const { items } = (await anna.get(`/projects/${copy}/items?kind=script`)).body;
  expect((await anna.get(`/scripts/${items[0].id}`)).body).toMatchObject({ source: SOURCE, projectId: copy });
  expect((await anna.get(`/functions/${items[0].id}`)).body.signature.outputs).toHaveLength(1);

  expect((await anna.delete(`/scripts/${id}`)).status).toBe(204);
  for (const path of [`/scripts/${id}`, `/functions/${id}`]) expect((await anna.get(path)).status).toBe(404);
  expect((await anna.post(`/scripts/${id}/restore`)).body).toMatchObject({ id, source: SOURCE });
});

test("a source too long, and a language nobody knows, are refused by name", async () => {
  for (const [input, path] of [
    [{ source: `#${"ü".repeat(500_001)}` }, "/source"],
    [{ source: "", language: "cobol" }, "/language"],
  ] as const)
    expect(await anna.post("/scripts", { projectId, ...input })).toMatchObject({
      status: 400,
      body: { errors: [{ path }] },
    });
});
