import { sql } from "kysely";
import { z } from "zod";
import { Access } from "../access/index.ts";
import * as Actor from "../actor/index.ts";
import { record } from "../audit/record.ts";
import { query, type Row, transaction } from "../database/index.ts";
import { AppError } from "../error/index.ts";
import { createID } from "../id/index.ts";
import { fn } from "../util/index.ts";
import { append, arrange } from "./items.ts";
import { Create, type Info, Patch } from "./schema.ts";

export * as Playlist from "./index.ts";
export { inOrder } from "./items.ts";
export { Create, Info, Patch } from "./schema.ts";

const MOST = 500;

/** The playlists of a project, by name. */
export const list = fn(z.string(), async (projectID): Promise<Info[]> => {
  await Access.require(projectID, "read");
  return infosOf(sql`p.project_id = ${projectID}`);
});

export const get = fn(z.string(), async (id): Promise<Info> => {
  await find(id, "read");
  const [info] = await infosOf(sql`p.id = ${id}`);
  if (!info) throw Access.missing(id);
  return info;
});

export const create = fn(Create.extend({ projectID: z.string() }), ({ projectID, name, description, mediaIds }) =>
  transaction(async (tx): Promise<string> => {
    await Access.require(projectID, "edit");
    await refuseTooMany(projectID);
    const id = createID("playlist");
    await tx
      .insertInto("playlist")
      .values({ id, project_id: projectID, name, description, created_by: Actor.userID(), deleted_at: null })
      .execute();
    await arrange(id, mediaIds);
    await record({ type: "playlist.created", entityID: projectID, parameters: { playlistId: id } });
    return id;
  }),
);

const Target = z.object({ id: z.string(), revision: z.number().int().optional() });

export const update = fn(Target.extend({ patch: Patch }), ({ id, revision, patch: { mediaIds, addIds, ...fields } }) =>
  transaction(async (tx): Promise<void> => {
    const { project_id, ...before } = await find(id, "edit");
    const changed = await tx
      .updateTable("playlist")
      .set({ ...fields, revision: sql<number>`revision + 1`, updated_at: sql<Date>`now()` })
      .where("id", "=", id)
      .where("revision", "=", revision ?? before.revision)
      .executeTakeFirst();
    if (changed.numUpdatedRows === 0n) throw stale();
    if (mediaIds) await arrange(id, mediaIds);
    if (addIds) await append(id, addIds);
    const names = [...Object.keys(fields), ...(mediaIds ? ["mediaIds"] : []), ...(addIds ? ["addIds"] : [])];
    await record({ type: "playlist.changed", entityID: project_id, parameters: { playlistId: id, fields: names } });
  }),
);

/** The list goes; what is in it stays. */
export const remove = fn(Target, ({ id, revision }) =>
  transaction(async (tx): Promise<void> => {
    const { project_id, ...before } = await find(id, "edit");
    if (revision !== undefined && revision !== before.revision) throw stale();
    await tx.updateTable("playlist").set({ deleted_at: sql<Date>`now()` }).where("id", "=", id).execute();
    await record({ type: "playlist.deleted", entityID: project_id, parameters: { playlistId: id } });
  }),
);

async function refuseTooMany(projectID: string): Promise<void> {
  const { n } = await query((db) =>
    db
      .selectFrom("playlist")
      .select((count) => count.fn.countAll<number>().as("n"))
      .where("project_id", "=", projectID)
      .where("deleted_at", "is", null)
      .executeTakeFirstOrThrow(),
  );
  if (n >= MOST) throw new AppError("conflict", "playlist.too_many", `Delete one of the ${MOST} playlists first.`);
}

/** A playlist of a project the actor may do so much in. */
export async function find(id: string, privilege: "read" | "edit"): Promise<Row<"playlist">> {
  const row = await query((db) =>
    db.selectFrom("playlist").selectAll().where("id", "=", id).where("deleted_at", "is", null).executeTakeFirst(),
  );
  if (!row || !Access.has(await Access.effective(row.project_id), "see")) throw Access.missing(id);
  await Access.require(row.project_id, privilege);
  return row;
}

/** What lies in other projects counts only for who sees it there. */
async function infosOf(which: ReturnType<typeof sql>): Promise<Info[]> {
  const { condition } = await Access.visibleEntities();
  const found = await query((db) =>
    sql<Info>`
      select p.id, p.project_id as "projectId", p.name, p.description, p.revision,
        (select count(*) from playlist_item i join entity e on e.id = i.media_id
          where i.playlist_id = p.id and e.deleted_at is null and ${condition}) as count
      from playlist p where ${which} and p.deleted_at is null order by lower(p.name), p.id`.execute(db),
  );
  return found.rows;
}

const stale = () =>
  new AppError("stale", "playlist.stale", "Somebody changed this playlist since you read it. Read it again.");
