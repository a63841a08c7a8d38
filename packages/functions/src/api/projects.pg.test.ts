import { beforeAll, describe, expect, test } from "vitest";
import { query } from "../../../core/src/database/index.ts";
import { type Client, client, upload, useAPI } from "./testing.ts";

useAPI();

let anna: Client;
let bert: Client;
beforeAll(async () => {
  anna = await client("Anna");
  bert = await client("Bert");
});

const make = async (by: Client, body: object) => {
  const made = await by.post("/projects", body);
  expect(made, JSON.stringify(made.body)).toMatchObject({ status: 201 });
  return made.body;
};
const share = (id: string, whom: Client, bundle: string) =>
  anna.post(`/entities/${id}/grants`, { email: whom.person.email, bundle });

describe("projects in projects", () => {
  test("inherit rights, say where they lie, and are listed where they lie", async () => {
    const outer = await make(anna, { name: "Outer" });
    const inner = await make(anna, { name: "Inner", parentId: outer.id });
    expect(inner).toMatchObject({
      projectId: outer.id,
      ancestors: [{ id: outer.id, name: "Outer" }],
      path: "/anna/outer/inner",
      visibility: "private",
    });
    expect((await bert.get(`/projects/${inner.id}`)).status).toBe(404);
    await share(outer.id, bert, "contributor");
    expect((await bert.get(`/projects/${inner.id}`)).body.privileges).toContain("create");
    expect((await bert.get(`/projects/${outer.id}/items`)).body.items).toMatchObject([
      { id: inner.id, kind: "project" },
    ]);
    const deeper = await make(bert, { name: "Bert's", parentId: inner.id });
    expect(deeper.privileges).not.toContain("share");
    expect((await anna.get(`/projects/${deeper.id}`)).body.privileges).toContain("manage");
  });

  test("need the right to create there, and end eight deep", async () => {
    const outer = await make(anna, { name: "Depths" });
    await share(outer.id, bert, "viewer");
    expect((await bert.post("/projects", { name: "x", parentId: outer.id })).status).toBe(403);
    let parentId = outer.id;
    for (let depth = 2; depth <= 8; depth++) parentId = (await make(anna, { name: `At ${depth}`, parentId })).id;
    expect(await anna.post("/projects", { name: "Ninth", parentId })).toMatchObject({
      status: 422,
      body: { code: "project.too_deep", errors: [{ path: "/parentId" }] },
    });
    expect((await anna.post("/projects", { name: "x", parentId, namespace: "anna" })).status).toBe(400);
  });

  test("go to the trash with what is around them, and come back", async () => {
    const outer = await make(anna, { name: "Doomed" });
    const inner = await make(anna, { name: "Within", parentId: outer.id });
    const file = await upload(anna, inner.id, "within.csv", "a\n1\n");
    await anna.delete(`/projects/${outer.id}`);
    for (const path of [`/projects/${inner.id}`, `/files/${file.body.id}`])
      expect((await anna.get(path)).status, path).toBe(404);
    await anna.post(`/projects/${outer.id}/restore`);
    expect((await anna.get(`/files/${file.body.id}`)).status).toBe(200);
    await anna.delete(`/projects/${inner.id}`);
    expect((await anna.get(`/files/${file.body.id}`)).status).toBe(404);
    expect((await anna.get(`/projects/${outer.id}`)).body.items).toBe(0);
  });

  test("are as open as what is around them", async () => {
    const outer = await make(anna, { name: "Open", visibility: "internal" });
    const inner = await make(anna, { name: "Also open", parentId: outer.id });
    expect(inner.visibility).toBe("internal");
    expect(await anna.patch(`/projects/${inner.id}`, { visibility: "private" }, { "if-match": "*" })).toMatchObject({
      status: 409,
      body: { code: "access.within_opener", errors: [{ path: "/visibility" }] },
    });
    const found = await make(anna, { name: "To be found", visibility: "discoverable" });
    expect((await bert.get(`/projects/${found.id}`)).body).toMatchObject({
      privileges: ["see"],
      visibility: "discoverable",
    });
    expect((await bert.get(`/projects/${found.id}/readme`)).status).toBe(403);
  });
});

