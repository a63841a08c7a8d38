import { beforeEach, describe, expect, test } from "vitest";
import { query } from "../../../core/src/database/index.ts";
import { type Client, client, upload, useAPI } from "./testing.ts";

useAPI();

let anna: Client;
let projectID: string;
let fileID: string;
let types: string;
beforeEach(async () => {
  anna = await client("Anna");
  projectID = (await anna.post("/projects", { name: "Birds" })).body.id;
  fileID = (await upload(anna, projectID, "a.csv", "a,b\n1,2\n")).body.id;
  types = `/projects/${projectID}/attribute-types`;
});

const any = { "if-match": "*" };
const add = async (type: object) => (await anna.post(types, type)).body;
const set = (attributes: object, more: object = {}) => anna.patch(`/files/${fileID}`, { attributes, ...more }, any);
const values = async () => (await anna.get(`/files/${fileID}`)).body.attributes;
const pathsOf = ({ body }: { body: { errors?: { path: string }[] } }) => body.errors?.map(({ path }) => path);

describe("values", () => {
  test("are checked against their types, all at once, and nothing is written when one is wrong", async () => {
    await add({ name: "Count", dtype: "int", minimum: 0 });
    await add({ name: "Seen at", dtype: "geopos" });
    expect((await set({ Count: "12", "Seen at": "52.5_13.4" })).body.attributes).toEqual({
      Count: 12,
      "Seen at": [13.4, 52.5],
    });
    const refused = await set({ Count: -1, "Seen at": [200, 0], Colour: "red" });
    expect(refused).toMatchObject({ status: 400, body: { code: "attribute.invalid" } });
    expect(pathsOf(refused)).toEqual(["/attributes/Count", "/attributes/Seen at", "/attributes/Colour"]);
    expect(await values()).toEqual({ Count: 12, "Seen at": [13.4, 52.5] });
  });

  test("two people who set different ones both get what they wanted", async () => {
    await add({ name: "A", dtype: "int" });
    await add({ name: "B", dtype: "int" });
    await Promise.all([set({ A: 1 }), set({ B: 2 })]);
    expect(await values()).toEqual({ A: 1, B: 2 });
  });

  test("are taken away by null unless required, and put back to their default", async () => {
    await add({ name: "Must", dtype: "string", required: true, default: "x" });
    await add({ name: "May", dtype: "string" });
    await set({ Must: "y", May: "z" });
    expect(pathsOf(await set({ Must: null }))).toEqual(["/attributes/Must"]);
    await set({ May: null }, { resetAttributes: ["Must"] });
    expect(await values()).toEqual({ Must: "x" });
  });

  test("a new thing begins with the defaults, a moment with now", async () => {
    await add({ name: "State", dtype: "enum", choices: ["new", "done"], default: "new" });
    await add({ name: "Since", dtype: "datetime", useCurrent: true });
    await add({ name: "Of projects", dtype: "bool", default: true, kinds: ["project"] });
    const other = (await upload(anna, projectID, "b.csv", "a\n1\n")).body.id;
    const { attributes } = (await anna.get(`/files/${other}`)).body;
    expect(attributes).toEqual({ State: "new", Since: expect.stringMatching(/^20\d\d-.*Z$/) });
    expect(await values()).toEqual({ State: "new" });
    expect((await anna.get(`/projects/${projectID}`)).body.attributes).toEqual({ "Of projects": true });
  });

  test("are for those who may read, and changed by those who may edit", async () => {
    await add({ name: "A", dtype: "int" });
    const [viewer, stranger] = [await client("Viewer"), await client("Stranger")];
    const principalId = viewer.person.id.replace("usr", "grp");
    await anna.post(`/entities/${projectID}/grants`, { principalId, bundle: "viewer" });
    expect((await viewer.get(`/entities/${fileID}/attributes`)).body.types).toMatchObject([{ name: "A" }]);
    expect((await viewer.patch(`/files/${fileID}`, { attributes: { A: 1 } }, any)).status).toBe(403);
    expect((await stranger.get(`/entities/${fileID}/attributes`)).status).toBe(404);
    for (const [who, status] of [
      [viewer, 403],
      [stranger, 404],
    ] as const)
      expect((await who.post(types, { name: "B", dtype: "int" })).status).toBe(status);
  });
});

