import { sql, type Transaction } from "kysely";
import { z } from "zod";
import * as Actor from "../actor/index.ts";
import { record } from "../audit/record.ts";
import { query, type Schema, transaction } from "../database/index.ts";
import { AppError } from "../error/index.ts";
import { fn } from "../util/index.ts";
import { effective, missing, need } from "./policy.ts";
import { ALL, Bundle, bundleOf, bundles, EXECUTE, has, names, Privilege } from "./privilege.ts";
import { isVisible } from "./team.ts";

const DOMAIN = /^domain:[a-z0-9-]+(\.[a-z0-9-]+)+$/;

export const Grant = z.object({
  principalId: z.string(),
  kind: z.enum(["personal", "team", "builtin", "domain"]),
  name: z.string(),
  email: z.string().optional(),
  bundle: Bundle.nullable(),
  privileges: z.array(Privilege),
});
export type Grant = z.infer<typeof Grant>;

/** Who has rights on the entity, wherever on the way down they were given. Addresses only for those who may share. */
export const list = fn(z.string(), async (entityID): Promise<Grant[]> => {
  const privileges = await need(entityID, "read");
  const rows = await query((db) =>
    sql<{ id: string; kind: Grant["kind"]; name: string; email: string | null; privileges: number }>`
      select g.id, g.kind, coalesce(u.name, g.name) as name, u.email, bit_or(r.privileges) as privileges
      from entity e join scope s on s.id = e.scope_id
      join "grant" r on r.scope_id = any (s.ancestors)
      join "group" g on g.id = r.group_id
      left join "user" u on u.id = g.user_id
      where e.id = ${entityID} and g.deleted_at is null
      group by g.id, g.kind, g.name, u.name, u.email
      order by g.kind desc, name, g.id`.execute(db),
  );
  return rows.rows.map((row) => ({
    principalId: row.id,
    kind: row.kind,
    name: row.name,
    ...(row.email !== null && has(privileges, "share") ? { email: row.email } : {}),
    bundle: bundleOf(row.privileges),
    privileges: names(row.privileges),
  }));
});

/** What one principal has on the entity. */
export async function find(entityID: string, principalID: string): Promise<Grant> {
  const grant = (await list(entityID)).find((one) => one.principalId === principalID);
  if (!grant) throw missing(principalID);
  return grant;
}

export const Give = z
  .strictObject({ email: z.email().optional(), principalId: z.string().optional(), bundle: Bundle })
  .refine((input) => (input.email === undefined) !== (input.principalId === undefined), {
    message: "Name either an email or a principalId.",
  });

/** Gives a bundle, in place of what the principal had here. Nobody gives more than they have. */
export const give = fn(z.object({ entityID: z.string(), grant: Give }), ({ entityID, grant }) =>
  transaction(async (tx): Promise<string> => {
    const own = await need(entityID, "share");
    const privileges = bundles[grant.bundle];
    // Execute is held back per person anyway, so that a giver without it may still pass the bundle on.
    if (privileges & ~EXECUTE & ~own) {
      throw new AppError("forbidden", "grant.more_than_own", "You cannot give rights that you do not have yourself.");
    }
    const principalID = await findPrincipal(tx, grant);
    const scopeID = await ensureScope(tx, entityID);
    await lock(tx, scopeID);
    await put(tx, scopeID, principalID, privileges);
    await keepAnOwner(tx, scopeID);
    await record({ type: "access.given", entityID, parameters: { principalId: principalID, bundle: grant.bundle } });
    return principalID;
  }),
);

export const revoke = fn(z.object({ entityID: z.string(), principalID: z.string() }), ({ entityID, principalID }) =>
  transaction(async (tx): Promise<void> => {
    const privileges = await effective(entityID);
    if (privileges === 0) throw missing(entityID);
    if (principalID !== personalGroup(Actor.userID())) await need(entityID, "share");
    await lock(tx, entityID);
    const gone = await tx
      .deleteFrom("grant")
      .where("scope_id", "=", entityID)
      .where("group_id", "=", principalID)
      .executeTakeFirst();
    if (gone.numDeletedRows === 0n) {
      throw new AppError("not_found", "grant.not_found", "This principal has no grant on this entity itself.");
    }
    await keepAnOwner(tx, entityID);
    await record({ type: "access.taken", entityID, parameters: { principalId: principalID } });
  }),
);

/** The group that stands for one person; it shares the person's ULID. */
export const personalGroup = (userID: string): string => userID.replace(/^usr_/, "grp_");

