import { sql } from "kysely";
import { expect, test } from "vitest";
import { migrateDown, migrateUp, migrationStatus } from "./migrate.ts";
import { withEmptyDatabase } from "./testing.ts";

type Catalogue = { kind: string; name: string; definition: string };

test("every migration runs up, down and up again, and leaves nothing behind", () =>
  withEmptyDatabase(async (db) => {
    const catalogue = async () =>
      (
        await sql<Catalogue>`
          select 'column' as kind, table_name || '.' || column_name as name, data_type || coalesce(column_default, '') || is_nullable as definition
          from information_schema.columns where table_schema = 'public' and table_name not like 'kysely_%'
          union all select 'index', indexname, indexdef from pg_indexes where schemaname = 'public' and tablename not like 'kysely_%'
          union all select 'constraint', conname, pg_get_constraintdef(oid) from pg_constraint
            where connamespace = 'public'::regnamespace and conrelid::regclass::text not like 'kysely_%'
          union all select 'function', proname, prosrc from pg_proc where pronamespace = 'public'::regnamespace
          order by 1, 2, 3`.execute(db)
      ).rows;

    const up = await migrateUp(db);
    const first = await catalogue();
    expect(first.length).toBeGreaterThan(100);
    expect(await migrateDown(db)).toEqual([...up].reverse());
    expect(await catalogue()).toEqual([]);
    expect(await migrateUp(db)).toEqual(up);
    expect(await catalogue()).toEqual(first);
    expect((await migrationStatus(db)).every((one) => one.executedAt !== null)).toBe(true);
    expect(await migrateUp(db)).toEqual([]);
  }));