describe("moving", () => {
  test("takes everything along, and the rights of the new place count from then on", async () => {
    const [from, to] = [await make(anna, { name: "From" }), await make(anna, { name: "To" })];
    const moved = await make(anna, { name: "Moved", parentId: from.id });
    const below = await make(anna, { name: "Below", parentId: moved.id });
    const file = (await upload(anna, below.id, "x.csv", "a\n1\n")).body;
    const cara = await client("Cara");
    await share(from.id, bert, "viewer");
    await share(to.id, cara, "viewer");
    const answer = await anna.post(`/projects/${moved.id}/move`, { parentId: to.id });
    expect(answer.body).toMatchObject({ projectId: to.id, path: "/anna/to/moved" });
    expect((await bert.get(`/files/${file.id}`)).status).toBe(404);
    expect((await cara.get(`/files/${file.id}`)).status).toBe(200);
    expect((await anna.get(`/projects/${below.id}`)).body.ancestors).toMatchObject([{ id: to.id }, { id: moved.id }]);
    expect((await anna.get("/resolve?path=/anna/from/moved")).body).toMatchObject({
      id: moved.id,
      path: "/anna/to/moved",
    });
  });

  test("needs remove at the source and create at the target", async () => {
    const [mine, theirs] = [await make(anna, { name: "Mine" }), await make(bert, { name: "Theirs" })];
    const thing = await make(anna, { name: "Thing", parentId: mine.id });
    const move = (by: Client, to: object) => by.post(`/projects/${thing.id}/move`, to);
    expect((await move(anna, { parentId: theirs.id })).status).toBe(404);
    await share(mine.id, bert, "annotator");
    expect((await move(bert, { parentId: theirs.id })).status).toBe(403);
    await share(mine.id, bert, "contributor");
    expect(await move(bert, { namespace: "bert" })).toMatchObject({ status: 403, body: { code: "access.denied" } });
    expect((await move(bert, { parentId: theirs.id })).status).toBe(200);
    expect((await anna.get(`/projects/${thing.id}`)).status).toBe(404);
    expect((await move(bert, {})).status).toBe(400);
  });

  test("never makes a circle, also when two moves would only do so together", async () => {
    const [a, b] = [await make(anna, { name: "A" }), await make(anna, { name: "B" })];
    const inA = await make(anna, { name: "In A", parentId: a.id });
    expect(await anna.post(`/projects/${a.id}/move`, { parentId: inA.id })).toMatchObject({
      status: 409,
      body: { code: "project.cycle" },
    });
    const both = await Promise.all([
      anna.post(`/projects/${a.id}/move`, { parentId: b.id }),
      anna.post(`/projects/${b.id}/move`, { parentId: a.id }),
    ]);
    expect(both.map(({ status }) => status).sort()).toEqual([200, 409]);
  });

  test("takes single files, with what was given to them by themselves", async () => {
    const [from, to] = [await make(anna, { name: "Files from" }), await make(anna, { name: "Files to" })];
    const plain = (await upload(anna, from.id, "plain.csv", "a\n1\n")).body;
    const shared = (await upload(anna, from.id, "shared.csv", "a\n1\n")).body;
    await share(shared.id, bert, "viewer");
    for (const { id } of [plain, shared])
      expect((await anna.post(`/entities/${id}/move`, { projectId: to.id })).status).toBe(204);
    expect((await anna.get(`/projects/${to.id}/items?count=true`)).body.total).toBe(2);
    expect((await bert.get(`/files/${shared.id}`)).status).toBe(200);
    expect((await bert.get(`/files/${plain.id}`)).status).toBe(404);
  });

  test("to the top leaves an owner", async () => {
    const outer = await make(anna, { name: "Around" });
    const inner = await make(anna, { name: "Going up", parentId: outer.id });
    const moved = await anna.post(`/projects/${inner.id}/move`, { namespace: "anna" });
    expect(moved.body).toMatchObject({ projectId: null, path: "/anna/going-up", ancestors: [] });
    expect((await anna.get(`/entities/${inner.id}/grants`)).body.items).toMatchObject([{ bundle: "owner" }]);
  });
});

