import { sql } from "kysely";
import { z } from "zod";
import * as Actor from "../actor/index.ts";
import { record } from "../audit/record.ts";
import { query, type Row, transaction } from "../database/index.ts";
import { AppError } from "../error/index.ts";
import { createID } from "../id/index.ts";
import { fn } from "../util/index.ts";
import { Create, type Info, Patch } from "./schema.ts";

export * as Announcement from "./index.ts";
export { Create, Info, Patch } from "./schema.ts";

const MOST = 200;

/** What is told just now and the one who asks has not put away. */
export async function current(): Promise<Info[]> {
  const { userID } = Actor.user();
  const rows = await query((db) =>
    db
      .selectFrom("announcement as a")
      .selectAll("a")
      .where("a.starts_at", "<=", sql<Date>`now()`)
      .where((where) => where.or([where("a.ends_at", "is", null), where("a.ends_at", ">", sql<Date>`now()`)]))
      .where(({ not, exists, selectFrom }) =>
        not(
          exists(
            selectFrom("announcement_dismissal as d")
              .select("d.user_id")
              .whereRef("d.announcement_id", "=", "a.id")
              .where("d.user_id", "=", userID),
          ),
        ),
      )
      .orderBy("a.starts_at", "desc")
      .orderBy("a.id", "desc")
      .limit(MOST)
      .execute(),
  );
  return rows.map(toInfo);
}

/** Those of the past and the future as well, the newest first, for administrators. */
export async function list(): Promise<Info[]> {
  Actor.administrator();
  const rows = await query((db) =>
    db.selectFrom("announcement").selectAll().orderBy("id", "desc").limit(MOST).execute(),
  );
  return rows.map(toInfo);
}

export const get = fn(z.string(), async (id): Promise<Info> => {
  Actor.administrator();
  const row = await query((db) => db.selectFrom("announcement").selectAll().where("id", "=", id).executeTakeFirst());
  if (!row) throw missing();
  return toInfo(row);
});

export const create = fn(Create, ({ title, body, tone, dismissible, from, until }) =>
  transaction(async (tx): Promise<Info> => {
    const { userID } = Actor.administrator();
    const row = await tx
      .insertInto("announcement")
      .values({
        ...{ id: createID("announcement"), title, body, tone, dismissible, created_by: userID },
        starts_at: from === undefined ? sql<Date>`now()` : new Date(from),
        ends_at: until === null ? null : new Date(until),
      })
      .returningAll()
      .executeTakeFirstOrThrow();
    await record({ type: "announcement.made", parameters: { announcementId: row.id } });
    return toInfo(row);
  }),
);

export const update = fn(z.object({ id: z.string(), patch: Patch }), ({ id, patch: { from, until, ...rest } }) =>
  transaction(async (tx): Promise<Info> => {
    Actor.administrator();
    const row = await tx
      .updateTable("announcement")
      .set({
        ...{ id, ...rest },
        ...(from === undefined ? {} : { starts_at: new Date(from) }),
        ...(until === undefined ? {} : { ends_at: until === null ? null : new Date(until) }),
      })
      .where("id", "=", id)
      .returningAll()
      .executeTakeFirst();
    if (!row) throw missing();
    const fields = [...Object.keys(rest), ...(from ? ["from"] : []), ...(until === undefined ? [] : ["until"])];
    await record({ type: "announcement.changed", parameters: { announcementId: id, fields } });
    return toInfo(row);
  }),
);

export const remove = fn(z.string(), (id) =>
  transaction(async (tx): Promise<void> => {
    Actor.administrator();
    const gone = await tx.deleteFrom("announcement").where("id", "=", id).executeTakeFirst();
    if (gone.numDeletedRows === 0n) throw missing();
    await record({ type: "announcement.removed", parameters: { announcementId: id } });
  }),
);

/** Puts it away for the one who asks. What cannot be put away is still there. */
export const dismiss = fn(z.string(), (id) =>
  transaction(async (tx): Promise<void> => {
    const { userID } = Actor.user();
    const row = await tx.selectFrom("announcement").select("dismissible").where("id", "=", id).executeTakeFirst();
    if (!row) throw missing();
    if (!row.dismissible)
      throw new AppError("conflict", "announcement.stays", "This announcement stays until it is over.");
    await tx
      .insertInto("announcement_dismissal")
      .values({ user_id: userID, announcement_id: id })
      .onConflict((conflict) => conflict.doNothing())
      .execute();
  }),
);

const missing = () => new AppError("not_found", "announcement.not_found", "There is no such announcement.");

const toInfo = (row: Row<"announcement">): Info => ({
  id: row.id,
  title: row.title,
  body: row.body,
  tone: row.tone,
  dismissible: row.dismissible,
  from: row.starts_at.toISOString(),
  until: row.ends_at?.toISOString() ?? null,
});
