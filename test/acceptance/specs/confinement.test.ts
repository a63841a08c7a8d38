/** A reader of one table reaches nothing else: no other table, no file, no network, no setting. */
import { beforeAll, describe, expect, it } from "vitest";
import type { Json } from "../../support/http.ts";
import { importTable, rows } from "../../support/make.ts";
import { newPerson, type Person } from "../../support/people.ts";

let ada: Person;
let table: Json;
let secret: Json;
beforeAll(async () => {
  ada = await newPerson("Ada");
  ({ table } = await importTable(ada.key, "name,n\nalice,1\nbob,2\n"));
  ({ table: secret } = await importTable((await newPerson("Eve")).key, "word\nxyzzy-secret\n"));
});

const read = (query: Record<string, string>) =>
  ada.key.call("GET", `/tables/${table.id}/rows?${new URLSearchParams(query)}`);
const where = (condition: unknown) => read({ where: JSON.stringify(condition) });

/** Refused as bad input, or taken as plain data: never an error of the engine, never somebody else's bytes. */
function harmless(answer: { status: number; text: string }, attack = "") {
  expect([200, 400, 422], answer.text).toContain(answer.status);
  const own = answer.text
    .replaceAll(JSON.stringify(JSON.stringify(attack)).slice(3, -3), "")
    .replaceAll(JSON.stringify(attack).slice(1, -1), "");
  expect(own).not.toMatch(/xyzzy-secret|root:|PAR1|duckdb|Catalog Error|Parser Error|Binder Error|\/tmp\//i);
}

const attacks = [
  "read_csv('/etc/passwd')",
  "(select content from read_text('/etc/passwd'))",
  "name from read_csv_auto('/etc/passwd') --",
  "\"; attach '/etc/passwd' as x; --",
  "n' or '1'='1",
  "1; drop table rows; --",
  "getenv('DATABASE_SECRET_ARN')",
  "pg_read_file('/etc/passwd')",
  "(select * from duckdb_settings())",
  "name; copy (select 1) to '/tmp/atrium-escape'; --",
  "name\u0000",
  "../../etc/passwd",
  "http://169.254.169.254/latest/meta-data",
];

describe.each(attacks)("%s", (attack) => {
  it("as a column", async () => {
    harmless(await where({ column: attack, op: "eq", value: 1 }), attack);
    harmless(await read({ select: attack }), attack);
    harmless(await read({ sort: attack }), attack);
    harmless(await read({ sort: `-${attack}` }), attack);
  });

  it("as a value", async () => {
    for (const op of ["eq", "ne", "contains", "startsWith", "endsWith"]) {
      const answer = await where({ column: "name", op, value: attack });
      expect(answer.status === 200 ? answer.body.items.length : 0, op).toBe(
        op === "ne" && answer.status === 200 ? 2 : 0,
      );
      harmless(answer, attack);
    }
    harmless(await where({ column: "name", op: "in", value: [attack] }), attack);
    harmless(await where({ column: "n", op: "gt", value: attack }), attack);
  });

  it("as an operator, a version, a cursor, a limit", async () => {
    harmless(await where({ column: "name", op: attack, value: "a" }), attack);
    for (const name of ["version", "cursor", "limit", "offset"]) {
      const answer = await read({ [name]: attack });
      expect(answer.status, `${name}: ${answer.text}`).toBe(400);
      harmless(answer, attack);
    }
  });
});

describe("a where that is not one", () => {
  it.each([
    ["an unknown column", { column: "nope", op: "eq", value: 1 }, "column"],
    ["an unknown operator", { column: "n", op: "like", value: 1 }, "op"],
    ["a value of another type", { column: "n", op: "eq", value: "one" }, "value"],
    [
      "a list with a wrong member",
      {
        and: [
          { column: "n", op: "eq", value: 1 },
          { column: "n", op: "in", value: [1, "x"] },
        ],
      },
      "and",
    ],
    ["neither", {}, ""],
    ["an array", [], ""],
    ["text", "n = 1", ""],
    ["a number", 1, ""],
  ])("%s", async (_, condition, path) => {
    const answer = await ada.key.refused(
      "GET",
      `/tables/${table.id}/rows?${new URLSearchParams({ where: JSON.stringify(condition) })}`,
    );
    expect(answer).toMatchObject({ status: 400, body: { code: "rows.invalid_where" } });
    expect(answer.body.errors?.map((error) => error.path).join() ?? "").toContain(path);
  });

  it("broken JSON", async () => {
    const answer = await ada.key.refused("GET", `/tables/${table.id}/rows?where=${encodeURIComponent("{")}`);
    expect(answer).toMatchObject({ status: 400, body: { code: "rows.invalid_where" } });
  });

  it("nested without end", async () => {
    let condition: unknown = { column: "n", op: "eq", value: 1 };
    for (let depth = 0; depth < 2_000; depth++) condition = { not: condition };
    const answer = await where(condition);
    expect([400, 413, 414, 422, 431], answer.text.slice(0, 200)).toContain(answer.status);
  });
});

describe("names", () => {
  it("of columns are data, whatever they look like", async () => {
    const odd = 'a"b,c;--';
    const { table } = await importTable(ada.key, `"a""b,c;--",select\n1,2\n3,4\n`);
    expect(table.columns.map(({ name }: Json) => name)).toEqual([odd, "select"]);
    const found = await rows(ada.key, table.id, { where: { column: odd, op: "gt", value: 1 }, sort: "-select" });
    expect(found.items).toEqual([{ [odd]: 3, select: 4 }]);
  });

  it("of another table's id do not open it", async () => {
    expect((await ada.key.refused("GET", `/tables/${secret.id}/rows`)).status).toBe(404);
    harmless(await where({ column: secret.id, op: "eq", value: 1 }));
  });
});
