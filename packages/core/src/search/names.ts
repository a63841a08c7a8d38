import { sql } from "kysely";
import type { Access } from "../access/index.ts";
import { query } from "../database/index.ts";
import { everywhere } from "../entity/everywhere.ts";
import { type Kind, listedKinds } from "../entity/schema.ts";
import { likePrefix } from "../entity/words.ts";

/** So many names are looked at while somebody types; what lies behind them a longer beginning finds. */
const NAMES = 1_000;
/** Tags are those of so many things that changed last. */
const TAGGED = 100;

export type Named = { id: string; kind: Kind; name: string };

/** What the actor sees whose name begins so, in the order of names. */
export async function namesBeginning(
  seen: Access.Visible,
  typed: string,
  kinds: Kind[],
  limit: number,
): Promise<Named[]> {
  const begins = sql<boolean>`e.name_key like lower(${likePrefix(typed)})`;
  const rows = seen.scopes
    ? everywhere(seen, kinds)(begins, sql`e.name_key, e.id`, limit, sql`e.name_key`)
    : sql`
        select e.* from (
          select * from entity e where e.deleted_at is null and ${begins} order by e.name_key, e.id limit ${NAMES}) e
        where e.kind = any (${kinds}) and ${seen.condition}`;
  const found = await query((db) =>
    sql<Named>`select e.id, e.kind, e.name from (${rows}) e order by e.name_key, e.id limit ${limit}`.execute(db),
  );
  return found.rows;
}

/** Tags that begin so on what the actor sees, the most used first. */
export async function tagsBeginning(seen: Access.Visible, typed: string, limit: number): Promise<string[]> {
  const latest = everywhere(seen, listedKinds)(
    sql<boolean>`e.tags <> '{}'`,
    sql`e.updated_at desc, e.id desc`,
    TAGGED,
    sql`e.updated_at`,
  );
  const found = await query((db) =>
    sql<{ tag: string }>`
      select t as tag from (${latest}) e cross join unnest(e.tags) t where lower(t) like lower(${likePrefix(typed)})
      group by t order by count(*) desc, t limit ${limit}`.execute(db),
  );
  return found.rows.map(({ tag }) => tag);
}
