import { beforeEach, expect, test } from "vitest";
import { type Client, client, useAPI } from "./testing.ts";

useAPI();

let anna: Client;
let bert: Client;
let projectID: string;
beforeEach(async () => {
  [anna, bert] = [await client("Anna"), await client("Bert")];
  projectID = (await anna.post("/projects", { name: "Birds" })).body.id;
});

const give = (to: Client, bundle: string) =>
  anna.post(`/entities/${projectID}/grants`, { principalId: to.person.id.replace("usr", "grp"), bundle });
const save = (by: Client, more: object = {}) => by.post("/saved-searches", { name: "Rare", q: "#rare", ...more });
const namesOf = async (by: Client, query = "") =>
  (await by.get(`/saved-searches${query}`)).body.items.map(({ name }: { name: string }) => name);

test("one's own are one's own: renamed, deleted, taken back", async () => {
  const made = await save(anna);
  expect(made).toMatchObject({
    status: 201,
    body: { name: "Rare", q: "#rare", project: null, shared: false, mine: true, createdBy: { name: "Anna" } },
  });
  const path = `/saved-searches/${made.body.id}`;
  expect(await anna.patch(path, { name: "Rarer", q: "#rarer" })).toMatchObject({
    status: 200,
    body: { name: "Rarer", q: "#rarer" },
  });
  expect(await namesOf(anna)).toEqual(["Rarer"]);
  expect(await namesOf(bert)).toEqual([]);
  for (const answer of [await bert.patch(path, { name: "x" }), await bert.delete(path)])
    expect(answer).toMatchObject({ status: 404, body: { code: "saved_search.not_found" } });
  expect((await anna.delete(path)).status).toBe(204);
  expect((await anna.delete(path)).status).toBe(404);
  expect(await namesOf(anna)).toEqual([]);
  expect((await bert.post(`${path}/restore`)).status).toBe(404);
  expect(await anna.post(`${path}/restore`)).toMatchObject({ status: 200, body: { name: "Rarer" } });
  expect(await namesOf(anna)).toEqual(["Rarer"]);
});

test("shared in a project it is there for whoever sees the project, as long as they do, and is not theirs to change", async () => {
  const { body } = await save(anna, { projectId: projectID, shared: true });
  await save(anna, { name: "Alone", projectId: projectID });
  expect(await namesOf(bert)).toEqual([]);
  expect((await bert.get(`/saved-searches?projectId=${projectID}`)).status).toBe(404);
  await give(bert, "viewer");
  expect((await bert.get("/saved-searches")).body.items).toMatchObject([
    { id: body.id, mine: false, shared: true, project: { id: projectID, name: "Birds" } },
  ]);
  expect(await namesOf(bert, `?projectId=${projectID}`)).toEqual(["Rare"]);
  expect(await namesOf(anna, `?projectId=${projectID}`)).toEqual(["Alone", "Rare"]);
  const path = `/saved-searches/${body.id}`;
  for (const answer of [await bert.patch(path, { name: "x" }), await bert.delete(path)])
    expect(answer).toMatchObject({ status: 403, body: { code: "saved_search.not_yours" } });
  await anna.patch(path, { shared: false });
  expect(await namesOf(bert)).toEqual([]);
  await anna.patch(path, { shared: true });
  await anna.delete(`/entities/${projectID}/grants/${bert.person.id.replace("usr", "grp")}`);
  expect(await namesOf(bert)).toEqual([]);
  expect((await bert.patch(path, { name: "x" })).status).toBe(404);
});

test("sharing takes the right to add to the project; whoever only sees it saves for themselves", async () => {
  expect((await save(bert, { projectId: projectID })).status).toBe(404);
  await give(bert, "viewer");
  expect((await save(bert, { projectId: projectID, shared: true })).status).toBe(403);
  const { body, status } = await save(bert, { projectId: projectID });
  expect(status).toBe(201);
  expect((await bert.patch(`/saved-searches/${body.id}`, { shared: true })).status).toBe(403);
  await give(bert, "contributor");
  expect((await bert.patch(`/saved-searches/${body.id}`, { shared: true })).status).toBe(200);
  expect(await namesOf(anna)).toEqual(["Rare"]);
});

test("what is wrong is named", async () => {
  expect(await save(anna, { shared: true })).toMatchObject({ status: 400, body: { errors: [{ path: "/shared" }] } });
  expect(await save(anna, { q: " " })).toMatchObject({ status: 400, body: { errors: [{ path: "/q" }] } });
  const { body } = await save(anna);
  expect(await anna.patch(`/saved-searches/${body.id}`, { shared: true })).toMatchObject({
    status: 400,
    body: { code: "saved_search.everywhere", errors: [{ path: "/shared" }] },
  });
});

test("pages go on where the last one ended, one's own and others' together", async () => {
  await give(bert, "contributor");
  for (const [by, name] of [
    [anna, "a"],
    [bert, "b"],
    [anna, "c"],
    [bert, "d"],
  ] as const)
    await save(by, { name, projectId: projectID, shared: true });
  const first = (await anna.get("/saved-searches?limit=3")).body;
  expect(first.items.map(({ name }: { name: string }) => name)).toEqual(["d", "c", "b"]);
  expect(await namesOf(anna, `?limit=3&cursor=${first.next}`)).toEqual(["a"]);
});

test("a filter of annotations is kept for a project, apart from searches of things", async () => {
  const q = JSON.stringify({ field: "$frame", op: "gt", value: 3 });
  const filter = { name: "Late", q, subject: "localizations" };
  expect(await anna.post("/saved-searches", { ...filter, projectId: projectID, shared: true })).toMatchObject({
    status: 201,
    body: { q, subject: "localizations" },
  });
  await save(anna, { projectId: projectID });
  expect(await namesOf(anna)).toEqual(["Rare"]);
  expect(await namesOf(anna, `?subject=localizations&projectId=${projectID}`)).toEqual(["Late"]);
  expect(await namesOf(bert, "?subject=localizations")).toEqual([]);
  await give(bert, "viewer");
  expect(await namesOf(bert, "?subject=localizations")).toEqual(["Late"]);
  for (const [wrong, path] of [
    [{ ...filter }, "/projectId"],
    [{ ...filter, projectId: projectID, q: "#rare" }, "/q"],
    [{ ...filter, projectId: projectID, q: '{"field":"$frame"}' }, "/q"],
    [{ name: "Long", q: "a".repeat(1_001) }, "/q"],
  ] as const)
    expect(await anna.post("/saved-searches", wrong)).toMatchObject({ status: 400, body: { errors: [{ path }] } });
});
