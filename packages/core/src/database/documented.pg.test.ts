import { readFile } from "node:fs/promises";
import { sql } from "kysely";
import { beforeAll, expect, test } from "vitest";
import { query } from "./index.ts";
import { useDatabase } from "./testing.ts";

useDatabase();

const DOCUMENT = new URL("../../../../docs/data-model.md", import.meta.url);
/** Tables of Datagrok's schema, in its own words. */
const THERE = 47;

let text: string;
const tables = new Map<string, Set<string>>();

beforeAll(async () => {
  text = await readFile(DOCUMENT, "utf8");
  const { rows } = await query((db) =>
    sql<{ name: string; column: string }>`
      select c.relname as name, a.attname as column from pg_class c join pg_attribute a on a.attrelid = c.oid
      where c.relnamespace = 'public'::regnamespace and c.relkind in ('r', 'p') and not c.relispartition
        and a.attnum > 0 and not a.attisdropped`.execute(db),
  );
  for (const { name, column } of rows) tables.set(name, (tables.get(name) ?? new Set()).add(column));
});

test("every table of the database is in the data model", () => {
  const missing = [...tables.keys()].filter(
    (name) => name !== "kysely_migration_lock" && !text.includes(`\`${name}\``),
  );
  expect(missing).toEqual([]);
});

test("every table there has its place here, and what is said to stand is there", () => {
  const rows = [...text.matchAll(/^\| `(\w+)` +\| (.+?) +\| (stands|to come) +\|$/gm)];
  expect(new Set(rows.map(([, there]) => there)).size).toBe(THERE);
  const lacking = rows
    .filter(([, , , state]) => state === "stands")
    .flatMap(([, , here = ""]) =>
      [...here.matchAll(/`(\w+)(?:\.(\w+))?`/g)].map(([whole, name = "", column]) => ({ whole, name, column })),
    )
    .filter(({ name, column }) => !(column === undefined ? tables.has(name) : tables.get(name)?.has(column)));
  expect(lacking.map(({ whole }) => whole)).toEqual([]);
});
