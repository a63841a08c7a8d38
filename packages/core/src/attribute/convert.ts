import { sql } from "kysely";
import { query } from "../database/index.ts";
import { AppError } from "../error/index.ts";
import { below } from "./row.ts";
import type { Definition, Info } from "./schema.ts";

// What a change of a type does to the values that were written, all in the transaction of the change.

/** Gives the default to everything that has no value. */
export async function backfill(projectID: string, { name, kinds, default: value }: Definition): Promise<void> {
  if (value === undefined) return;
  await query((db) =>
    sql`
      update entity set attributes = attributes || jsonb_build_object(${name}::text, ${JSON.stringify(value)}::jsonb)
      where id in (${below(projectID, kinds)}) and not attributes ? ${name}`.execute(db),
  );
}

export async function rename(before: Info, name: string): Promise<void> {
  if (before.name === name) return;
  await query((db) =>
    sql`
      update entity set attributes = (attributes - ${before.name}::text) || jsonb_build_object(${name}::text, attributes -> ${before.name})
      where id in (${below(before.projectId, before.kinds)}) and attributes ? ${before.name}`.execute(db),
  );
}

/** From float to int fractions are cut off. Every other allowed change leaves the value as it is. */
export async function convert(before: Info, after: Definition): Promise<void> {
  if (before.dtype !== "float" || after.dtype !== "int") return;
  await query((db) =>
    sql`
      update entity set attributes = attributes || jsonb_build_object(${after.name}::text, trunc((attributes ->> ${after.name})::numeric))
      where id in (${below(before.projectId, before.kinds)}) and jsonb_typeof(attributes -> ${after.name}) = 'number'`.execute(
      db,
    ),
  );
}

/** A type may not become narrower than what is written: nobody could tell which values were once allowed. */
export async function refuseUnfit(projectID: string, after: Definition): Promise<void> {
  const value = sql`(attributes ->> ${after.name})`;
  const bounds = [
    after.minimum === undefined ? sql`false` : sql`${value}::numeric < ${after.minimum}`,
    after.maximum === undefined ? sql`false` : sql`${value}::numeric > ${after.maximum}`,
    after.choices === undefined ? sql`false` : sql`${value} <> all (${after.choices}::text[])`,
    after.size === undefined ? sql`false` : sql`jsonb_array_length(attributes -> ${after.name}) <> ${after.size}`,
  ];
  const found = await query((db) =>
    sql<{ n: number; example: string | null }>`
      select count(*) as n, min(${value}) as example from entity
      where id in (${below(projectID, after.kinds)}) and attributes ? ${after.name} and (${sql.join(bounds, sql` or `)})`.execute(
      db,
    ),
  );
  const { n, example } = found.rows[0] ?? { n: 0, example: null };
  if (n === 0) return;
  throw new AppError(
    "conflict",
    "attribute_type.values_do_not_fit",
    `${n} values would not fit any more, such as ${JSON.stringify(example)}. Change them first.`,
  );
}

/** Takes the values away and keeps them, for a deletion that somebody takes back. */
export async function strip(type: Info, kinds: string[]): Promise<void> {
  if (kinds.length === 0) return;
  await query((db) =>
    sql`
      with had as (
        select id, attributes -> ${type.name} as value from entity
        where id in (${below(type.projectId, kinds)}) and attributes ? ${type.name} for update
      ), kept as (
        insert into attribute_trash (type_id, entity_id, value) select ${type.id}, id, value from had
        on conflict (type_id, entity_id) do update set value = excluded.value
      )
      update entity e set attributes = e.attributes - ${type.name}::text from had where e.id = had.id`.execute(db),
  );
}

/** Puts back what `strip` kept, where nothing was written since. */
export async function unstrip(type: Info): Promise<void> {
  await query((db) =>
    sql`
      with kept as (delete from attribute_trash where type_id = ${type.id} returning entity_id, value)
      update entity e set attributes = e.attributes || jsonb_build_object(${type.name}::text, k.value)
      from kept k where e.id = k.entity_id and not e.attributes ? ${type.name}`.execute(db),
  );
}
