import { type RawBuilder, sql } from "kysely";
import { z } from "zod";
import { Access } from "../access/index.ts";
import { query } from "../database/index.ts";
import { fromMatching } from "../entity/candidates.ts";
import { everywhere } from "../entity/everywhere.ts";
import { Entity } from "../entity/index.ts";
import { results } from "../entity/list.ts";
import { type Source, walk } from "../entity/page.ts";
import { sortKeys } from "../entity/sorting.ts";
import { universe } from "../entity/universe.ts";
import type * as Paging from "../paging/index.ts";
import { find as findPlaylist } from "../playlist/index.ts";
import { inOrder, positionKey } from "../playlist/items.ts";
import { parse } from "../search-language/index.ts";
import { fn, must } from "../util/index.ts";
import { detailsOf, type Item, toItem } from "./item.ts";
import { MediaDtype, MediaState } from "./schema.ts";
import { mediaState } from "./state.ts";

export { Item } from "./item.ts";

export const ListQuery = Entity.ListQuery.extend({
  projectID: z.string().optional(),
  /** With what lies in the projects inside it. */
  recursive: z.boolean().default(false),
  /** Of these only; in the order of the list where `sort` says `position`. */
  playlistID: z.string().optional(),
  dtype: MediaDtype.optional(),
  state: MediaState.optional(),
  typeID: z.string().optional(),
});
type Asked = z.output<typeof ListQuery>;
const PAGE = 200;

/** Media that the actor sees, of one project, with what is inside it, of a playlist, or all. */
export const list = fn(ListQuery, async (asked): Promise<Paging.Page<Item>> => {
  const page = asked.playlistID === undefined ? await inPlace(asked) : await inPlaylist(asked, asked.playlistID);
  const known = await detailsOf(page.items.map(({ id }) => id));
  return {
    ...page,
    items: await Promise.all(page.items.map((item) => toItem(item, must(known.get(item.id), item.id)))),
  };
});

/** Only the ids of all that such a list holds, up to `most` and one more. */
export async function listIDs(
  asked: Omit<z.input<typeof ListQuery>, "cursor" | "limit">,
  most: number,
): Promise<string[]> {
  const ids: string[] = [];
  let cursor: string | undefined;
  do {
    const query = ListQuery.parse({ ...asked, cursor, limit: PAGE });
    const page = await (query.playlistID === undefined ? inPlace(query) : inPlaylist(query, query.playlistID));
    ids.push(...page.items.map(({ id }) => id));
    cursor = page.next ?? undefined;
  } while (cursor !== undefined && ids.length <= most);
  return ids;
}

/** What everything has is sorted by its own column; this is of media alone. */
const lengthKey = { duration: { by: sql`e.duration_ms`, type: "bigint" } } as const;
const isByLength = (sort: string) => sort === "duration" || sort === "-duration";

/** Media under a condition, as rows `e` with how long they are. */
const byLength =
  (matching: RawBuilder<boolean>): Source =>
  (after, order, limit) =>
    sql`
    select * from (select e.*, m.duration_ms from media m join entity e on e.id = m.id where ${matching}) e
    where ${after} order by ${order} limit ${limit}`;

async function inPlace({ projectID, recursive, q, ...asked }: Asked): Promise<Paging.Page<Entity.Info>> {
  const kinds: Entity.Kind[] = ["media"];
  const held = heldTo(asked);
  if (projectID === undefined && held === undefined && !isByLength(asked.sort))
    return Entity.search({ ...asked, q, kinds });
  if (projectID !== undefined) await Access.require(projectID, "see");
  const seen = await Access.visibleEntities();
  const node = parse(q ?? "");
  const scopes = projectID !== undefined && recursive ? await scopesIn(projectID) : undefined;
  const place = placeOf(projectID, scopes);
  // Who sees the project sees what lies in it.
  const all = universe(node, seen.condition, projectID === undefined ? seen.condition : sql<boolean>`true`);
  const matching = sql<boolean>`${all.reach} and ${held ?? sql`true`}`;
  if (isByLength(asked.sort))
    return walk(asked, byLength(sql<boolean>`${place} and ${matching} and ${all.tested}`), all.trash, lengthKey);
  const walked = everywhere(scopes ? { ...seen, scopes } : seen, kinds, all.trash ? sql<boolean>`${place}` : undefined);
  const listed: Source =
    projectID !== undefined && !scopes
      ? (after, order, limit) =>
          sql`select e.* from entity e where ${place} and ${after} order by ${order} limit ${limit}`
      : walked;
  const source: Source = (after, ...rest) => listed(sql<boolean>`${matching} and ${after}`, ...rest);
  const whole = fromMatching(sql<boolean>`${place} and ${held ?? sql`true`}`, all);
  return results(
    node,
    { ...asked, facets: false },
    sql<boolean>`${place} and ${held ?? sql`true`}`,
    all,
    whole,
    source,
  );
}

async function inPlaylist({ q, projectID: _, ...asked }: Asked, playlistID: string): Promise<Paging.Page<Entity.Info>> {
  await findPlaylist(playlistID, "read");
  const { condition } = await Access.visibleEntities();
  const all = universe(parse(q ?? ""), condition);
  const matching = sql<boolean>`${all.reach} and ${all.tested} and ${heldTo(asked) ?? sql`true`}`;
  if (isByLength(asked.sort)) {
    const listed = sql<boolean>`e.id in (select i.media_id from playlist_item i where i.playlist_id = ${playlistID})`;
    return walk(asked, byLength(sql<boolean>`${listed} and ${matching}`), all.trash, lengthKey);
  }
  return walk(asked, inOrder(playlistID, matching), all.trash, { ...sortKeys, ...positionKey });
}

function placeOf(projectID: string | undefined, scopes: string[] | undefined): RawBuilder<boolean> {
  if (projectID === undefined) return sql<boolean>`e.kind = 'media'`;
  return scopes
    ? sql<boolean>`(e.scope_id = any (${scopes}::text[]) and e.kind = 'media')`
    : sql<boolean>`(e.parent_id = ${projectID} and e.kind = 'media')`;
}

/** What of the media itself is asked; undefined where nothing is. */
function heldTo({ dtype, state, typeID }: Pick<Asked, "dtype" | "state" | "typeID">): RawBuilder<boolean> | undefined {
  if (dtype === undefined && state === undefined && typeID === undefined) return undefined;
  return sql<boolean>`exists (
    select from media m left join run r on r.id = m.run_id where m.id = e.id
      and (${dtype ?? null}::text is null or m.dtype = ${dtype ?? null})
      and (${typeID ?? null}::text is null or m.type_id = ${typeID ?? null})
      and (${state ?? null}::text is null or ${mediaState} = ${state ?? null}))`;
}

/** Scopes of the project, and of those inside it. */
async function scopesIn(projectID: string): Promise<string[]> {
  const rows = await query((db) =>
    sql<{ id: string }>`select scope_id as id from scope_above where ancestor_id = ${projectID}`.execute(db),
  );
  return rows.rows.map(({ id }) => id);
}