describe("copying", () => {
  test("makes the same again, for whoever may read and download, and shares the bytes", async () => {
    const original = await make(anna, { name: "Original", tags: ["t"], description: "d" });
    const inner = await make(anna, { name: "Part", parentId: original.id });
    const file = (await upload(anna, inner.id, "x.csv", "a\n1\n")).body;
    // Without rows yet, so there is nothing to copy.
    await anna.post("/tables", { projectId: original.id, name: "Importing", fileId: file.id });
    await anna.patch(`/projects/${original.id}`, { readme: "# Hello" }, { "if-match": "*" });
    await share(original.id, bert, "viewer");
    const made = await bert.post(`/projects/${original.id}/copies`, { name: "Copy" });
    expect(made).toMatchObject({
      status: 201,
      body: { name: "Copy", tags: ["t"], path: "/bert/copy", copiedFrom: original.id, items: 1 },
    });
    expect(made.body.privileges).toContain("manage");
    const [part] = (await bert.get(`/projects/${made.body.id}/items`)).body.items;
    const [copied] = (await bert.get(`/projects/${part.id}/items`)).body.items;
    expect(copied).toMatchObject({ name: "x.csv", createdBy: { id: bert.person.id } });
    const { url } = (await bert.get(`/files/${copied.id}/download`)).body;
    expect(await (await fetch(url)).text()).toBe("a\n1\n");
    expect((await bert.get(`/projects/${made.body.id}/readme`)).body.markdown).toBe("# Hello");
    expect((await anna.get(`/files/${copied.id}`)).status).toBe(404);
    const keys = await query((db) =>
      db.selectFrom("file").select("key").where("id", "in", [file.id, copied.id]).execute(),
    );
    expect(new Set(keys.map(({ key }) => key)).size).toBe(1);
  });

  test("brings the types along that its attributes are valid by, also those from around it", async () => {
    const outer = await make(anna, { name: "Typed" });
    const inner = await make(anna, { name: "Typed part", parentId: outer.id });
    const type = (id: string, name: string) =>
      anna.post(`/projects/${id}/attribute-types`, { name, dtype: "int", kinds: ["file"] });
    for (const [id, name] of [
      [outer.id, "depth"],
      [inner.id, "height"],
      [outer.id, "site"],
    ] as const)
      expect((await type(id, name)).status).toBe(201);
    const made = (await anna.post(`/projects/${inner.id}/copies`, { name: "Typed copy" })).body;
    const { items } = (await anna.get(`/projects/${made.id}/attribute-types`)).body;
    const names = (found: { name: string }[]) => found.map(({ name }) => name).sort();
    expect(names(items)).toEqual(["depth", "height", "site"]);
    const beside = (await anna.post(`/projects/${inner.id}/copies`, { name: "Beside", parentId: outer.id })).body;
    const own = (await anna.get(`/projects/${beside.id}/attribute-types`)).body.items;
    expect(names(own)).toEqual(["depth", "height", "site"]);
    expect(own.filter(({ projectId }: { projectId: string }) => projectId === beside.id)).toHaveLength(1);
  });

  test("is not for who only finds it", async () => {
    const found = await make(anna, { name: "Found", visibility: "internal" });
    expect((await bert.post(`/projects/${found.id}/copies`, {})).status).toBe(403);
  });
});

