import { sql } from "kysely";
import { z } from "zod";
import { Access } from "../access/index.ts";
import { reach } from "../access/policy.ts";
import * as Actor from "../actor/index.ts";
import { record } from "../audit/record.ts";
import { query, type Row, transaction } from "../database/index.ts";
import { AppError } from "../error/index.ts";
import { createID } from "../id/index.ts";
import { fn } from "../util/index.ts";
import { mentionedIn } from "./people.ts";
import { Patch, Post } from "./schema.ts";
import { tellOf, tellSockets } from "./tell.ts";

export * as Comment from "./index.ts";
export { Mentioned, mentionable } from "./people.ts";
export { countUnread, get, list, markRead } from "./read.ts";
export { Info, Patch, Post } from "./schema.ts";

/** Says something on an entity, or in answer to a comment there. Whoever reads it may. */
export const post = fn(Post.extend({ entityID: z.string() }), ({ entityID, body, parentId, mentions }) =>
  transaction(async (tx): Promise<string> => {
    await Access.require(entityID, "read");
    mayWrite();
    const parentID = parentId === undefined ? null : await threadOf(entityID, parentId);
    const id = createID("comment");
    await tx
      .insertInto("comment")
      .values({
        id,
        entity_id: entityID,
        parent_id: parentID,
        author_id: Actor.userID(),
        body,
        edited_at: null,
        deleted_at: null,
      })
      .execute();
    const mentioned = await mention(id, { entityID, body, picked: mentions });
    await record({ type: "comment.posted", entityID, parameters: { commentId: id, mentions: mentioned } });
    await tellOf({ id, entityID, parentID, mentioned });
    await tellSockets(entityID, id);
    return id;
  }),
);

const Target = z.object({ entityID: z.string(), id: z.string() });

/** Only one's own words. Whom it mentions only now is told of it now. */
export const edit = fn(Patch.extend(Target.shape), ({ entityID, id, body, mentions }) =>
  transaction(async (tx): Promise<void> => {
    const comment = await find({ entityID, id });
    if (comment.author_id !== Actor.userID()) throw notYours();
    await tx.updateTable("comment").set({ body, edited_at: sql<Date>`now()` }).where("id", "=", id).execute();
    const before = await tx
      .deleteFrom("comment_mention")
      .where("comment_id", "=", id)
      .returning("principal_id")
      .execute();
    const mentioned = await mention(id, { entityID, body, picked: mentions });
    const known = new Set(before.map((row) => row.principal_id));
    const fresh = mentioned.filter((principal) => !known.has(principal));
    await record({ type: "comment.edited", entityID, parameters: { commentId: id } });
    if (fresh.length > 0) await tellOf({ id, entityID, parentID: null, mentioned: fresh });
    await tellSockets(entityID, id);
  }),
);

/** One's own, or anybody's for whoever manages the entity. */
export const remove = fn(Target, (target) => mark(target, true));

export const restore = fn(Target, (target) => mark(target, false));

const mark = ({ entityID, id }: z.infer<typeof Target>, deleted: boolean): Promise<void> =>
  transaction(async (tx) => {
    const comment = await find({ entityID, id }, { deleted: !deleted });
    if (comment.author_id !== Actor.userID() && !Access.has(await Access.effective(entityID), "manage"))
      throw notYours();
    await tx
      .updateTable("comment")
      .set({ deleted_at: deleted ? sql<Date>`now()` : null })
      .where("id", "=", id)
      .execute();
    const type = deleted ? "comment.deleted" : "comment.restored";
    await record({ type, entityID, parameters: { commentId: id } });
    await tellSockets(entityID, id);
  });

async function mention(id: string, said: { entityID: string; body: string; picked: string[] }): Promise<string[]> {
  const found = await mentionedIn(said.entityID, said.body, said.picked);
  const principals = found.map(({ principalId }) => principalId);
  const stranger = said.picked.findIndex((principal) => !principals.includes(principal));
  if (stranger >= 0) {
    throw new AppError(
      "unprocessable",
      "comment.cannot_mention",
      "Somebody you mention cannot see this. Share it first.",
      {
        fields: [{ path: `/mentions/${stranger}`, message: "Cannot see this" }],
      },
    );
  }
  const rows = principals.map((principal_id) => ({ comment_id: id, principal_id }));
  if (rows.length > 0) await query((db) => db.insertInto("comment_mention").values(rows).execute());
  return principals;
}

/** The comment that a thread begins with: an answer to an answer stands in the same thread. */
async function threadOf(entityID: string, id: string): Promise<string> {
  const parent = await find({ entityID, id });
  return parent.parent_id ?? parent.id;
}

async function find({ entityID, id }: z.infer<typeof Target>, { deleted = false } = {}): Promise<Row<"comment">> {
  await Access.require(entityID, "read");
  mayWrite();
  const row = await query((db) =>
    db
      .selectFrom("comment")
      .selectAll()
      .where("id", "=", id)
      .where("entity_id", "=", entityID)
      .where("deleted_at", deleted ? "is not" : "is", null)
      .forUpdate()
      .executeTakeFirst(),
  );
  if (!row) throw new AppError("not_found", "comment.not_found", "This comment is not there any more.");
  return row;
}

/** Reading is enough to say something, but a key that only reads says nothing. */
function mayWrite(): void {
  if (!Access.has(reach().mask, "create")) throw Access.denied("create");
}

const notYours = () =>
  new AppError(
    "forbidden",
    "comment.not_yours",
    "Only who wrote a comment may change it; who manages this may delete it.",
  );
