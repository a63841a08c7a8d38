import { beforeEach, describe, expect, test } from "vitest";
import { type Client, client, upload, useAPI } from "./testing.ts";

useAPI();

let anna: Client;
let projectID: string;
beforeEach(async () => {
  anna = await client("Anna");
  projectID = (await anna.post("/projects", { name: "Survey" })).body.id;
});

const add = (type: object, project = projectID) => anna.post(`/projects/${project}/attribute-types`, type);
const SITE = { name: "Site", dtype: "string", required: true };
const required = (...names: string[]) => ({
  status: 400,
  body: { code: "attribute.required", errors: names.map((name) => ({ path: `/attributes/${name}` })) },
});
const announce = (attributes?: object) =>
  anna.post("/uploads", { projectId: projectID, name: "a.csv", bytes: 4, ...(attributes && { attributes }) });

async function complete(begun: Awaited<ReturnType<typeof announce>>) {
  const stored = await fetch(begun.body.parts[0].url, { method: "PUT", body: "a\n1\n" });
  const parts = [{ number: 1, etag: stored.headers.get("etag") ?? "" }];
  return (await anna.post(`/uploads/${begun.body.id}/complete`, { parts })).body;
}

describe("an upload", () => {
  test("is refused before its first byte where it lacks what is required, or says what does not fit", async () => {
    await add(SITE);
    await add({ name: "Depth", dtype: "int", required: true });
    await add({ name: "State", dtype: "string", required: true, default: "new" });
    await add({ name: "Since", dtype: "datetime", required: true, useCurrent: true });
    expect(await announce()).toMatchObject(required("Depth", "Site"));
    expect(await announce({ Site: "North" })).toMatchObject(required("Depth"));
    expect(await announce({ Site: "North", Depth: "deep", Colour: "red" })).toMatchObject({
      status: 400,
      body: { code: "attribute.invalid", errors: [{ path: "/attributes/Colour" }, { path: "/attributes/Depth" }] },
    });
    const { attributes } = await complete(await announce({ Site: "North", Depth: "12" }));
    expect(attributes).toEqual({
      Site: "North",
      Depth: 12,
      State: "new",
      Since: expect.stringMatching(/Z$/) as string,
    });
  });

  test("that was agreed to arrives, whatever is asked since", async () => {
    const begun = await announce();
    await add(SITE);
    expect(await complete(begun)).toMatchObject({ kind: "file", attributes: {} });
    const kept = await announce({ Site: "North" });
    await add({ name: "Depth", dtype: "int", required: true });
    expect(await complete(kept)).toMatchObject({ attributes: { Site: "North" } });
  });
});

test("a table, by its own route and as a run of its function", async () => {
  const fileId = (await upload(anna, projectID, "a.csv", "a\n1\n")).body.id;
  await add({ ...SITE, kinds: ["table"] });
  const table = { projectId: projectID, name: "T", fileId };
  expect(await anna.post("/tables", table)).toMatchObject(required("Site"));
  const made = await anna.post("/tables", { ...table, attributes: { Site: "North" } });
  expect(made).toMatchObject({ status: 202, body: { table: { attributes: { Site: "North" } } } });
  const runs = "/functions/fun_00000000000000000000000001/runs";
  expect(await anna.post(runs, { inputs: table })).toMatchObject(required("Site"));
  expect((await anna.post(runs, { inputs: { ...table, attributes: { Site: "South" } } })).status).toBe(202);
});

test("a project inside another one; at the top nobody asks", async () => {
  await add({ ...SITE, kinds: ["project"] });
  expect(await anna.post("/projects", { name: "Inner", parentId: projectID })).toMatchObject(required("Site"));
  const inner = { name: "Inner", parentId: projectID, attributes: { Site: "North" } };
  expect(await anna.post("/projects", inner)).toMatchObject({ status: 201, body: { attributes: { Site: "North" } } });
  expect((await anna.post("/projects", { name: "Top" })).status).toBe(201);
  expect(await anna.post("/projects", { name: "Top", attributes: { Site: "x" } })).toMatchObject({
    status: 400,
    body: { code: "attribute.invalid" },
  });
});

describe("a move", () => {
  let elsewhere: string;
  let fileID: string;
  beforeEach(async () => {
    elsewhere = (await anna.post("/projects", { name: "Elsewhere" })).body.id;
    fileID = (await upload(anna, elsewhere, "a.csv", "a\n1\n")).body.id;
    await add(SITE);
    await add({ name: "State", dtype: "string", default: "new" });
  });
  const move = (id: string, attributes?: object) =>
    anna.post(`/entities/${id}/move`, { projectId: projectID, ...(attributes && { attributes }) });

  test("is refused with the names that are missing, and takes them along with defaults", async () => {
    expect(await move(fileID)).toMatchObject(required("Site"));
    expect((await anna.get(`/files/${fileID}`)).body).toMatchObject({ projectId: elsewhere, attributes: {} });
    expect((await move(fileID, { Site: 7, Colour: "red" })).body.code).toBe("attribute.invalid");
    expect((await move(fileID, { Site: "North" })).status).toBeLessThan(300);
    expect((await anna.get(`/files/${fileID}`)).body).toMatchObject({
      projectId: projectID,
      attributes: { Site: "North", State: "new" },
    });
  });

  test("of a project asks for what lies in it, and says so before anything moves", async () => {
    expect(await move(elsewhere)).toMatchObject({ status: 409, body: { code: "attribute.required_inside" } });
    const copied = await anna.post(`/projects/${elsewhere}/copies`, { parentId: projectID });
    expect(copied).toMatchObject({ status: 409, body: { code: "attribute.required_inside" } });
    await add({ ...SITE, required: false }, elsewhere);
    await anna.patch(`/files/${fileID}`, { attributes: { Site: "North" } }, { "if-match": "*" });
    expect((await move(elsewhere)).status).toBeLessThan(300);
    expect((await anna.get(`/files/${fileID}`)).body.attributes).toEqual({ Site: "North", State: "new" });
  });

  test("within what asks for it already asks for nothing", async () => {
    const inner = (await anna.post("/projects", { name: "Inner", parentId: projectID })).body.id;
    const before = (await anna.post("/uploads", { projectId: inner, name: "b", bytes: 0, attributes: { Site: "x" } }))
      .body;
    const file = (await anna.post(`/uploads/${before.id}/complete`, { parts: [] })).body.id;
    await add({ name: "Later", dtype: "int", required: true });
    expect((await move(file)).status).toBeLessThan(300);
  });
});
