import { sql, type Transaction } from "kysely";
import * as Actor from "../actor/index.ts";
import type { Schema } from "../database/index.ts";
import { AppError } from "../error/index.ts";
import { isVisible } from "./team.ts";

const DOMAIN = /^domain:[a-z0-9-]+(\.[a-z0-9-]+)+$/;

/** Somebody or some group, by address or id. */
export type Named = { email?: string | undefined; principalId?: string | undefined };

export async function findPrincipal(tx: Transaction<Schema>, { email, principalId }: Named): Promise<string> {
  if (principalId?.startsWith("domain:")) return ensureDomain(tx, principalId);
  const found = await tx
    .selectFrom("group as g")
    .leftJoin("user as u", "u.id", "g.user_id")
    .select("g.id")
    .$if(email !== undefined, (some) => some.where("u.email", "=", (email ?? "").toLowerCase()))
    .$if(principalId !== undefined, (some) => some.where("g.id", "=", principalId ?? ""))
    .where("u.deactivated_at", "is", null)
    .where("g.kind", "<>", "link")
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
