import { sql } from "kysely";
import { decodeTime, encodeTime } from "ulid";
import { query } from "../database/index.ts";
import { Objects } from "../object/index.ts";

const PREFIX = "media/";
const KEY = /^media\/med_([0-9A-HJKMNP-TV-Z]{26})\//;
const LOOKED_AT = 1_000;
/** A run may take a day and more, and says only at its end what it has stored. */
const DAYS = 7;

/**
 * Removes objects that no rendition and no part names any more: media that are gone for good, jobs that died between storing and
 * saying so, parts that were joined. One page a time, from a place in the order of keys that is drawn anew, so that every object is
 * looked at before long and nothing has to be remembered. `after` is for tests.
 */
export async function sweep({
  after,
  now = new Date(),
}: {
  after?: string;
  now?: Date;
} = {}): Promise<{ removed: number }> {
  const start = after ?? (await somewhere(now.getTime()));
  const before = now.getTime() - DAYS * 86_400_000;
  const found = await Objects.list(PREFIX, { after: start, most: LOOKED_AT });
  // Behind the last there is the first.
  const all = found.length > 0 ? found : await Objects.list(PREFIX, { most: LOOKED_AT });
  const old = all.filter(({ at }) => at.getTime() < before).map(({ key }) => key);
  const gone = old.length > 0 ? await unnamed(old) : [];
  for (const key of gone) await Objects.remove(key);
  return { removed: gone.length };
}

/** Keys begin with ids, and ids with when they were made: a moment since the first of them is a place among the keys. */
async function somewhere(now: number): Promise<string> {
  const [first] = await Objects.list(PREFIX, { most: 1 });
  const made = first && KEY.exec(first.key)?.[1];
  if (!made) return PREFIX;
  const begun = decodeTime(made);
  return `${PREFIX}med_${encodeTime(Math.round(begun + (now - begun) * Math.random()))}`;
}

async function unnamed(keys: string[]): Promise<string[]> {
  const { rows } = await query((db) =>
    sql<{ key: string }>`
      select key from unnest(${keys}::text[]) key
      where not exists (select 1 from media_rendition where media_rendition.key = key.key)
        and not exists (select 1 from media_rendition where media_rendition.index_key = key.key)
        and not exists (select 1 from media_part where media_part.key = key.key)`.execute(db),
  );
  return rows.map(({ key }) => key);
}
