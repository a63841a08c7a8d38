import { sql } from "kysely";
import { query } from "../database/index.ts";
import { AppError } from "../error/index.ts";
import { changed, defaultOf } from "./apply.ts";
import { lacking } from "./begin.ts";
import { backfill } from "./convert.ts";
import { below, typesAround } from "./row.ts";
import type { Given, Info } from "./schema.ts";

type Moved = { id: string; kind: string; from: string | null; to: string | null; given?: Given | undefined };

/**
 * What comes to a project gets the defaults that hold there, and is refused where it lacks what is required. What was required
 * where it came from already is not asked for again. Called when it has its new place.
 */
export async function welcome({ id, kind, from, to, given = {} }: Moved): Promise<void> {
  await say(id, kind, given);
  if (to === null) return;
  const held = new Set(from === null ? [] : (await typesAround(from)).map((type) => type.id));
  const types = (await typesAround(to)).filter((type) => !held.has(type.id));
  const now = new Date();
  for (const type of types) await backfill(id, { ...type, default: defaultOf(type, now) });
  const required = types.filter((type) => type.required && defaultOf(type, now) === undefined);
  const missing = await Promise.all(required.map(async (type) => ({ type, ...(await without(id, type)) })));
  const own = missing.filter(({ type, itself }) => itself && type.kinds.some((one) => one === kind));
  if (own.length > 0) throw lacking(own.map(({ type }) => type.name));
  const inside = missing.filter(({ others }) => others);
  if (inside.length === 0) return;
  const names = inside.map(({ type }) => type.name);
  throw new AppError(
    "conflict",
    "attribute.required_inside",
    `What lies in it lacks attributes that are required there: ${names.join(", ")}. Add them before it moves.`,
  );
}

async function say(id: string, kind: string, given: Given): Promise<void> {
  if (Object.keys(given).length === 0) return;
  await query(async (db) => {
    const { attributes } = await db
      .selectFrom("entity")
      .select("attributes")
      .where("id", "=", id)
      .forUpdate()
      .executeTakeFirstOrThrow();
    const after = await changed({ id, kind, attributes }, { values: given, reset: [] });
    await db
      .updateTable("entity")
      .set({ attributes: JSON.stringify(after) })
      .where("id", "=", id)
      .execute();
  });
}

/** Whether what moves lacks a value, itself or among what lies in it; the trash is asked when it is restored. */
async function without(id: string, { name, kinds }: Info): Promise<{ itself: boolean; others: boolean }> {
  const found = await query((db) =>
    sql<{ itself: boolean; others: boolean }>`
      select
        exists (select from entity where id = ${id} and not attributes ? ${name}) as itself,
        exists (
          select from entity
          where id in (${below(id, kinds)}) and id <> ${id} and deleted_at is null and not attributes ? ${name}
        ) as others`.execute(db),
  );
  return found.rows[0] ?? { itself: false, others: false };
}
