import { sql, type Transaction } from "kysely";
import * as Actor from "../actor/index.ts";
import { record } from "../audit/record.ts";
import type { Schema } from "../database/index.ts";
import { AppError } from "../error/index.ts";
import { ALL, bundles } from "./privilege.ts";

/** The group that stands for one person; it shares the person's ULID. */
export const personalGroup = (userID: string): string => userID.replace(/^usr_/, "grp_");

/** Makes an entity its own scope with its creator as owner. For kinds that stand at the top, such as projects. */
export async function createScope(tx: Transaction<Schema>, entityID: string): Promise<void> {
  await tx
    .insertInto("scope")
    .values({ id: entityID, ancestors: [entityID] })
    .execute();
  await put(tx, entityID, personalGroup(Actor.userID()), { privileges: ALL });
}

/**
 * Makes an entity a scope below another, without grants: all it has is inherited. The share lock has whoever moves the outer
 * one wait, and then find this one too.
 */
export async function nestScope(tx: Transaction<Schema>, entityID: string, outerID: string): Promise<void> {
  await sql`insert into scope (id, ancestors)
    select ${entityID}, s.ancestors || ${entityID}::text from scope s where s.id = ${outerID} for share`.execute(tx);
}

/** The scope of an entity's own grants: the entity itself, which from now on carries them for what lies below it. */
export async function ensureScope(tx: Transaction<Schema>, entityID: string): Promise<string> {
  const entity = await tx
    .selectFrom("entity")
    .select(["id", "scope_id"])
    .where("id", "=", entityID)
    .forUpdate()
    .executeTakeFirstOrThrow();
  if (entity.scope_id === entityID) return entityID;
  await nestScope(tx, entityID, entity.scope_id);
  await sql`
    with recursive below as (
      select id from entity where id = ${entityID}
      union all select e.id from entity e join below b on e.parent_id = b.id and e.scope_id = ${entity.scope_id}
    )
    update entity set scope_id = ${entityID} where id in (select id from below)`.execute(tx);
  return entityID;
}

/** Puts a scope, with all below it, under another one or at the top. Locked first, so that none is made meanwhile. */
export async function moveScope(tx: Transaction<Schema>, scopeID: string, outerID: string | null): Promise<void> {
  await sql`select id from scope where ancestors @> array[${scopeID}] order by id for update`.execute(tx);
  const outer = await tx
    .selectFrom("scope")
    .select("ancestors")
    .where("id", "=", outerID ?? "")
    .forShare()
    .executeTakeFirst();
  await sql`
    update scope set ancestors = ${outer?.ancestors ?? []}::text[] || ancestors[array_position(ancestors, ${scopeID}):]
    where ancestors @> array[${scopeID}]`.execute(tx);
  if (outerID === null && !(await hasOwner(tx, scopeID)))
    await put(tx, scopeID, personalGroup(Actor.userID()), { privileges: ALL });
}

/** What stands in a team's namespace is for the team to work in; who owns it may narrow that as any grant. */
export async function openToTeam(tx: Transaction<Schema>, scopeID: string, teamID: string): Promise<void> {
  await put(tx, scopeID, teamID, { privileges: bundles.contributor });
  const parameters = { principalId: teamID, bundle: "contributor" };
  await record({ type: "access.given", entityID: scopeID, parameters });
}

export async function put(
  tx: Transaction<Schema>,
  scopeID: string,
  groupID: string,
  {
    privileges,
    expiresAt = null,
    lasting = null,
  }: { privileges: number; expiresAt?: Date | null; lasting?: number | null },
): Promise<void> {
  const now = { privileges, granted_by: Actor.userID(), expires_at: expiresAt, lasting, reminded_at: null };
  await tx
    .insertInto("grant")
    .values({ scope_id: scopeID, group_id: groupID, ...now })
    .onConflict((conflict) => conflict.columns(["scope_id", "group_id"]).doUpdateSet(now))
    .execute();
}

/** Two owners who remove each other at the same moment must not both succeed. */
export const lock = (tx: Transaction<Schema>, scopeID: string) =>
  tx.selectFrom("scope").select("id").where("id", "=", scopeID).forUpdate().execute();

/** Something nobody can manage any more could not even be shared or removed. */
export async function keepAnOwner(tx: Transaction<Schema>, scopeID: string): Promise<void> {
  if (await hasOwner(tx, scopeID)) return;
  throw new AppError(
    "conflict",
    "grant.last_owner",
    "This would leave it without an owner. Make somebody else an owner first.",
  );
}

/** One whose rights have no end. */
async function hasOwner(tx: Transaction<Schema>, scopeID: string): Promise<boolean> {
  const owner = await sql`
    select 1 from scope s join "grant" r on r.scope_id = any (s.ancestors) join "group" g on g.id = r.group_id
    where s.id = ${scopeID} and r.privileges & ${ALL} = ${ALL} and r.expires_at is null
      and g.kind not in ('builtin', 'domain') and g.deleted_at is null limit 1`.execute(tx);
  return owner.rows.length > 0;
}
