/** Groups, aggregates and statistics over a table, and that the new doors are as narrow as the old ones. */
import { beforeAll, describe, expect, it } from "vitest";
import type { Json } from "../../support/http.ts";
import { importTable, rows } from "../../support/make.ts";
import { newPerson, type Person } from "../../support/people.ts";

const BIG = "9223372036854775807";
let ada: Person;
let table: Json;
beforeAll(async () => {
  ada = await newPerson("Ada");
  const content = `city,n,price,day\nParis,${BIG},0.10,2024-01-31\nParis,${BIG},0.20,2024-02-01\nRome,1,0.3,2025-02-01\n`;
  ({ table } = await importTable(ada.key, content));
});

const ask = (question: Json, accept?: string) =>
  ada.key.call("POST", `/tables/${table.id}/query`, { body: question, headers: accept ? { accept } : {} });

describe("a query", () => {
  it("groups, aggregates, filters and sorts, and keeps every digit", async () => {
    const answer = await ask({
      where: { column: "price", op: "gt", value: 0 },
      groupBy: ["city", { column: "day", bin: { unit: "year" }, as: "year" }],
      aggregates: [{ op: "count" }, { op: "sum", column: "n" }, { op: "mean", column: "price", as: "mean" }],
      sort: "-count",
    });
    expect(answer.status, answer.text).toBe(200);
    expect(answer.headers.get("atrium-table-version")).toBe("1");
    expect(answer.body).toMatchObject({
      version: 1,
      columns: [
        { name: "city", type: "text" },
        { name: "year", type: "date" },
        { name: "count", type: "int64" },
        { name: "sum_n", type: "decimal" },
        { name: "mean", type: "float64" },
      ],
      items: [
        { city: "Paris", year: "2024-01-01", count: 2, sum_n: "18446744073709551614" },
        { city: "Rome", year: "2025-01-01", count: 1, sum_n: 1, mean: 0.3 },
      ],
    });
  });

  it.each([
    ["text/csv", "city,count\r\nParis,2\r\nRome,1\r\n"],
    ["application/x-ndjson", '{"city":"Paris","count":2}\n{"city":"Rome","count":1}\n'],
  ])("answers as %s", async (accept, text) => {
    const answer = await ask({ groupBy: ["city"], aggregates: [{ op: "count" }] }, accept);
    expect(answer.headers.get("content-type")).toContain(accept);
    expect(answer.text).toBe(text);
  });

  it.each([
    [{ aggregates: [{ op: "sum", column: "city" }] }, "/aggregates/0/op"],
    [{ aggregates: [{ op: "exec", column: "n" }] }, "/aggregates/0/op"],
    [{ groupBy: ["nope"] }, "/groupBy/0"],
    [{ where: { column: "n", op: "eq", value: "x" } }, "/where/value"],
    [{ limit: 0 }, "/limit"],
    [{ sql: "select 1" }, "/sql"],
  ])("%j is refused, naming the field", async (question, path) => {
    const answer = await ask(question);
    expect(answer).toMatchObject({ status: 400, body: { code: "query.invalid" } });
    expect((answer.body as Json).errors[0].path).toBe(path);
  });

  it("that is not JSON is refused", async () => {
    const answer = await ada.key.call("POST", `/tables/${table.id}/query`, { body: undefined });
    expect(answer).toMatchObject({ status: 400, body: { code: "request.malformed" } });
  });
});

describe("statistics of a column", () => {
  const statistics = (query: Record<string, string> = {}, column = "n"): Promise<Json> =>
    ada.key.get(`/tables/${table.id}/columns/${encodeURIComponent(column)}/statistics?${new URLSearchParams(query)}`);

  it("are the version's, or those of filtered rows", async () => {
    const stored = table.columns.find(({ name }: Json) => name === "city");
    expect(await statistics({}, "city")).toEqual({ version: 1, rows: 3, column: stored });
    const where = JSON.stringify({ column: "city", op: "eq", value: "Rome" });
    expect(await statistics({ where })).toMatchObject({
      rows: 1,
      column: { name: "n", type: "int64", stats: { min: 1, max: 1, distinct: 1, nulls: 0 } },
    });
  });

  it("are asked for in words the table knows", async () => {
    const path = (column: string, query = "") => `/tables/${table.id}/columns/${column}/statistics${query}`;
    expect(await ada.key.refused("GET", path("nope"))).toMatchObject({
      status: 404,
      body: { code: "table.no_such_column" },
    });
    expect(await ada.key.refused("GET", path("n", "?where={}"))).toMatchObject({
      status: 400,
      body: { code: "rows.invalid_where" },
    });
    expect((await ada.key.refused("GET", path("n", "?version=9"))).status).toBe(404);
  });
});

describe("all rows", () => {
  it.each([
    "text/csv",
    "application/x-ndjson",
    "application/vnd.apache.parquet",
    "application/vnd.apache.arrow.stream",
  ])("come as %s", async (accept) => {
    const answer = await ada.key.call("GET", `/tables/${table.id}/rows?limit=all&sort=-n`, { headers: { accept } });
    expect(answer.status, answer.text.slice(0, 300)).toBe(200);
    expect(answer.headers.get("atrium-next")).toBeNull();
    expect(answer.text).toContain(accept === "text/csv" ? BIG : "Rome");
    if (accept.endsWith("parquet")) expect(answer.text).toMatch(/^PAR1.*PAR1$/s);
  });

  it("do not come as one JSON document", async () => {
    const answer = await ada.key.refused("GET", `/tables/${table.id}/rows?limit=all`);
    expect(answer).toMatchObject({ status: 400, body: { code: "input.invalid", errors: [{ path: "/limit" }] } });
  });
});

/** Refused as bad input, or taken as plain data: never an error of the engine, never somebody else's bytes. */
const harmless = ({ status, text }: { status: number; text: string }) => {
  expect([200, 400, 404], text).toContain(status);
  expect(text).not.toMatch(/root:x|Catalog Error|Parser Error|Binder Error|DuckDB/);
};

describe.each([
  "read_text('/etc/passwd')",
  "n\"; attach '/etc/passwd' as x; --",
  "(select content from read_text('/etc/passwd'))",
  "1; copy (select 1) to '/tmp/atrium-escape'; --",
  "getenv('DATABASE_SECRET_ARN')",
  "o0",
  "rows_",
])("%s", (attack) => {
  it("is nothing but a name or a value", async () => {
    harmless(await ask({ select: [attack] }));
    harmless(await ask({ groupBy: [attack] }));
    harmless(await ask({ sort: attack }));
    harmless(await ask({ aggregates: [{ op: "max", column: attack }] }));
    harmless(await ask({ where: { column: "city", op: "eq", value: attack } }));
    const named = await ask({
      groupBy: [{ column: "city", as: attack }],
      aggregates: [{ op: "count", as: `${attack} ` }],
    });
    expect(named.status, named.text).toBe(200);
    expect((named.body as Json).items[0]).toEqual({ [attack]: "Paris", [`${attack} `]: 2 });
    harmless(await ada.key.call("GET", `/tables/${table.id}/columns/${encodeURIComponent(attack)}/statistics`));
  });
});

it("a stranger asks nothing of it", async () => {
  const eve = await newPerson("Eve");
  for (const body of [{}, { aggregates: [{ op: "count" }] }, { sql: "x" }])
    expect((await eve.key.refused("POST", `/tables/${table.id}/query`, { body })).status).toBe(404);
  expect((await eve.key.refused("GET", `/tables/${table.id}/columns/n/statistics`)).status).toBe(404);
  expect((await rows(ada.key, table.id)).items).toHaveLength(3);
});
