import { type RawBuilder, sql } from "kysely";
import * as Actor from "../actor/index.ts";
import { query } from "../database/index.ts";
import { AppError } from "../error/index.ts";
import { kindOf } from "../id/index.ts";
import { ALL, EXECUTE, has, maskOf, type Privilege } from "./privilege.ts";

/** The scopes the actor sees into and what they may do there, as a set. The only rule there is. */
export function effectivePrivileges(options: { trash?: boolean } = {}): RawBuilder<unknown> {
  const { userID, mask, within, links } = reach();
  const all = sql`effective_privileges(${userID}::text, ${mask}::integer, ${options.trash ?? false}::boolean, ${links}::text[])`;
  return within === undefined
    ? all
    : sql`(select r.* from ${all} r join scope s on s.id = r.scope_id where s.ancestors @> array[${within}::text])`;
}

/**
 * What the actor may do with entity `e`, as a table `p` of one row or none to join. `offset 0` keeps PostgreSQL from making a
 * plain join of it: that would compute all scopes of the actor to look at one.
 */
export const privilegesOfEntity = (options: { trash?: boolean } = {}): RawBuilder<unknown> =>
  sql`lateral (select f.privileges from ${effectivePrivileges(options)} f where f.scope_id = e.scope_id offset 0) p`;

/** What the actor may do with one entity, as bits; 0 when it is missing, in the trash or not visible to them. */
export async function effective(entityID: string, options: { trash?: boolean } = {}): Promise<number> {
  const who = Actor.current();
  if (who.type === "system") return ALL;
  if (who.type === "run" && who.tables) return ofJob(who, entityID);
  const privileges = await query((db) =>
    sql<{ privileges: number }>`
      select p.privileges from entity e cross join ${privilegesOfEntity(options)}
      where e.id = ${entityID} and (${options.trash ?? false} or e.deleted_at is null)`.execute(db),
  );
  const found = privileges.rows[0]?.privileges ?? 0;
  return has(found, "see") ? found : 0;
}

/** The same of many at once, by id; what is missing or not visible to them is left out. */
export async function effectiveOf(entityIDs: readonly string[]): Promise<Map<string, number>> {
  const who = Actor.current();
  const ids = [...new Set(entityIDs)];
  if (who.type === "system") return new Map(ids.map((id) => [id, ALL]));
  if (who.type === "run" && who.tables) {
    const each = await Promise.all(ids.map(async (id) => [id, await ofJob(who, id)] as const));
    return new Map(each.filter(([, privileges]) => privileges !== 0));
  }
  const found = await query((db) =>
    sql<{ id: string; privileges: number }>`
      select e.id, p.privileges from entity e cross join ${privilegesOfEntity()}
      where e.id = any (${ids}::text[]) and e.deleted_at is null`.execute(db),
  );
  return new Map(found.rows.filter(({ privileges }) => has(privileges, "see")).map((row) => [row.id, row.privileges]));
}

/** A job reads what it was given, for as long as whoever asked for it may; of anything else it knows nothing. */
async function ofJob({ tables, ...run }: Actor.Actor & { type: "run" }, entityID: string): Promise<number> {
  return tables && Object.hasOwn(tables, entityID) ? Actor.as(run, () => effective(entityID)) : 0;
}

/** Throws unless the actor may: not visible is `not_found`, exactly as if it did not exist; visible is `access.denied`. */
export async function need(entityID: string, privilege: Privilege, options: { trash?: boolean } = {}): Promise<number> {
  const privileges = await effective(entityID, options);
  admit(entityID, privileges, privilege);
  return privileges;
}

/** The same of rights that were found out before. */
export function admit(entityID: string, privileges: number, privilege: Privilege): void {
  if (privileges === 0) throw missing(entityID);
  check(privileges, privilege);
}

export function check(privileges: number, privilege: Privilege): void {
  if (!has(privileges, privilege)) throw denied(privilege);
}

export const denied = (privilege: Privilege): AppError =>
  new AppError(
    "forbidden",
    "access.denied",
    `This needs the right "${privilege}". Ask an owner of the project for it.`,
  );

/** For what is no entity, such as a team: whether the actor's API key reaches so far. Without a key anything does. */
export function mayDo(privilege: Privilege): void {
  Actor.userID();
  const { mask, within } = reach();
  if (within !== undefined || !has(mask, privilege)) throw denied(privilege);
}

/** Anyone signed in may make something of their own, unless their API key only reads. */
export const mayCreate = (): void => mayDo("create");

/** The scopes the actor sees, up to `limit`, with what they may do there. */
export async function readableScopes(
  limit = Number.MAX_SAFE_INTEGER,
): Promise<{ scopeID: string; privileges: number }[]> {
  const found = await query((db) =>
    sql<{ scope_id: string; privileges: number }>`
      select scope_id, privileges from ${effectivePrivileges()} f where privileges & 1 <> 0 limit ${limit}`.execute(db),
  );
  return found.rows.map(({ scope_id, privileges }) => ({ scopeID: scope_id, privileges }));
}

/** The answer for what is not there and for what the actor may not know of; it tells nothing but the id they sent. */
export function missing(id: string): AppError {
  const words = (kindOf(id) ?? "entity").replace(/[A-Z]/g, (letter) => ` ${letter.toLowerCase()}`);
  return new AppError(
    "not_found",
    `${words.replace(" ", "_")}.not_found`,
    `There is no ${words} ${JSON.stringify(id.slice(0, 64))} that you can see.`,
  );
}

/**
 * Whose grants count, and the bits that may pass: a key's scopes, a run's reading, and execute only where it was given. A key of
 * one project reaches only `within` it. Share links that were opened add to what somebody may.
 */
export function reach(): { userID: string | null; mask: number; within?: string; links: Actor.Links } {
  const who = Actor.current();
  if (who.type === "user") {
    const allowed = who.mayExecute ? ALL : ALL & ~EXECUTE;
    const mask = who.key ? allowed & maskOf(who.key.scopes) : allowed;
    const within = who.key?.projectID;
    return { userID: who.userID, mask, links: who.links ?? [], ...(within === undefined ? {} : { within }) };
  }
  if (who.type === "run" && who.tables) return { userID: null, mask: 0, links: [] };
  if (who.type === "run") return { userID: who.userID, mask: maskOf(["read"]), links: [] };
  return { userID: null, mask: maskOf(["read"]), links: who.type === "public" ? (who.links ?? []) : [] };
}
