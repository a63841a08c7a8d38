import { sql, type Transaction } from "kysely";
import { z } from "zod";
import { Access } from "../access/index.ts";
import * as Team from "../access/team.ts";
import * as Actor from "../actor/index.ts";
import { record } from "../audit/record.ts";
import { type Schema, transaction } from "../database/index.ts";
import { AppError } from "../error/index.ts";
import { createID } from "../id/index.ts";
import { fn } from "../util/index.ts";
import { lockNesting, rebuildClosure } from "./closure.ts";
import { Create, Patch } from "./schema.ts";

/** A team of one's own; its maker leads it. */
export const create = fn(Create, ({ name, description = "", listed = true }) =>
  transaction(async (tx): Promise<string> => {
    Access.mayCreate();
    const id = createID("group");
    await tx
      .insertInto("group")
      .values({ id, kind: "team", name, description, listed, user_id: null, deleted_at: null })
      .execute();
    await tx.insertInto("group_member").values({ group_id: id, user_id: Actor.userID(), role: "admin" }).execute();
    await record({ type: "group.created", entityID: id });
    return id;
  }),
);

const Target = z.object({ id: z.string(), revision: z.number().int().optional() });

/** `revision` is the one they saw; undefined overwrites whatever is there. */
export const update = fn(Target.extend({ patch: Patch }), ({ id, revision, patch }) =>
  transaction(async (tx): Promise<void> => {
    await Team.lead(id);
    await change(tx, { id, revision, deleted: false }, patch);
    await record({ type: "group.changed", entityID: id, parameters: { fields: Object.keys(patch) } });
  }),
);

/** To the trash: what it was given no longer counts, for its members and for the groups in it. */
export const remove = fn(Target, ({ id, revision }) =>
  transaction(async (tx): Promise<void> => {
    await Team.lead(id);
    await lockNesting(tx);
    await change(tx, { id, revision, deleted: false }, { deleted_at: sql<Date>`now()` });
    await rebuildClosure(tx, id);
    await record({ type: "group.trashed", entityID: id });
  }),
);

/** Out of the trash, with its members, the groups in it and all that was given to it. */
export const restore = fn(z.string(), (id) =>
  transaction(async (tx): Promise<void> => {
    await Team.lead(id, { trash: true });
    await lockNesting(tx);
    const found = await tx.selectFrom("group").select("deleted_at").where("id", "=", id).executeTakeFirstOrThrow();
    if (!found.deleted_at) return;
    await change(tx, { id, revision: undefined, deleted: true }, { deleted_at: null });
    await rebuildClosure(tx, id);
    await record({ type: "group.restored", entityID: id });
  }),
);

async function change(
  tx: Transaction<Schema>,
  { id, revision, deleted }: { id: string; revision: number | undefined; deleted: boolean },
  set: object,
): Promise<void> {
  const changed = await tx
    .updateTable("group")
    .set({ ...set, revision: sql<number>`revision + 1`, updated_at: sql`now()` })
    .where("id", "=", id)
    .where("deleted_at", deleted ? "is not" : "is", null)
    .$if(revision !== undefined, (some) => some.where("revision", "=", revision ?? 0))
    .executeTakeFirst();
  if (changed.numUpdatedRows === 0n)
    throw new AppError(
      "stale",
      "group.stale",
      "Somebody changed this since you read it. Read it again and repeat the change.",
    );
}
