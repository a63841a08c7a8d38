import { sql } from "kysely";
import { expect, test } from "vitest";
import { Audit } from "../audit/index.ts";
import { query } from "./index.ts";
import { asUser, useDatabase } from "./testing.ts";

useDatabase();

const run = (text: string) => query((db) => sql.raw(text).execute(db));

test("the program connects as a role that owns nothing", async () => {
  const { rows } = await query((db) =>
    sql<{ owned: number; superior: boolean }>`
      select (select count(*)::int from pg_class c where c.relowner = r.oid) as owned,
        r.rolsuper or r.rolcreaterole or r.rolcreatedb or r.rolbypassrls as superior
      from pg_roles r where r.rolname = current_user`.execute(db),
  );
  expect(rows).toEqual([{ owned: 0, superior: false }]);
});

test.each([
  "update event set type = 'project.created'",
  "delete from event",
  "truncate event",
  "delete from event_other",
  "alter table event disable trigger all",
  "drop trigger event_stays on event",
  "set session_replication_role = replica",
  "create table public.mine (id int)",
  "insert into kysely_migration (name, timestamp) values ('x', 'y')",
  "alter table entity drop column name",
])("the database refuses the program: %s", async (statement) => {
  await asUser("Ada", () => Audit.record({ type: "test.happened" }));
  await expect(run(statement)).rejects.toMatchObject({ code: "42501" });
});

test("the months ahead are made with the owner's rights, and stay closed", async () => {
  await Audit.sweep();
  const { rows } = await run(
    "select c.relname from pg_inherits i join pg_class c on c.oid = i.inhrelid where i.inhparent = 'event'::regclass",
  );
  for (const { relname } of rows as { relname: string }[]) {
    await expect(run(`delete from "${relname}"`)).rejects.toMatchObject({ code: "42501" });
  }
});
