import { beforeAll, describe, expect, test } from "vitest";
import { type Client, client, upload, useAPI } from "./testing.ts";

useAPI();

let anna: Client;
let bert: Client;
let project: string;
const path = (q: string, more = "") => `/search?q=${encodeURIComponent(q)}${more}`;
const names = async (by: Client, q: string, more = "") =>
  (await by.get(path(q, more))).body.items.map(({ name }: { name: string }) => name);

beforeAll(async () => {
  anna = await client("Anna");
  bert = await client("Bert");
  project = (await anna.post("/projects", { name: "Coastal Lab", tags: ["energy"] })).body.id;
  for (const name of ["load.csv", "load-2030.csv", "payload.csv", "reloaded load.csv"])
    await upload(anna, project, name, "a\n1\n");
  const secret = (await bert.post("/projects", { name: "Secret loads", tags: ["energy", "hidden"] })).body.id;
  await upload(bert, secret, "load.csv", "a\n1\n");
});

describe("order", () => {
  test("the exact name, names with all the words, pieces of names", async () =>
    expect(await names(anna, "load.csv")).toEqual(["load.csv", "load-2030.csv", "reloaded load.csv", "payload.csv"]));
  test("by words alone", async () =>
    expect(await names(anna, "load")).toEqual(["load.csv", "load-2030.csv", "reloaded load.csv", "payload.csv"]));
  test("another order where it is asked for", async () =>
    expect(await names(anna, "load", "&sort=-name")).toEqual([
      "reloaded load.csv",
      "payload.csv",
      "load.csv",
      "load-2030.csv",
    ]));
  test("page by page", async () => {
    const walked: string[] = [];
    for (let cursor = ""; ; ) {
      const { body } = await anna.get(path("load", `&limit=1${cursor && `&cursor=${encodeURIComponent(cursor)}`}`));
      walked.push(...body.items.map(({ name }: { name: string }) => name));
      if (body.next === null) break;
      cursor = body.next;
    }
    expect(walked).toEqual(await names(anna, "load"));
  });
});

test("the first page says how many there are and how they are spread, the next need not", async () => {
  const { body } = await anna.get(path("load", "&limit=2"));
  const month = new Date().toISOString().slice(0, 7);
  expect(body).toMatchObject({
    total: 4,
    more: false,
    facets: {
      approximate: false,
      kind: [{ value: "file", label: "file", count: 4 }],
      project: [{ value: project, label: "Coastal Lab", count: 4 }],
      owner: [{ value: anna.person.id, label: "Anna", count: 4 }],
      tag: [],
      month: [{ value: month, label: month, count: 4 }],
    },
  });
  const second = await anna.get(path("load", `&limit=2&cursor=${encodeURIComponent(body.next)}`));
  expect(second.body).not.toHaveProperty("facets");
  expect((await anna.get(path("load", "&facets=false"))).body).not.toHaveProperty("total");
});

describe("what somebody may not see is in no answer", () => {
  test.each([
    "load",
    "#hidden",
    'project = "Secret loads"',
    "owner = Bert",
    "secret",
    "is:trashed",
    'not project = "Coastal Lab" kind = file',
  ])("%s", async (q) => {
    const { body } = await anna.get(path(q));
    expect(JSON.stringify(body)).not.toMatch(/secret|hidden|bert/i);
  });
  test.each(["sec", "#hid", "project = S", "owner = B"])("suggestions for %s", async (q) => {
    const { body } = await anna.get(`/search/suggestions?q=${encodeURIComponent(q)}`);
    expect(JSON.stringify(body)).not.toMatch(/secret|hidden|bert/i);
  });
});

test("the trash is found only where it is asked for, by those who may take things out of it", async () => {
  const file = await upload(anna, project, "thrown away.csv", "a\n1\n");
  await anna.post(`/entities/${project}/grants`, { email: bert.person.email, bundle: "viewer" });
  expect(await names(bert, "thrown")).toEqual(["thrown away.csv"]);
  await anna.delete(`/files/${file.body.id}`);
  expect(await names(anna, "thrown")).toEqual([]);
  expect(await names(anna, "thrown is:trashed")).toEqual(["thrown away.csv"]);
  expect(await names(bert, "thrown is:trashed")).toEqual([]);
  await anna.delete(`/entities/${project}/grants/${bert.person.id.replace("usr_", "grp_")}`);
});

test("the same search as a tree", async () => {
  const q = {
    type: "and",
    items: [
      { type: "text", text: "load" },
      { type: "field", field: "kind", op: "=", values: ["file"] },
    ],
  };
  const { status, body } = await anna.post("/search", { q, kinds: ["file", "project"], limit: 2 });
  expect(status).toBe(200);
  expect(body).toMatchObject({ items: [{ name: "load.csv" }, { name: "load-2030.csv" }], total: 4 });
});

test.each([
  ["an unknown order", () => anna.get("/search?sort=colour"), "/sort"],
  ["an unknown kind", () => anna.get("/search?kind=spoon"), "/kind"],
  ["a text that is too long", () => anna.get(path("x".repeat(1_001))), "/q"],
  ["a forged cursor", () => anna.get("/search?cursor=abc"), "/cursor"],
  ["a tree that means nothing", () => anna.post("/search", { q: { type: "and", items: [] } }), "/q/items"],
])("%s is refused by name", async (_, ask, field) => {
  const { status, body } = await ask();
  expect(status).toBe(400);
  expect(body.errors[0].path).toBe(field);
});

test.each([
  ["lo", { type: "entity", label: "load-2030.csv", from: 0 }],
  ["load #en", { type: "tag", text: "#energy ", from: 5 }],
  ["cre", { type: "field", text: "created ", from: 0 }],
  ["kind = ta", { type: "value", text: "table ", from: 7 }],
  ["project = coa", { type: "value", text: '"Coastal Lab" ', from: 10 }],
  ["updated > las", { type: "value", text: '"last week" ', from: 10 }],
])("%j may go on", async (q, suggestion) => {
  const { body } = await anna.get(`/search/suggestions?q=${encodeURIComponent(q)}`);
  expect(body.items).toContainEqual(expect.objectContaining(suggestion));
});
