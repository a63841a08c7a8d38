import { type RawBuilder, sql } from "kysely";
import { Access } from "../access/index.ts";
import { query, transaction } from "../database/index.ts";
import type { Source } from "../entity/page.ts";
import { AppError } from "../error/index.ts";
import { MOST_ITEMS } from "./schema.ts";

/** These and no others, in this order. What somebody else put in and the actor does not see goes as well: the order is of all of it. */
export const arrange = (playlistID: string, mediaIDs: string[]): Promise<void> =>
  transaction(async (tx) => {
    await requireSeen(mediaIDs);
    await tx.deleteFrom("playlist_item").where("playlist_id", "=", playlistID).execute();
    await sql`
      insert into playlist_item (playlist_id, position, media_id)
      select ${playlistID}, w.at, w.id from unnest(${mediaIDs}::text[]) with ordinality w (id, at)`.execute(tx);
  });

/** Behind what is there; what is in it already stays where it is. */
export const append = (playlistID: string, mediaIDs: string[]): Promise<void> =>
  transaction(async (tx) => {
    await requireSeen(mediaIDs);
    await sql`
      insert into playlist_item (playlist_id, position, media_id)
      select ${playlistID}, w.at + (select coalesce(max(position), 0) from playlist_item where playlist_id = ${playlistID}), w.id
      from unnest(${mediaIDs}::text[]) with ordinality w (id, at)
      on conflict (playlist_id, media_id) do nothing`.execute(tx);
    const { n } = await tx
      .selectFrom("playlist_item")
      .select((count) => count.fn.countAll<number>().as("n"))
      .where("playlist_id", "=", playlistID)
      .executeTakeFirstOrThrow();
    if (n > MOST_ITEMS)
      throw new AppError("conflict", "playlist.too_long", `A playlist holds at most ${MOST_ITEMS} media.`);
  });

async function requireSeen(mediaIDs: string[]): Promise<void> {
  const { condition } = await Access.visibleEntities();
  const missing = await query((db) =>
    sql<{ id: string }>`
      select w.id from unnest(${mediaIDs}::text[]) w (id)
      where not exists (select from entity e where e.id = w.id and e.kind = 'media' and e.deleted_at is null and ${condition})
      limit 1`.execute(db),
  );
  const [first] = missing.rows;
  if (first) throw Access.missing(first.id);
}

/** Media of a playlist under a condition, as rows `e` with their `position`. */
export const inOrder =
  (playlistID: string, matching: RawBuilder<boolean>): Source =>
  (after, order, limit) =>
    sql`
    select * from (
      select e.*, i.position from playlist_item i join entity e on e.id = i.media_id
      where i.playlist_id = ${playlistID} and ${matching}) e
    where ${after} order by ${order} limit ${limit}`;

export const positionKey = { position: { by: sql`e.position`, type: "bigint" } } as const;