/** Makes an entity its own scope with its creator as owner. For kinds that stand at the top, such as projects. */
export async function createScope(tx: Transaction<Schema>, entityID: string): Promise<void> {
  await tx
    .insertInto("scope")
    .values({ id: entityID, ancestors: [entityID] })
    .execute();
  await put(tx, entityID, personalGroup(Actor.userID()), ALL);
}

async function put(tx: Transaction<Schema>, scopeID: string, groupID: string, privileges: number): Promise<void> {
  await tx
    .insertInto("grant")
    .values({ scope_id: scopeID, group_id: groupID, privileges, granted_by: Actor.userID() })
    .onConflict((conflict) =>
      conflict.columns(["scope_id", "group_id"]).doUpdateSet({ privileges, granted_by: Actor.userID() }),
    )
    .execute();
}

async function findPrincipal(tx: Transaction<Schema>, { email, principalId }: z.infer<typeof Give>): Promise<string> {
  if (principalId?.startsWith("domain:")) return ensureDomain(tx, principalId);
  const found = await tx
    .selectFrom("group as g")
    .leftJoin("user as u", "u.id", "g.user_id")
    .select("g.id")
    .$if(email !== undefined, (some) => some.where("u.email", "=", (email ?? "").toLowerCase()))
    .$if(principalId !== undefined, (some) => some.where("g.id", "=", principalId ?? ""))
    .where("u.deactivated_at", "is", null)
    .where((where) => where.or([where("g.kind", "<>", "team"), sql<boolean>`g.deleted_at is null and ${isVisible()}`]))
    .executeTakeFirst();
  if (found) return found.id;
  throw new AppError("unprocessable", "grant.no_such_principal", "Nobody here has this address. Invite them first.", {
    fields: [{ path: email === undefined ? "/principalId" : "/email", message: "No such person or group" }],
  });
}

/** Everybody with a verified address of a domain. Only who has one, or an administrator, shares with all of it. */
async function ensureDomain(tx: Transaction<Schema>, principalID: string): Promise<string> {
  const { userID, admin } = Actor.user();
  const own = await sql`select 1 where ${principalID} = any (groups_of(${userID}))`.execute(tx);
  if (own.rows.length === 0 && !(admin && DOMAIN.test(principalID))) {
    throw new AppError(
      "unprocessable",
      "grant.not_your_domain",
      "Only people with a verified address of a domain can share with everybody who has one.",
      { fields: [{ path: "/principalId", message: "Not the domain of your verified address" }] },
    );
  }
  await tx
    .insertInto("group")
    .values({
      id: principalID,
      kind: "domain",
      name: principalID.replace("domain:", "@"),
      user_id: null,
      deleted_at: null,
    })
    .onConflict((conflict) => conflict.column("id").doNothing())
    .execute();
  return principalID;
}

/** The scope of an entity's own grants: the entity itself, which from now on carries them for what lies below it. */
async function ensureScope(tx: Transaction<Schema>, entityID: string): Promise<string> {
  const entity = await tx
    .selectFrom("entity")
    .select(["id", "scope_id"])
    .where("id", "=", entityID)
    .forUpdate()
    .executeTakeFirstOrThrow();
  if (entity.scope_id === entityID) return entityID;
  await sql`insert into scope (id, ancestors) select ${entityID}, s.ancestors || ${entityID}::text from scope s where s.id = ${entity.scope_id}`.execute(
    tx,
  );
  await sql`
    with recursive below as (
      select id from entity where id = ${entityID}
      union all select e.id from entity e join below b on e.parent_id = b.id and e.scope_id = ${entity.scope_id}
    )
    update entity set scope_id = ${entityID} where id in (select id from below)`.execute(tx);
  return entityID;
}

/** Two owners who remove each other at the same moment must not both succeed. */
const lock = (tx: Transaction<Schema>, scopeID: string) =>
  tx.selectFrom("scope").select("id").where("id", "=", scopeID).forUpdate().execute();

/** Something nobody can manage any more could not even be shared or removed. */
async function keepAnOwner(tx: Transaction<Schema>, scopeID: string): Promise<void> {
  const owner = await sql`
    select 1 from scope s join "grant" r on r.scope_id = any (s.ancestors) join "group" g on g.id = r.group_id
    where s.id = ${scopeID} and r.privileges & ${ALL} = ${ALL} and g.kind not in ('builtin', 'domain') and g.deleted_at is null limit 1`.execute(
    tx,
  );
  if (owner.rows.length === 0) {
    throw new AppError(
      "conflict",
      "grant.last_owner",
      "This would leave it without an owner. Make somebody else an owner first.",
    );
  }
}
