import { type RawBuilder, sql } from "kysely";
import { allowChange } from "../attribute/definition.ts";
import { query } from "../database/index.ts";
import { AppError } from "../error/index.ts";
import type { AttributeDefinition, Info } from "./schema.ts";

/** Marks that are read; what stood before them stays as it was written. */
const TABLES = [sql.table("localization"), sql.table("state")];

/**
 * Lets the values follow a change of a type's attributes, in its transaction: new names, fractions cut off, what is gone taken away,
 * new ones with their default. In place: it is the type that changed, not the annotations.
 */
export async function follow(
  before: Info,
  after: readonly AttributeDefinition[],
  renames: Record<string, string>,
): Promise<void> {
  const old = new Map(before.attributes.map((one) => [renames[one.name] ?? one.name, one]));
  const steps = [
    ...before.attributes.flatMap(({ name }) => renamed(name, renames[name])),
    ...after.flatMap((one) => converted(old.get(one.name), one)),
    ...[...old.keys()].filter((name) => !after.some((one) => one.name === name)).map(taken),
  ];
  for (const table of TABLES) {
    const rows = sql`type_id = ${before.id} and latest and not deleted`;
    for (const { set, where } of steps)
      await query((db) => sql`update ${table} set attributes = ${set} where ${rows} and ${where}`.execute(db));
    for (const one of after) if (old.has(one.name)) await refuseUnfit(table, rows, one);
  }
}

type Step = { set: RawBuilder<unknown>; where: RawBuilder<unknown> };

const renamed = (from: string, to: string | undefined): Step[] =>
  to === undefined || to === from
    ? []
    : [
        {
          set: sql`(attributes - ${from}::text) || jsonb_build_object(${to}::text, attributes -> ${from})`,
          where: sql`attributes ? ${from}`,
        },
      ];

function converted(before: AttributeDefinition | undefined, after: AttributeDefinition): Step[] {
  const { name } = after;
  if (before === undefined)
    return after.default === undefined
      ? []
      : [
          {
            set: sql`attributes || jsonb_build_object(${name}::text, ${JSON.stringify(after.default)}::jsonb)`,
            where: sql`not attributes ? ${name}`,
          },
        ];
  allowChange(before.dtype, after.dtype);
  return before.dtype === "float" && after.dtype === "int"
    ? [
        {
          set: sql`attributes || jsonb_build_object(${name}::text, trunc((attributes ->> ${name})::numeric))`,
          where: sql`jsonb_typeof(attributes -> ${name}) = 'number'`,
        },
      ]
    : [];
}

const taken = (name: string): Step => ({ set: sql`attributes - ${name}::text`, where: sql`attributes ? ${name}` });

/** A type may not become narrower than what is written: nobody could tell which values were once allowed. */
async function refuseUnfit(
  table: RawBuilder<unknown>,
  rows: RawBuilder<unknown>,
  { name, minimum, maximum, choices, size }: AttributeDefinition,
): Promise<void> {
  const value = sql`(attributes ->> ${name})`;
  const bounds = [
    ...(minimum === undefined ? [] : [sql`${value}::numeric < ${minimum}`]),
    ...(maximum === undefined ? [] : [sql`${value}::numeric > ${maximum}`]),
    ...(choices === undefined ? [] : [sql`${value} <> all (${choices}::text[])`]),
    ...(size === undefined ? [] : [sql`jsonb_array_length(attributes -> ${name}) <> ${size}`]),
  ];
  if (bounds.length === 0) return;
  const found = await query((db) =>
    sql<{ example: string }>`
      select ${value} as example from ${table}
      where ${rows} and attributes ? ${name} and (${sql.join(bounds, sql` or `)}) limit 1`.execute(db),
  );
  const [unfit] = found.rows;
  if (!unfit) return;
  throw new AppError(
    "conflict",
    "annotation_type.values_do_not_fit",
    `Annotations have values of ${name} that would not fit any more, such as ${JSON.stringify(unfit.example)}. Change them first.`,
    { fields: [{ path: "/attributes", message: `${name} has such values` }] },
  );
}
