import { sql, type Transaction } from "kysely";
import { z } from "zod";
import { refuseMoreThan } from "../access/grant.ts";
import { Access } from "../access/index.ts";
import { bundles } from "../access/privilege.ts";
import { ensureScope, lock, put } from "../access/scope.ts";
import * as Actor from "../actor/index.ts";
import { record } from "../audit/record.ts";
import { type Row, type Schema, transaction } from "../database/index.ts";
import { AppError } from "../error/index.ts";
import { notify } from "../notification/notify.ts";
import { fn } from "../util/index.ts";
import { mayDecide } from "./approver.ts";
import { getRequest } from "./read.ts";
import { Decide } from "./schema.ts";

/** One decision a request, whoever comes first. Approving gives the bundle, until the term is over. */
export const decide = fn(Decide.extend({ id: z.string(), approve: z.boolean() }), ({ id, approve, note, days }) =>
  transaction(async (tx): Promise<void> => {
    const { entity } = await getRequest(id);
    if (!(await mayDecide(entity.id))) throw Access.denied("share");
    const term = sql<Date | null>`now() + make_interval(days => least(days, ${days ?? null}::integer))`;
    const decided = await tx
      .updateTable("access_request")
      .set({
        state: approve ? "approved" : "rejected",
        note,
        decided_by: Actor.user().userID,
        decided_at: sql<Date>`now()`,
        granted_until: approve ? term : null,
      })
      .where("id", "=", id)
      .where("state", "=", "pending")
      .returningAll()
      .executeTakeFirst();
    if (!decided) {
      const { state } = await getRequest(id);
      throw new AppError("conflict", "access_request.decided", `This request was ${state} before.`);
    }
    if (approve) await giveTo(tx, decided);
    const said = { requestId: id, userId: decided.user_id, bundle: decided.bundle };
    await record({ type: `access.request_${decided.state}`, entityID: entity.id, parameters: said });
    const parameters = { requestId: id, decision: decided.state };
    await notify({ recipients: [decided.user_id], type: "access.decided", entityID: entity.id, parameters });
  }),
);

/** Beside what they were given here before; what of it had no end comes back when this ends. */
async function giveTo(tx: Transaction<Schema>, request: Row<"access_request">): Promise<void> {
  const { entity_id, user_id, bundle, granted_until } = request;
  await refuseBeyondOffer(tx, entity_id, bundle);
  const scopeID = await ensureScope(tx, entity_id);
  await lock(tx, scopeID);
  const groupID = Access.personalGroup(user_id);
  const before = await tx
    .selectFrom("grant")
    .select(["privileges", "expires_at", "lasting"])
    .where("scope_id", "=", scopeID)
    .where("group_id", "=", groupID)
    .executeTakeFirst();
  const privileges = bundles[bundle] | (before?.privileges ?? 0);
  const lasting = before?.expires_at === null ? before.privileges : (before?.lasting ?? null);
  if (granted_until === null) return put(tx, scopeID, groupID, { privileges });
  await put(tx, scopeID, groupID, { privileges, expiresAt: granted_until, lasting });
}

/** What the offer holds was checked when it was set; what is asked for without one, its approver must have. */
async function refuseBeyondOffer(
  tx: Transaction<Schema>,
  entityID: string,
  bundle: keyof typeof bundles,
): Promise<void> {
  const offer = await tx
    .selectFrom("access_offer")
    .select("bundles")
    .where("entity_id", "=", entityID)
    .executeTakeFirst();
  if (offer?.bundles.includes(bundle)) return;
  refuseMoreThan(await Access.require(entityID, "share"), bundles[bundle]);
}
