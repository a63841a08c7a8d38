import { sql, type Transaction } from "kysely";
import type { Schema } from "../database/index.ts";
import { AppError } from "../error/index.ts";

const CLOSURE_LOCK = 72618;

/** Two changes of who lies in whom must not both pass the check for a cycle that they only make together. */
export async function lockNesting(tx: Transaction<Schema>): Promise<void> {
  await sql`select pg_advisory_xact_lock(${CLOSURE_LOCK})`.execute(tx);
}

/** Groups in the trash count: taken out of it, they must not close a circle either. */
export async function refuseCycle(tx: Transaction<Schema>, parentID: string, childID: string): Promise<void> {
  if (!(await below(tx, childID)).includes(parentID)) return;
  throw new AppError(
    "conflict",
    "group.cycle",
    "The group already lies in the one you want to put into it, so they would contain each other.",
    { fields: [{ path: "/memberId", message: "Would make a circle" }] },
  );
}

/** Writes anew in which groups this one and those below it lie, after an edge or the trash changed. */
export async function rebuildClosure(tx: Transaction<Schema>, groupID: string): Promise<void> {
  const affected = await below(tx, groupID);
  await tx.deleteFrom("group_closure").where("descendant_id", "in", affected).execute();
  await sql`
    insert into group_closure (descendant_id, ancestor_id)
    with recursive up (descendant_id, ancestor_id) as (
      select id, id from "group" where id = any (${affected}::text[]) and deleted_at is null
      union
      select up.descendant_id, c.parent_id from up
      join group_child c on c.child_id = up.ancestor_id
      join "group" p on p.id = c.parent_id and p.deleted_at is null
    )
    select descendant_id, ancestor_id from up`.execute(tx);
}

async function below(tx: Transaction<Schema>, groupID: string): Promise<string[]> {
  const found = await sql<{ id: string }>`
    with recursive below (id) as (
      select ${groupID}::text collate "C" union select c.child_id from below b join group_child c on c.parent_id = b.id
    )
    select id from below`.execute(tx);
  return found.rows.map(({ id }) => id);
}
