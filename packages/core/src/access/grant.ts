import { sql } from "kysely";
import { z } from "zod";
import * as Actor from "../actor/index.ts";
import { record } from "../audit/record.ts";
import { transaction } from "../database/index.ts";
import { AppError } from "../error/index.ts";
import { fn } from "../util/index.ts";
import { recipientsOf } from "./audience.ts";
import { effective, missing, need } from "./policy.ts";
import { findPrincipal } from "./principal.ts";
import { Bundle, bits, bundleOf, bundles, EXECUTE, Privilege } from "./privilege.ts";
import { ensureScope, keepAnOwner, lock, personalGroup, put } from "./scope.ts";
import { Notify, tell } from "./tell.ts";

const oneOf = (...values: unknown[]) => values.filter((value) => value !== undefined).length === 1;

export const Give = z
  .strictObject({
    email: z.email().optional(),
    principalId: z.string().optional(),
    bundle: Bundle.optional(),
    /** Rights of one's own choosing in place of a bundle; who may do anything also sees. */
    privileges: z.array(Privilege).nonempty().optional(),
    /** When the rights end by themselves; without it, never. */
    expiresAt: z.iso.datetime({ offset: true }).optional(),
    notify: Notify.optional(),
  })
  .refine((input) => oneOf(input.email, input.principalId), {
    message: "Name either an email or a principalId.",
    path: ["principalId"],
  })
  .refine((input) => oneOf(input.bundle, input.privileges), {
    message: "Name either a bundle or privileges.",
    path: ["bundle"],
  });

/** Gives rights, in place of what the principal had here. Nobody gives more than they have. */
export const give = fn(z.object({ entityID: z.string(), grant: Give }), ({ entityID, grant }) =>
  transaction(async (tx): Promise<string> => {
    const own = await need(entityID, "share");
    const privileges = grant.bundle ? bundles[grant.bundle] : bits("see", ...(grant.privileges ?? []));
    refuseMoreThan(own, privileges);
    const expiresAt = endOf(grant.expiresAt);
    const principalID = await findPrincipal(tx, grant);
    const scopeID = await ensureScope(tx, entityID);
    await lock(tx, scopeID);
    const recipients = await recipientsOf(entityID, principalID, privileges, grant.notify);
    await put(tx, scopeID, principalID, { privileges, expiresAt });
    await keepAnOwner(tx, scopeID);
    const parameters = { principalId: principalID, bundle: bundleOf(privileges) ?? "custom", privileges, expiresAt };
    await record({ type: "access.given", entityID, parameters });
    await tell({ entityID, privileges, recipients, notify: grant.notify });
    return principalID;
  }),
);

/** Execute is held back per person anyway, so that a giver without it may still pass the bundle on. */
export function refuseMoreThan(own: number, privileges: number): void {
  if (privileges & ~EXECUTE & ~own)
    throw new AppError("forbidden", "grant.more_than_own", "You cannot give rights that you do not have yourself.");
}

function endOf(expiresAt: string | undefined): Date | null {
  const end = expiresAt === undefined ? null : new Date(expiresAt);
  if (end === null || end.getTime() > Date.now()) return end;
  throw new AppError("unprocessable", "grant.ends_in_past", "The end lies in the past.", {
    fields: [{ path: "/expiresAt", message: "Lies in the past" }],
  });
}

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
      // Share links are revoked, which can be undone.
      .where(sql<boolean>`group_id not like 'lnk\\_%'`)
      .executeTakeFirst();
    if (gone.numDeletedRows === 0n) {
      throw new AppError("not_found", "grant.not_found", "This principal has no grant on this entity itself.");
    }
    await keepAnOwner(tx, entityID);
    await record({ type: "access.taken", entityID, parameters: { principalId: principalID } });
  }),
);
