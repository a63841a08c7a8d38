/** A share link lets whoever has it read one thing over every door that reads, and nothing else; revoked, at once nothing. */
import { beforeAll, expect, it } from "vitest";
import { anonymous, type Caller, caller } from "../../support/http.ts";
import { type Imported, importTable } from "../../support/make.ts";
import { cookiesOf, newPerson, origin, type Person } from "../../support/people.ts";
import { target } from "../../support/target.ts";

let ada: Person;
let made: Imported;
beforeAll(async () => {
  ada = await newPerson("Ada");
  made = await importTable(ada.key, "site,count\nPoint Loma,31\nLa Jolla,12\n", { fileName: "gannets.csv" });
});

const link = (entityId: string, body: object = {}) => ada.session.post(`/entities/${entityId}/share-links`, body);

/** A browser after it went where a link leads. */
async function opened(url: string): Promise<Caller> {
  const answer = await anonymous(target.url).call("POST", "/share-links/open", { body: { secret: secretOf(url) } });
  expect(answer.status, answer.text).toBe(200);
  return caller(target.url, { cookie: cookiesOf(answer.headers), origin });
}

const secretOf = (url: string) => new URL(url).hash.slice(1);

it("a table's rows, questions to it, statistics, versions and bytes are read by its link", async () => {
  const { table, project, file } = made;
  const { url } = await link(table.id);
  const reader = await opened(url);
  expect(await reader.get(`/tables/${table.id}`)).toMatchObject({ id: table.id, projectId: null, source: null });
  expect((await reader.get(`/tables/${table.id}/rows`)).items).toHaveLength(2);
  const asked = await reader.post(`/tables/${table.id}/query`, {
    aggregates: [{ op: "sum", column: "count", as: "n" }],
  });
  expect(asked.items).toEqual([{ n: 43 }]);
  expect((await reader.get(`/tables/${table.id}/columns/count/statistics`)).rows).toBe(2);
  expect((await reader.get(`/tables/${table.id}/versions`)).items).toHaveLength(1);
  const { url: bytes } = await reader.get(`/tables/${table.id}/download`);
  expect((await fetch(bytes)).status).toBe(200);
  for (const path of [`/projects/${project.id}`, `/files/${file.id}`, `/files/${file.id}/preview`])
    expect((await reader.refused("GET", path)).status, path).toBe(404);
  for (const path of [`/entities/${table.id}/comments`, `/runs/${made.run.id}/logs`, "/me"])
    expect((await reader.refused("GET", path)).status, path).toBe(401);
  const change = { body: { name: "Mine" }, headers: { "if-match": "*" } };
  expect((await reader.refused("PATCH", `/tables/${table.id}`, change)).body.code).toBe("auth.required");
});

it("revoked, it opens nothing from the next request on, by any door", async () => {
  const { table } = made;
  const { id, url } = await link(table.id);
  const reader = await opened(url);
  const begun = performance.now();
  expect((await ada.session.call("DELETE", `/entities/${table.id}/share-links/${id}`)).status).toBe(204);
  expect((await reader.refused("GET", `/tables/${table.id}`)).status).toBe(404);
  expect((await reader.refused("GET", `/tables/${table.id}/rows`)).status).toBe(404);
  expect((await reader.refused("POST", `/tables/${table.id}/query`, { body: {} })).status).toBe(404);
  expect((await reader.get(`/search?q=${encodeURIComponent(table.name)}`)).items).toEqual([]);
  expect(performance.now() - begun).toBeLessThan(5_000);
  const again = { body: { secret: secretOf(url) } };
  expect((await anonymous(target.url).refused("POST", "/share-links/open", again)).body.code).toBe("share_link.dead");
});

it("a cookie of links is not enough for a page of another site to ask with", async () => {
  const { headers } = await opened((await link(made.table.id)).url);
  const elsewhere = caller(target.url, { ...headers, origin: "https://elsewhere.example" });
  const answer = await elsewhere.refused("POST", `/tables/${made.table.id}/query`, { body: {} });
  expect(answer.body.code).toBe("auth.bad_origin");
});

it("a person who is signed in has what the link opens besides their own", async () => {
  const eve = await newPerson("Eve");
  const own = await eve.key.post("/projects", { name: "Eve's own" });
  const { headers } = await opened((await link(made.table.id)).url);
  const both = caller(target.url, { cookie: `${eve.cookie}; ${headers.cookie}`, origin });
  expect((await both.get(`/tables/${made.table.id}`)).privileges).toEqual(["see", "read", "transfer"]);
  expect((await both.get(`/projects/${own.id}`)).privileges).toContain("manage");
  expect((await eve.key.refused("GET", `/tables/${made.table.id}`)).status).toBe(404);
});
