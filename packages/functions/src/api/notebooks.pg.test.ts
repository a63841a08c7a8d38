import { createHash } from "node:crypto";
import { beforeAll, expect, test } from "vitest";
import { type Client, client, upload, useAPI } from "./testing.ts";

useAPI();

let anna: Client;
let projectId: string;
const cell = (source: string, tags: string[] = []) => ({
  ...{ cell_type: "code", source, metadata: { tags }, outputs: [], execution_count: null },
});
const notebook = (...cells: object[]) =>
  JSON.stringify({ nbformat: 4, nbformat_minor: 5, metadata: { kernelspec: { name: "python3" } }, cells });
const FIRST = notebook(cell("year = 2009  # at most", ["parameters"]), cell("print(year)"));

beforeAll(async () => {
  anna = await client("Anna");
  projectId = (await anna.post("/projects", { name: "Penguins" })).body.id;
});

const make = async (content = FIRST) => {
  const file = (await upload(anna, projectId, "Body mass.ipynb", content)).body;
  return anna.post("/notebooks", { projectId, fileId: file.id });
};
const put = async (id: string, content: string, tag: string) => {
  const { body: begun } = await anna.post(`/notebooks/${id}/content`, {
    bytes: Buffer.byteLength(content),
    sha256: createHash("sha256").update(content).digest("hex"),
  });
  const stored = await fetch(begun.url, { method: "PUT", body: content, headers: begun.headers });
  expect(stored.status).toBe(200);
  return anna.put(`/notebooks/${id}/content`, { uploadId: begun.uploadId }, { "if-match": tag });
};
const read = async (id: string, version = "") => {
  const { body } = await anna.get(`/notebooks/${id}/content${version && `?version=${version}`}`);
  return (await fetch(body.url)).text();
};

test("a file becomes a notebook with its parameters as inputs, byte for byte", async () => {
  const { status, body: made } = await make();
  expect(status).toBe(201);
  expect(made).toMatchObject({
    ...{
      kind: "notebook",
      name: "Body mass",
      version: 1,
      kernel: "python3",
      language: "python",
      cells: 2,
      problems: [],
    },
    signature: { inputs: [{ name: "year", type: "int", default: 2009, description: "at most" }], outputs: [] },
  });
  expect(await read(made.id)).toBe(FIRST);
  expect((await anna.get(`/functions/${made.id}`)).body).toMatchObject({ kind: "notebook", revision: 1, projectId });
  expect((await anna.get("/search?q=kind:notebook mass")).body).toMatchObject({ items: [{ id: made.id }] });
});

test("without a file it is an empty one", async () => {
  const { body } = await anna.post("/notebooks", { projectId });
  expect(body).toMatchObject({ name: "Untitled notebook", cells: 1, signature: { inputs: [] } });
  expect(JSON.parse(await read(body.id)).cells).toHaveLength(1);
});

test("new content is the next version for who saw the last; the second of two is told, and an earlier one comes back", async () => {
  const { body: made, headers } = await make();
  const tag = headers.get("etag") ?? "";
  const second = notebook(cell("year = '2010'", ["parameters"]));
  const { body: changed } = await put(made.id, second, tag);
  expect(changed).toMatchObject({ version: 2, cells: 1, signature: { inputs: [{ type: "string" }] } });
  expect(await put(made.id, FIRST, tag)).toMatchObject({ status: 412, body: { code: "entity.stale" } });
  const versions = (await anna.get(`/notebooks/${made.id}/versions`)).body.items;
  expect(versions).toMatchObject([
    { version: 2, cells: 1 },
    { version: 1, createdBy: { name: "Anna" } },
  ]);
  expect(await read(made.id, "1")).toBe(FIRST);
  const back = await anna.post(`/notebooks/${made.id}/versions/1/restore`);
  expect(back.body).toMatchObject({ version: 3, cells: 2, sha256: made.sha256 });
  expect(await read(made.id)).toBe(FIRST);
});

test("what is no notebook is refused at its place, and nothing is made or changed", async () => {
  const { body } = await make(
    JSON.stringify({ nbformat: 4, nbformat_minor: 5, metadata: {}, cells: [{ cell_type: "code" }] }),
  );
  expect(body).toMatchObject({ code: "notebook.invalid", detail: expect.stringMatching(/Cell 1/) });
  const { body: made, headers } = await make();
  expect((await put(made.id, "{}", headers.get("etag") ?? "")).status).toBe(422);
  expect((await anna.get(`/notebooks/${made.id}`)).body).toMatchObject({ version: 1, revision: made.revision });
  const begun = await anna.post(`/notebooks/${made.id}/content`, { bytes: 1e9, sha256: "0".repeat(64) });
  expect(begun).toMatchObject({ status: 400, body: { errors: [{ path: "/bytes" }] } });
  const strange = await anna.put(`/notebooks/${made.id}/content`, { uploadId: "../x" }, { "if-match": "*" });
  expect(strange).toMatchObject({ status: 400, body: { errors: [{ path: "/uploadId" }] } });
  expect((await anna.get(`/notebooks/${made.id}/versions/9/restore`)).status).toBe(404);
});

test("a copied project has its notebooks, with the same bytes", async () => {
  const { body: made } = await make();
  const { body: copied } = await anna.post(`/projects/${projectId}/copies`, { name: "Copy" });
  const { body } = await anna.get(`/functions?projectId=${copied.id}`);
  const copies = body.items;
  expect(copies.length).toBeGreaterThan(0);
  const same = (await anna.get(`/notebooks/${copies[0].id}`)).body;
  expect(same.id).not.toBe(made.id);
  expect(JSON.parse(await read(same.id)).nbformat).toBe(4);
});

test("running takes the right to execute; what cannot be run says why; a document takes reading it", async () => {
  const { body: made } = await make();
  expect((await anna.post(`/functions/${made.id}/runs`, { inputs: { year: 2007 } })).body.code).toBe("access.denied");
  const { body: other } = await make(notebook(cell("#input: viewer v")));
  expect(other.problems).toHaveLength(1);
  const exported = "/functions/fun_00000000000000000000000003/runs";
  expect(await anna.post(exported, { inputs: { notebook: made.id, format: "pdf" } })).toMatchObject({
    status: 202,
    body: { state: "queued", function: { kind: "builtin" } },
  });
  expect((await anna.post(exported, { inputs: { format: "pdf" } })).body.errors).toMatchObject([
    { path: "/inputs/file" },
  ]);
  const stranger = await client("Otto");
  expect((await stranger.post(exported, { inputs: { notebook: made.id, format: "pdf" } })).status).toBe(404);
});
