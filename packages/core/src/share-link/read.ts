import { sql } from "kysely";
import { z } from "zod";
import { Access } from "../access/index.ts";
import { query, type Row } from "../database/index.ts";
import { AppError } from "../error/index.ts";
import { fn } from "../util/index.ts";
import type { Info } from "./schema.ts";

type Shown = Omit<Row<"share_link">, "hash" | "revoked_at"> & {
  privileges: number;
  maker: string;
  over: boolean;
  live: boolean;
};

/** The links to a thing, newest first, for whoever may share it. */
export const list = fn(z.string(), async (entityID): Promise<Info[]> => {
  await Access.require(entityID, "share");
  const found = await query((db) =>
    sql<Shown>`
      with these as materialized (select * from share_link where entity_id = ${entityID} and revoked_at is null),
      live as materialized (select live_links(array(select id from these)) as ids)
      select l.id, l.entity_id, l.label, l.made_by, l.created_at, l.expires_at, l.opened, l.opened_at, g.privileges, u.name as maker,
        coalesce(l.expires_at <= now(), false) as over, l.id = any ((select ids from live)::text[]) as live
      from these l join "user" u on u.id = l.made_by join "grant" g on g.scope_id = l.entity_id and g.group_id = l.id
      order by l.id desc`.execute(db),
  );
  return found.rows.map(toInfo);
});

export async function get(target: { entityID: string; id: string }): Promise<Info> {
  const link = (await list(target.entityID)).find(({ id }) => id === target.id);
  if (!link) throw noSuchLink();
  return link;
}

/** Whoever may not share the thing learns nothing of its links. */
export async function find(
  { entityID, id }: { entityID: string; id: string },
  { revoked = false } = {},
): Promise<Row<"share_link">> {
  await Access.require(entityID, "share");
  const row = await query((db) =>
    db
      .selectFrom("share_link")
      .selectAll()
      .where("id", "=", id)
      .where("entity_id", "=", entityID)
      .where("revoked_at", revoked ? "is not" : "is", null)
      .forUpdate()
      .executeTakeFirst(),
  );
  if (!row) throw noSuchLink();
  return row;
}

export async function countOf(entityID: string): Promise<number> {
  const { n } = await query((db) =>
    db
      .selectFrom("share_link")
      .select((count) => count.fn.countAll<number>().as("n"))
      .where("entity_id", "=", entityID)
      .where("revoked_at", "is", null)
      .executeTakeFirstOrThrow(),
  );
  return n;
}

const noSuchLink = () => new AppError("not_found", "share_link.not_found", "There is no such link here.");

const toInfo = (row: Shown): Info => ({
  id: row.id,
  entityId: row.entity_id,
  label: row.label,
  state: row.over ? "expired" : row.live ? "active" : "idle",
  privileges: Access.names(row.privileges),
  madeBy: { id: row.made_by, name: row.maker },
  createdAt: row.created_at.toISOString(),
  expiresAt: row.expires_at?.toISOString() ?? null,
  opened: row.opened,
  openedAt: row.opened_at?.toISOString() ?? null,
});
