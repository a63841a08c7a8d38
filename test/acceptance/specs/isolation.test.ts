/** Eve sees nothing of Ada: in no list, search, count, URL or error text, neither by session nor by API key nor without an account. */
import { beforeAll, describe, expect, it } from "vitest";
import { anonymous, type Caller, type Json } from "../../support/http.ts";
import { createProject, importTable } from "../../support/make.ts";
import { fill, type Route, routesOf } from "../../support/openapi.ts";
import { newPerson, type Person } from "../../support/people.ts";
import { target } from "../../support/target.ts";

/** In every name Ada gives, so that any leak of any of them is found by one search of the answer. */
const MARK = `zanzibar${Date.now().toString(36)}`;

let ada: Person;
let eve: Person;
let hers: {
  project: string;
  file: string;
  table: string;
  run: string;
  upload: string;
  key: string;
  group: string;
  function: string;
};
let routes: Route[];

beforeAll(async () => {
  [ada, eve] = [await newPerson("Ada"), await newPerson("Eve")];
  const project = await createProject(ada.key, `${MARK} project`);
  const { file, table, run } = await importTable(ada.key, `${MARK}_column\n${MARK} value\n`, {
    project,
    fileName: `${MARK}.csv`,
    tableName: `${MARK} table`,
  });
  const upload = await ada.key.post("/uploads", { projectId: project.id, name: `${MARK}.bin`, bytes: 10 });
  const key = (await ada.session.post("/api-keys", { name: `${MARK} key` })).id;
  const group = await ada.key.post("/groups", { name: `${MARK} circle`, listed: false });
  hers = {
    group: group.id,
    project: project.id,
    file: file.id,
    table: table.id,
    run: run.id,
    upload: upload.id,
    key,
    function: run.function.id,
  };
  routes = await routesOf(anonymous(target.url));
});

const ID_OF: Record<string, keyof typeof hers> = {
  projects: "project",
  files: "file",
  tables: "table",
  runs: "run",
  uploads: "upload",
  "api-keys": "key",
  entities: "project",
  groups: "group",
};

/** Functions of the platform are everybody's; what matters there is what comes of them. */
const adasPath = ({ path }: Route) =>
  fill(path, (parameter, resource) => (parameter === "principalId" ? ada.id : hers[ID_OF[resource] ?? "function"]));
const isAdas = ({ path }: Route) => path.includes("{") && !/\/(functions|invitations|users)\//.test(path);

const doors: [string, () => Caller][] = [
  ["session", () => eve.session],
  ["API key", () => eve.key],
];

/** Bodies that would be accepted from Ada, so that what refuses Eve is who she is. */
function bodyFor({ path, method }: Route): Json {
  if (method === "GET" || method === "DELETE") return;
  if (path.endsWith("/grants")) return { email: eve.email, bundle: "owner" };
  if (path.endsWith("/members")) return { email: eve.email };
  if (path.endsWith("/parts")) return { numbers: [1] };
  if (path.endsWith("/versions")) return { fileId: hers.file };
  if (path.endsWith("/complete")) return { parts: [{ number: 1, etag: "0123456789abcdef0123456789abcdef" }] };
  if (method === "PATCH") return { name: "Taken over" };
  return {};
}

const ULID = /(?<=_)[0-9A-HJKMNP-TV-Z]{26}/g;
const absent = (path: string) => path.replace(ULID, "0".repeat(26));
const shapeOf = ({ status, text }: { status: number; text: string }) => `${status} ${text.replace(ULID, "")}`;

const silent = (text: string) => expect(text.toLowerCase()).not.toContain(MARK);

const everyDoor: typeof doors = [...doors, ["no account", () => anonymous(target.url)]];

describe.each(everyDoor)("by %s", (_, door) => {
  it("every route with an id of Ada's answers as if there were none", async () => {
    const tried: string[] = [];
    const other: string[] = [];
    for (const route of routes.filter(isAdas)) {
      const path = adasPath(route) ?? "";
      const ask = (of: string) =>
        door().call(route.method, of, { body: bodyFor(route), headers: { "if-match": '"1"' } });
      const answer = await ask(path);
      // What is refused before anybody looks is refused for what does not exist as well, in the same words.
      const same = answer.status !== 404 && shapeOf(answer) === shapeOf(await ask(absent(path)));
      if (answer.status < 400 || (answer.status !== 404 && !same))
        other.push(`${route.method} ${path}: ${answer.text.slice(0, 300)}`);
      silent(answer.text);
      tried.push(`${route.method} ${route.path}`);
    }
    expect(other).toEqual([]);
    expect(tried.length).toBeGreaterThan(15);
  });

  it("the refusal is the same, word for word, as for what does not exist", async () => {
    const missing = (id: string) => id.replace(/.{8}$/, "00000000");
    for (const route of routes.filter(isAdas).filter(({ method }) => method === "GET")) {
      const path = adasPath(route) ?? "";
      const [real, none] = [
        await door().call("GET", path),
        await door().call("GET", path.replace(/[a-z]{2,}_[0-9A-Z]{26}/g, missing)),
      ];
      const plain = ({ text, body }: { text: string; body: Json }) =>
        text.replaceAll(body?.requestId, "").replace(/[a-z]{2,}_[0-9A-Z]{26}/g, "ID");
      expect.soft(plain(real), path).toBe(plain(none));
    }
  });

  it("no list, search or count knows of her things", async () => {
    const lists = routes.filter(({ method, path }) => method === "GET" && !path.includes("{"));
    for (const { path } of lists) {
      for (const query of ["", `?q=${MARK}&count=true`, "?count=true&limit=1000", `?projectId=${hers.project}`]) {
        const answer = await door().call("GET", path + query);
        if (!path.endsWith("/openapi.json")) silent(answer.text);
        // What was asked for may come back in the words of the refusal.
        const known = Object.values(hers).filter((id) => id !== hers.function && !query.includes(id));
        for (const id of known) expect(answer.text, path + query).not.toContain(id);
        if (query.startsWith("?q=") && answer.body?.total !== undefined) expect.soft(answer.body.total, path).toBe(0);
      }
    }
    expect(lists.length).toBeGreaterThan(6);
  });
});

