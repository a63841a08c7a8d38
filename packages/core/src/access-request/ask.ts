import { sql } from "kysely";
import { z } from "zod";
import { Access } from "../access/index.ts";
import { ALL, bundles, EXECUTE } from "../access/privilege.ts";
import * as Actor from "../actor/index.ts";
import { record } from "../audit/record.ts";
import { transaction } from "../database/index.ts";
import { AppError } from "../error/index.ts";
import { createID } from "../id/index.ts";
import { notify } from "../notification/notify.ts";
import { fn } from "../util/index.ts";
import { approversOf } from "./approver.ts";
import { getOffer } from "./offer.ts";
import { noSuchRequest } from "./read.ts";
import { Ask } from "./schema.ts";

/** Asks for more than one has. One request at a time for one thing. */
export const ask = fn(Ask.extend({ entityID: z.string() }), ({ entityID, bundle, answer, days }) =>
  transaction(async (tx): Promise<string> => {
    const privileges = await Access.require(entityID, "see");
    Access.mayDo("edit");
    const offer = await getOffer(entityID);
    if (!offer.bundles.includes(bundle)) throw notOffered(offer.bundles);
    // Held back from who may not execute anyway, so it is no reason to ask.
    const wanted = bundles[bundle] & (Actor.user().mayExecute ? ALL : ALL & ~EXECUTE);
    if ((wanted & ~privileges) === 0)
      throw new AppError("conflict", "access_request.already_have", "You have these rights already.");
    if (offer.question !== "" && answer === "") throw unanswered(offer.question);
    const made = await tx
      .insertInto("access_request")
      .values({
        id: createID("accessRequest"),
        entity_id: entityID,
        user_id: Actor.user().userID,
        bundle,
        answer,
        days: shorter(days, offer.days),
        decided_by: null,
        decided_at: null,
        granted_until: null,
      })
      .onConflict((conflict) => conflict.columns(["entity_id", "user_id"]).where("state", "=", "pending").doNothing())
      .returning("id")
      .executeTakeFirst();
    if (!made)
      throw new AppError("conflict", "access_request.already_asked", "You have asked already. You will hear of it.");
    await record({ type: "access.requested", entityID, parameters: { requestId: made.id, bundle } });
    const parameters = { requestId: made.id, bundle };
    await notify({ recipients: await approversOf(entityID), type: "access.requested", entityID, parameters });
    return made.id;
  }),
);

/** The shorter of two terms, of which either may be without an end. */
export const shorter = (one: number | null | undefined, other: number | null): number | null =>
  one == null ? other : other === null ? one : Math.min(one, other);

export const withdraw = fn(z.string(), (id) =>
  transaction(async (tx): Promise<void> => {
    const ended = await tx
      .updateTable("access_request")
      .set({ state: "withdrawn", decided_by: Actor.user().userID, decided_at: sql<Date>`now()` })
      .where("id", "=", id)
      .where("user_id", "=", Actor.user().userID)
      .where("state", "=", "pending")
      .returning("entity_id")
      .executeTakeFirst();
    if (!ended) throw noSuchRequest();
    await record({ type: "access.request_withdrawn", entityID: ended.entity_id, parameters: { requestId: id } });
  }),
);

const notOffered = (offered: string[]) =>
  new AppError("unprocessable", "access_request.not_offered", `Ask for one of: ${offered.join(", ")}.`, {
    fields: [{ path: "/bundle", message: "Not offered" }],
  });

const unanswered = (question: string) =>
  new AppError("unprocessable", "access_request.unanswered", `Answer the question: ${question}`, {
    fields: [{ path: "/answer", message: "Missing" }],
  });
