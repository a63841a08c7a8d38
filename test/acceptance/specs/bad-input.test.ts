/** No input makes a server error: what is wrong is said, with the field's name. */
import { beforeAll, describe, expect, it } from "vitest";
import { anonymous, type Json } from "../../support/http.ts";
import { createProject } from "../../support/make.ts";
import { unique } from "../../support/names.ts";
import { fill, type Route, routesOf } from "../../support/openapi.ts";
import { newPerson, type Person } from "../../support/people.ts";
import { some } from "../../support/ring.ts";
import { target } from "../../support/target.ts";

let ada: Person;
let routes: Route[];
beforeAll(async () => {
  ada = await newPerson("Ada");
  routes = await routesOf(anonymous(target.url));
});

const MISSING = "prj_00000000000000000000000000";
const IDS = [
  "%20",
  "0",
  "-1",
  "null",
  "prj_",
  MISSING,
  "tbl_ZZZZZZZZZZZZZZZZZZZZZZZZZZ",
  "%00",
  "..%2f..",
  "'",
  "é".repeat(300),
];
const BODIES = [
  "",
  "{",
  "null",
  "[]",
  '"text"',
  "1",
  "{}",
  '{"name":null}',
  '{"name":""}',
  '{"name":"\\u0000"}',
  '{"name":{"a":1}}',
  `{"name":"${"x".repeat(100_000)}"}`,
  '{"bytes":-1}',
  '{"__proto__":{"admin":true}}',
];
const QUERIES = [
  "limit=-1",
  "limit=0",
  "limit=1e9",
  "limit=x",
  "cursor=x",
  "cursor=%00",
  "sort=nope",
  "sort=-",
  `q=${"(".repeat(500)}`,
  "q=%00",
  "kind=nope",
  "state=nope",
  "projectId='",
  "projectId=%00",
];

/** Of the first ring: each route gets some of the inputs, and each input some of the routes. */
const EVERY = 5;

/** One line for each request that was answered otherwise than it should be. */
async function answeredWrongly(
  requests: [method: string, path: string, body?: unknown][],
  right: (status: number) => boolean,
) {
  const wrong: string[] = [];
  for (const [method, path, body] of some(requests, EVERY)) {
    const answer = await ada.key.call(method, path, { body, headers: { "if-match": '"1"' } });
    if (!right(answer.status))
      wrong.push(
        `${method} ${path.slice(0, 120)} ${String(body ?? "").slice(0, 60)} → ${answer.status} ${answer.body?.code}`,
      );
  }
  return wrong;
}

const hasBody = ({ method }: Route) => method !== "GET" && method !== "DELETE";
const isRefusal = (status: number) => status >= 400 && status < 500;

describe("every route", () => {
  it("answers any id with a problem, never with a failure of its own", async () => {
    const requests = routes
      .filter(({ path }) => path.includes("{"))
      .flatMap((route) =>
        IDS.map((id): [string, string, unknown] => [
          route.method,
          fill(route.path, () => id) ?? "",
          hasBody(route) ? {} : undefined,
        ]),
      );
    expect(await answeredWrongly(requests, isRefusal)).toEqual([]);
  });

  it("answers any body with a problem", async () => {
    const requests = routes
      .filter(hasBody)
      .flatMap(({ method, path }) =>
        BODIES.map((body): [string, string, unknown] => [method, fill(path, () => MISSING) ?? "", body]),
      );
    expect(await answeredWrongly(requests, (status) => status < 500)).toEqual([]);
  });

  it("answers any query with a problem", async () => {
    const requests = routes
      .filter(({ method, path }) => method === "GET" && !path.includes("{"))
      .flatMap(({ path }) => QUERIES.map((query): [string, string] => ["GET", `${path}?${query}`]));
    expect(await answeredWrongly(requests, (status) => status < 500)).toEqual([]);
  });
});

it("a route that is none is a problem, too", async () => {
  expect((await ada.key.refused("GET", "/nowhere")).status).toBe(404);
});

it("names the field", async () => {
  const answer = await ada.key.refused("POST", "/uploads", {
    body: { projectId: "prj_00000000000000000000000000", name: "", bytes: -1 },
  });
  expect([400, 422]).toContain(answer.status);
  expect(answer.body.errors?.map(({ path }) => path)).toEqual(["/name", "/bytes"]);
});

describe("changing", () => {
  it("needs the revision that is changed", async () => {
    const project = await createProject(ada.key);
    const patch = (headers: Record<string, string>) =>
      ada.key.call("PATCH", `/projects/${project.id}`, { body: { name: unique("Changed") }, headers });
    expect((await patch({})).status).toBe(428);
    expect((await patch({ "if-match": '"99"' })).status).toBe(412);
    const changed = await patch({ "if-match": `W/"${project.revision}"` });
    expect(changed.status).toBe(200);
    expect(changed.headers.get("etag")).toContain(`"${changed.body.revision}"`);
    expect((await patch({ "if-match": `"${project.revision}"` })).status).toBe(412);
  });

  it("of two at once lets one win", async () => {
    const project = await createProject(ada.key);
    const answers = await Promise.all(
      ["One", "Two", "Three"].map((name) =>
        ada.key.call("PATCH", `/projects/${project.id}`, {
          body: { name },
          headers: { "if-match": `"${project.revision}"` },
        }),
      ),
    );
    expect(answers.map(({ status }) => status).sort()).toEqual([200, 412, 412]);
  });
});

describe("a project", () => {
  it("that is deleted is gone from lists, and comes back", async () => {
    const project = await createProject(ada.key);
    const listed = async () =>
      (await ada.key.get("/projects?limit=1000")).items.some(({ id }: Json) => id === project.id);
    expect(await listed()).toBe(true);
    const removed = await ada.key.call("DELETE", `/projects/${project.id}`, {
      headers: { "if-match": `"${project.revision}"` },
    });
    expect(removed.status).toBe(204);
    expect(await listed()).toBe(false);
    expect((await ada.key.refused("GET", `/projects/${project.id}`)).status).toBe(404);
    await ada.key.post(`/projects/${project.id}/restore`);
    expect(await listed()).toBe(true);
  });

  it("list is paged without a gap", async () => {
    const zoe = await newPerson("Zoe");
    const made = new Set<string>();
    for (let n = 0; n < 7; n++) made.add((await createProject(zoe.key, `Project ${n % 2}`)).id);
    for (const sort of ["name", "-name", "-updatedAt", "createdAt"]) {
      const seen: string[] = [];
      let cursor = "";
      do {
        const page = await zoe.key.get(
          `/projects?limit=3&sort=${sort}&count=true${cursor && `&cursor=${encodeURIComponent(cursor)}`}`,
        );
        expect(page.total).toBe(7);
        seen.push(...page.items.map(({ id }: Json) => id));
        cursor = page.next ?? "";
      } while (cursor);
      expect(seen, sort).toHaveLength(7);
      expect(new Set(seen), sort).toEqual(made);
    }
  });
});