describe.each(doors)("by %s", (_, door) => {
  it("nothing can be made in her project or from her file", async () => {
    const own = await createProject(door());
    const attempts: [string, Json][] = [
      ["/uploads", { projectId: hers.project, name: "a.csv", bytes: 3 }],
      ["/tables", { projectId: hers.project, name: "Mine", fileId: hers.file }],
      ["/tables", { projectId: own.id, name: "Mine", fileId: hers.file }],
      [`/functions/${hers.function}/runs`, { inputs: { projectId: hers.project, fileId: hers.file, name: "x" } }],
      [`/entities/${own.id}/grants`, { principalId: "nobody", bundle: "viewer" }],
    ];
    for (const [path, body] of attempts) {
      const answer = await door().call("POST", path, { body });
      expect.soft(answer.status, `${path}: ${answer.text.slice(0, 300)}`).toBeGreaterThanOrEqual(400);
      expect.soft(answer.status, `${path}: ${answer.text.slice(0, 300)}`).toBeLessThan(500);
      silent(answer.text);
    }
  });
});

it("Ada still has everything as it was", async () => {
  expect(await ada.key.get(`/projects/${hers.project}`)).toMatchObject({ name: `${MARK} project`, revision: 1 });
  expect(await ada.key.get(`/tables/${hers.table}`)).toMatchObject({ name: `${MARK} table`, state: "ready" });
  expect(await ada.key.get(`/uploads/${hers.upload}`)).toMatchObject({ state: "open" });
  expect((await ada.session.get(`/entities/${hers.project}/grants`)).items).toHaveLength(1);
});

it("a project with the name of hers can be made by anybody", async () => {
  expect(await createProject(eve.key, `${MARK} project`)).toMatchObject({ name: `${MARK} project` });
});

describe("shared to look at", () => {
  it("lets Eve read what is in the project, and change nothing; taken back, it is gone", async () => {
    const project = await createProject(ada.key);
    const { table } = await importTable(ada.key, "a\n1\n", { project });
    const { principalId } = await ada.session.post(`/entities/${project.id}/grants`, {
      email: eve.email,
      bundle: "viewer",
    });

    expect(await eve.key.get(`/tables/${table.id}`)).toMatchObject({ id: table.id });
    expect((await eve.key.get(`/tables/${table.id}/rows`)).items).toEqual([{ a: 1 }]);
    const change = { body: { name: "Hers" }, headers: { "if-match": '"1"' } };
    expect((await eve.key.refused("PATCH", `/tables/${table.id}`, change)).status).toBe(403);
    expect((await eve.key.refused("DELETE", `/tables/${table.id}`, change)).status).toBe(403);
    const upload = { body: { projectId: project.id, name: "a.csv", bytes: 1 } };
    expect((await eve.key.refused("POST", "/uploads", upload)).status).toBe(403);

    const taken = await ada.session.call("DELETE", `/entities/${project.id}/grants/${principalId}`);
    expect(taken.status, taken.text).toBe(204);
    expect((await eve.key.refused("GET", `/tables/${table.id}`)).status).toBe(404);
    expect((await eve.key.refused("GET", `/tables/${table.id}/rows`)).status).toBe(404);
  });
});

describe("signed URLs", () => {
  it("open one object, for a short time, and cannot be bent to another", async () => {
    const { url } = await ada.key.get(`/files/${hers.file}/download`);
    const signed = new URL(url);
    const life = Number(signed.searchParams.get("X-Amz-Expires"));
    expect(life).toBeGreaterThan(0);
    expect(life).toBeLessThanOrEqual(300);
    expect((await fetch(signed)).status).toBe(200);

    const other = new URL(url);
    other.pathname = other.pathname.replace(/fil_[0-9A-Z]+/, "fil_00000000000000000000000000");
    expect((await fetch(other)).status).toBe(403);
    expect((await fetch(signed, { method: "PUT", body: "mine now" })).status).toBe(403);
    const plain = new URL(url);
    plain.search = "";
    expect([401, 403]).toContain((await fetch(plain)).status);
    const bucket = new URL(`/${plain.pathname.split("/")[1]}`, plain);
    expect([401, 403, 404]).toContain((await fetch(bucket)).status);
  });
});
