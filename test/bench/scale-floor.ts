import type pg from "pg";
import type { Random } from "../support/random.ts";

const PAGE = 50;
const CANDIDATES = 10_001;

/** What no list can be quicker than: as many whole rows, their keys known, nobody asked whether they may be seen. */
export async function floorOfPage(db: pg.Client, random: Random): Promise<void> {
  const ids = Array.from({ length: PAGE }, () => `fil_${String(random.integer(1, 50_000)).padStart(26, "0")}`);
  await db.query(
    'select e.*, u.name as creator from entity e join "user" u on u.id = e.created_by where e.id = any ($1)',
    [ids],
  );
}

/** What no count of matches can be quicker than. */
export async function floorOfWords(db: pg.Client, word: string): Promise<void> {
  await db.query("select count(*) from (select scope_id from entity where document @@ $1::tsquery limit $2) e", [
    `'${word}':*`,
    CANDIDATES,
  ]);
}
