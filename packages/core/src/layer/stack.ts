import { sql } from "kysely";
import { query } from "../database/index.ts";
import { among } from "./reach.ts";

/** Layers over layers: what a layer says of an annotation hides what the layers below it say of it. */
export type Stack = { layers: string[]; pairs: { over: string; under: string }[] };

/** Layers with all they are drawn over, as far as the actor reads them. */
export async function stack(layers: readonly string[]): Promise<Stack> {
  const found = await query((db) =>
    sql<{ over: string; under: string }>`
      with recursive closed as (
        select l.id from unnest(${[...layers]}::text[]) l(id)
        union select b.id from closed c join layer y on y.id = c.id cross join unnest(y.base_ids) b(id)
      ), pairs as (
        select c.id as "over", b.id as "under" from closed c join layer y on y.id = c.id cross join unnest(y.base_ids) b(id)
        union select p."over", b.id from pairs p join layer y on y.id = p."under" cross join unnest(y.base_ids) b(id)
      )
      select "over", "under" from pairs where "over" <> "under"`.execute(db),
  );
  const all = new Set([...layers, ...found.rows.flatMap(({ over, under }) => [over, under])]);
  const seen = new Set(await among([...all]));
  return {
    layers: [...all].filter((id) => seen.has(id)),
    pairs: found.rows.filter(({ over, under }) => seen.has(over) && seen.has(under)),
  };
}
