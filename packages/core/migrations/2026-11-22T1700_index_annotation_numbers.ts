import { type Kysely, sql } from "kysely";

/** Of a time, which is written `2024-05-01T10:00:00.000Z`, its digits; of one past the year 9999, which texts sort before all others, -1. */
const NUMBER = sql.raw(`case jsonb_typeof(a.value)
  when 'number' then a.value::double precision
  when 'string' then case
    when length(a.value #>> '{}') = 24 and (a.value #>> '{}') ~ '^\\d{4}-\\d\\d-\\d\\dT\\d\\d:\\d\\d:\\d\\d\\.\\d{3}Z$'
      then translate(a.value #>> '{}', '-T:.Z', '')::double precision
    when length(a.value #>> '{}') = 27 and left(a.value #>> '{}', 1) in ('+', '-') then -1
  end
end`);
const PIECE = sql.raw("4096");

/** Pieces of rows \`f\`: their numbers by layer and name, in order, cut into parts that are read whole. */
const pieces = (kind: ReturnType<typeof sql>, from: ReturnType<typeof sql>) => sql`
  insert into annotation_number (kind, layer_id, name, low, high, numbers, ids)
  select ${kind}, layer_id, name, min(number), max(number), array_agg(number order by nth), array_agg(id order by nth)
  from (
    select layer_id, name, number, id, row_number() over (partition by layer_id, name order by number, id) as nth
    from (select f.layer_id, a.key as name, ${NUMBER} as number, f.id from ${from}) numbered where number is not null
  ) ordered
  group by layer_id, name, (nth - 1) / ${PIECE}`;

const WRITTEN = sql`written f cross join lateral jsonb_each(f.attributes) a where f.latest and not f.deleted`;
/** A type that changed is followed in place: the values before are found no more, since each is looked at again in its row. */
const CHANGED = sql`written f join before b on b.id = f.id cross join lateral jsonb_each(f.attributes) a
  where f.latest and not f.deleted and (not b.latest or b.deleted or b.attributes is distinct from f.attributes)`;
const TABLES = ["localization", "state"] as const;

/**
 * Numbers and times of annotations, so that a range that few are in is found without reading a layer. A statement's rows become one
 * sorted piece for each layer and name, not a row each: writing many costs little more than before (decision 0041). By triggers, so
 * that nothing that writes annotations can forget it. Nothing is taken out: who finds an id here looks at the row.
 */
export async function up(db: Kysely<unknown>) {
  await sql`
    create table annotation_number (
      kind text not null,
      layer_id text collate "C" not null,
      name text collate "C" not null,
      low double precision not null,
      high double precision not null,
      -- In order, and of each the id of its row.
      numbers double precision[] not null,
      ids bigint[] not null,
      constraint annotation_number_kind_known check (kind in ('localization', 'state'))
    )`.execute(db);
  // Compressing would cost each reader more than it saves.
  await sql`alter table annotation_number alter numbers set storage external, alter ids set storage external`.execute(
    db,
  );
  for (const [name, from] of [
    ["created", WRITTEN],
    ["changed", CHANGED],
  ] as const)
    await sql`
      create function ${sql.raw(`annotation_numbers_${name}`)}() returns trigger language plpgsql as $$ begin
        ${pieces(sql`tg_table_name`, from)};
        return null;
      end $$`.execute(db);
  for (const table of TABLES) {
    const [created, changed] = [sql.raw(`${table}_numbers_created`), sql.raw(`${table}_numbers_changed`)];
    // Making a trigger lets nobody write until this ends; reading goes on.
    await sql`
      create trigger ${created} after insert on ${sql.table(table)} referencing new table as written
        for each statement execute function annotation_numbers_created()`.execute(db);
    await sql`
      create trigger ${changed} after update on ${sql.table(table)} referencing old table as before new table as written
        for each statement execute function annotation_numbers_changed()`.execute(db);
    const rows = sql`${sql.table(table)} f cross join lateral jsonb_each(f.attributes) a where f.latest and not f.deleted`;
    await pieces(sql`${sql.lit(table)}`, rows).execute(db);
  }
  await sql`create index annotation_number_from on annotation_number (layer_id, name, kind, high, low)`.execute(db);
  await sql`create index annotation_number_to on annotation_number (layer_id, name, kind, low)`.execute(db);
}

export async function down(db: Kysely<unknown>) {
  for (const table of TABLES)
    for (const name of ["created", "changed"])
      await sql`drop trigger ${sql.raw(`${table}_numbers_${name}`)} on ${sql.table(table)}`.execute(db);
  await sql`drop function annotation_numbers_created()`.execute(db);
  await sql`drop function annotation_numbers_changed()`.execute(db);
  await sql`drop table annotation_number`.execute(db);
}