describe("types", () => {
  test("hold for what lies below, under one name", async () => {
    const inner = (await anna.post("/projects", { name: "Inner", parentId: projectID })).body.id;
    const deep = (await upload(anna, inner, "c.csv", "a\n1\n")).body.id;
    await add({ name: "Outer", dtype: "int", default: 1 });
    expect((await anna.get(`/files/${deep}`)).body.attributes).toEqual({ Outer: 1 });
    expect((await anna.get(`/projects/${inner}/attribute-types`)).body.items).toMatchObject([{ projectId: projectID }]);
    const taken = await anna.post(`/projects/${inner}/attribute-types`, { name: "Outer", dtype: "bool" });
    expect(taken).toMatchObject({ status: 409, body: { code: "attribute_type.name_taken" } });
    await anna.post(`/projects/${inner}/attribute-types`, { name: "Inner", dtype: "bool" });
    expect((await anna.post(types, { name: "Inner", dtype: "bool" })).body.code).toBe("attribute_type.name_taken");
    const outside = (await anna.post("/projects", { name: "Outside" })).body.id;
    expect((await anna.get(`/projects/${outside}/attribute-types`)).body.items).toEqual([]);
  });

  test("a new name goes with the values", async () => {
    const type = await add({ name: "Old", dtype: "int" });
    await set({ Old: 7 });
    const renamed = await anna.patch(`${types}/${type.id}`, { name: "New" }, { "if-match": '"1"' });
    expect(renamed).toMatchObject({ status: 200, body: { name: "New", dtype: "int", revision: 2 } });
    expect(await values()).toEqual({ New: 7 });
    expect((await anna.patch(`${types}/${type.id}`, { name: "X" }, { "if-match": '"1"' })).status).toBe(412);
    expect((await anna.patch(`${types}/${type.id}`, { name: "X" })).status).toBe(428);
  });

  test.each([
    ["int", 7, "float", 7],
    ["float", 7.9, "int", 7],
    ["float", -7.9, "int", -7],
    ["string", "a", "enum", "a"],
    ["enum", "a", "string", "a"],
  ])("%s %j becomes %s %j", async (dtype, before, to, after) => {
    const choices = { choices: ["a", "b"] };
    const type = await add({ name: "V", dtype, ...(dtype === "enum" ? choices : {}) });
    await set({ V: before });
    const definition = { name: "V", dtype: to, ...(to === "enum" ? choices : {}) };
    expect((await anna.put(`${types}/${type.id}`, definition, any)).status).toBe(200);
    expect(await values()).toEqual({ V: after });
  });

  test("other changes of dtype are refused, and so is what written values would not fit", async () => {
    const type = await add({ name: "V", dtype: "string" });
    await set({ V: "long" });
    const converted = await anna.patch(`${types}/${type.id}`, { dtype: "int" }, any);
    expect(converted).toMatchObject({ status: 409, body: { code: "attribute_type.cannot_convert" } });
    const narrowed = await anna.patch(`${types}/${type.id}`, { dtype: "enum", choices: ["short"] }, any);
    expect(narrowed).toMatchObject({ status: 409, body: { code: "attribute_type.values_do_not_fit" } });
    expect((await anna.get(`${types}/${type.id}`)).body).toMatchObject({ dtype: "string", revision: 1 });
    expect(pathsOf(await anna.post(types, { name: "W", dtype: "enum" }))).toEqual(["/choices"]);
    expect(pathsOf(await anna.post(types, { name: "$W", dtype: "int" }))).toEqual(["/name"]);
  });

  test("put replaces: what is not named goes", async () => {
    const type = await add({ name: "V", dtype: "int", minimum: 1, description: "How many" });
    const replaced = (await anna.put(`${types}/${type.id}`, { name: "V", dtype: "int" }, any)).body;
    expect(replaced).not.toHaveProperty("minimum");
    expect(replaced.description).toBe("");
  });

  test("a deleted one takes its values along, and brings them back", async () => {
    const type = await add({ name: "V", dtype: "int" });
    await set({ V: 7 });
    expect((await anna.delete(`${types}/${type.id}`)).status).toBe(204);
    expect(await values()).toEqual({});
    expect(pathsOf(await set({ V: 1 }))).toEqual(["/attributes/V"]);
    expect((await anna.post(`${types}/${type.id}/restore`)).body).toMatchObject({ name: "V" });
    expect(await values()).toEqual({ V: 7 });
    expect(await query((db) => db.selectFrom("attribute_trash").selectAll().execute())).toEqual([]);
  });
});
