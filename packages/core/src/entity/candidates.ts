import { type RawBuilder, sql } from "kysely";
import type { Access } from "../access/index.ts";
import { expectedRows } from "../database/expected.ts";
import * as Paging from "../paging/index.ts";
import type { Universe } from "./universe.ts";

/** Of more than this nobody reads to the end, so no more are looked at: totals, facets and ranks are of these. */
export const CANDIDATES = Paging.countLimit;
/**
 * So many that match are looked through for those that are visible; a word that more things have is looked for among these. Of fewer,
 * too seldom a page would be found among them, and both sides be looked through.
 */
const MATCHING = 15_000;
/** For so few, making the set of all that is visible would take longer than asking for each. */
const ONE_BY_ONE = 2_000;
/** So many that are visible are looked through for those that match. */
const VISIBLE = 8_000;
/** Where fewer than a page are found among them, the word is not as common as it was taken to be. */
const COMMON = 50;

/** How candidates are found, as a table `found` of a query. */
export type Candidates = {
  /** Common table expressions, `found` among them: what is shown of entities `e`, and how well each fits. */
  tables: (rank: RawBuilder<unknown>) => RawBuilder<unknown>;
  /** Whether there are more than these. */
  more: RawBuilder<boolean>;
  /** Whether `found` so few is a reason to look from the other side. */
  isMistaken: (found: { found: number; more: boolean }) => boolean;
};

const NAMES = ["id", "name", "name_key", "kind", "parent_id", "created_by", "tags", "created_at", "updated_at"];
const named = sql.join([...NAMES, "rank"].map((name) => sql.ref(name)));

/** The columns of `found`, from entities `e`. */
export const columns = (rank: RawBuilder<unknown>): RawBuilder<unknown> =>
  sql`${sql.join(NAMES.map((name) => sql.ref(`e.${name}`)))}, ${rank} as rank`;

const full = sql<boolean>`(select count(*) >= ${CANDIDATES} from found)`;

/** All that matches, by its own indexes. */
export const fromMatching = (place: RawBuilder<boolean>, { reach, asked }: Universe): Candidates => ({
  tables: (rank) => sql`
    found as materialized (
      select ${columns(rank)} from entity e where ${place} and ${reach} and ${asked} limit ${CANDIDATES})`,
  more: full,
  isMistaken: () => false,
});

/** What is visible, up to a limit, and of that what matches: for words that a good part of all things have. */
const fromVisible = (seen: Access.Visible, place: RawBuilder<boolean>, { tested }: Universe): Candidates => ({
  // `offset 0` keeps columns from being worked out for what does not match.
  tables: (rank) => sql`
    looked as materialized (
      select e.matches, f.* from (
        select (${place}) is true and ${tested} as matches, e.* from (${seen.rows(sql`e.*`, VISIBLE)}) e offset 0) e
      left join lateral (select ${columns(rank)} where e.matches) f on true),
    found as materialized (
      select ${named} from looked where matches limit ${CANDIDATES})`,
  more: sql<boolean>`(${full} or (select count(*) >= ${VISIBLE} from looked))`,
  isMistaken: ({ found, more }) => more && found < COMMON,
});

/**
 * From the side on which there is less to look through; `all` asks for being visible one by one, `whole` of a set. Few scopes have an
 * index that is merged with that of the words.
 */
export async function candidates(
  seen: Access.Visible,
  place: RawBuilder<boolean>,
  all: Universe,
  whole: Universe,
): Promise<Candidates> {
  if (seen.scopes || whole.trash) return fromMatching(place, whole);
  const matching = await expectedRows(sql`select from entity e where ${place} and ${whole.likely}`);
  if (matching > MATCHING) return fromVisible(seen, place, whole);
  return fromMatching(place, { ...whole, reach: matching <= ONE_BY_ONE ? all.reach : whole.reach });
}