describe("addresses", () => {
  test("stay when a name changes, and lead on when they change themselves", async () => {
    const made = await make(anna, { name: "Coastal Survey" });
    const path = `/projects/${made.id}`;
    expect((await anna.patch(path, { name: "Renamed" }, { "if-match": "*" })).body.path).toBe("/anna/coastal-survey");
    expect((await anna.patch(path, { slug: "Not One!" }, { "if-match": "*" })).status).toBe(400);
    expect((await anna.patch(path, { slug: "kelp" }, { "if-match": "*" })).body.path).toBe("/anna/kelp");
    expect((await anna.get("/resolve?path=/anna/coastal-survey")).body).toMatchObject({
      id: made.id,
      path: "/anna/kelp",
    });
    const other = await make(anna, { name: "Other" });
    const taken = await anna.patch(`/projects/${other.id}`, { slug: "coastal-survey" }, { "if-match": "*" });
    expect(taken).toMatchObject({ status: 409, body: { code: "project.slug_taken", errors: [{ path: "/slug" }] } });
    expect((await anna.patch(path, { slug: "coastal-survey" }, { "if-match": "*" })).body.path).toBe(
      "/anna/coastal-survey",
    );
    expect((await bert.get("/resolve?path=/anna/kelp")).body.code).toBe("project.not_found");
    expect((await bert.get("/resolve?path=/anna/nothing")).body.code).toBe("project.not_found");
  });

  test("are each given once, however many ask at the same moment", async () => {
    const made = await Promise.all(Array.from({ length: 6 }, () => make(anna, { name: "Popular" })));
    expect(new Set(made.map(({ path }) => path)).size).toBe(6);
    const asked = await Promise.all([
      anna.post("/projects", { name: "x", slug: "wanted" }),
      anna.post("/projects", { name: "y", slug: "wanted" }),
    ]);
    expect(asked.map(({ status }) => status).sort()).toEqual([201, 409]);
  });

  test("begin with a namespace that can change, and leads on too", async () => {
    const zoe = await client("Zoe");
    const { items } = (await zoe.get("/namespaces")).body;
    expect(items).toMatchObject([{ slug: "zoe", kind: "personal" }]);
    const made = await make(zoe, { name: "First" });
    const own = `/namespaces/${items[0].id}`;
    expect((await zoe.patch(own, { slug: "zoe-lab" })).body.slug).toBe("zoe-lab");
    expect((await zoe.get("/resolve?path=/zoe/first")).body).toMatchObject({ id: made.id, path: "/zoe-lab/first" });
    expect((await anna.patch(`/namespaces/${zoe.person.id.replace("usr_", "grp_")}`, { slug: "stolen" })).status).toBe(
      404,
    );
    expect((await zoe.patch(own, { slug: "anna" })).body.code).toBe("namespace.slug_taken");
    expect((await zoe.patch(own, { slug: "projects" })).body.code).toBe("namespace.slug_taken");
    expect((await client("Zoe")).person.id).not.toBe(zoe.person.id);
  });

  test("of a team are for its members, who may all work there", async () => {
    const team = (await anna.post("/groups", { name: "Coastal Lab" })).body;
    await anna.post(`/groups/${team.id}/members`, { memberId: bert.person.id });
    const made = await make(anna, { name: "Kelp", namespace: "coastal-lab" });
    expect(made.path).toBe("/coastal-lab/kelp");
    expect((await bert.get(`/projects/${made.id}`)).body.privileges).toContain("create");
    const cara = await client("Cara");
    expect(await cara.post("/projects", { name: "x", namespace: "coastal-lab" })).toMatchObject({
      status: 422,
      body: { code: "project.no_such_namespace", errors: [{ path: "/namespace" }] },
    });
  });

  test("do not tell what they lead through", async () => {
    const outer = await make(anna, { name: "Hidden outer" });
    const inner = await make(anna, { name: "Shown", parentId: outer.id });
    await share(inner.id, bert, "viewer");
    const { body } = await bert.get(`/projects/${inner.id}`);
    expect(body).toMatchObject({ path: null, ancestors: [] });
    expect(JSON.stringify(body)).not.toMatch(/hidden/i);
  });
});
