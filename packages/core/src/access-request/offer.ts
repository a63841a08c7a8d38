import { sql } from "kysely";
import { z } from "zod";
import { refuseMoreThan } from "../access/grant.ts";
import { Access } from "../access/index.ts";
import { findPrincipal } from "../access/principal.ts";
import { bundles as allBundles } from "../access/privilege.ts";
import * as Actor from "../actor/index.ts";
import { record } from "../audit/record.ts";
import { query, transaction } from "../database/index.ts";
import { fn } from "../util/index.ts";
import { latestOwn } from "./read.ts";
import { type Offer, PutOffer } from "./schema.ts";

/** What somebody who sees a thing can ask for. */
export const getOffer = fn(z.string(), async (entityID): Promise<Offer> => {
  const privileges = await Access.require(entityID, "see");
  const found = await query((db) =>
    db
      .selectFrom("access_offer")
      .select(["question", "bundles", "days"])
      .where("entity_id", "=", entityID)
      .executeTakeFirst(),
  );
  return {
    question: found?.question ?? "",
    bundles: found?.bundles ?? ["viewer", "annotator", "contributor", "operator"],
    days: found?.days ?? null,
    approvers: Access.has(privileges, "share") ? await approversOf(entityID) : [],
    set: found !== undefined,
    own: await latestOwn(entityID),
  };
});

const approversOf = async (entityID: string): Promise<Offer["approvers"]> =>
  (
    await query((db) =>
      sql<{ principalId: string; name: string }>`
        select g.id as "principalId", coalesce(u.name, g.name) as name from access_approver a
        join "group" g on g.id = a.group_id left join "user" u on u.id = g.user_id
        where a.entity_id = ${entityID} order by name, g.id`.execute(db),
    )
  ).rows;

/** Says what is asked and who decides. They may then give these bundles, whatever rights they have themselves. */
export const putOffer = fn(
  PutOffer.extend({ entityID: z.string() }),
  ({ entityID, question, bundles, days, approvers }) =>
    transaction(async (tx): Promise<void> => {
      const own = await Access.require(entityID, "share");
      for (const bundle of bundles) refuseMoreThan(own, allBundles[bundle]);
      const now = { question, bundles, days, changed_by: Actor.userID(), changed_at: sql<Date>`now()` };
      await tx
        .insertInto("access_offer")
        .values({ entity_id: entityID, ...now })
        .onConflict((conflict) => conflict.column("entity_id").doUpdateSet(now))
        .execute();
      await tx.deleteFrom("access_approver").where("entity_id", "=", entityID).execute();
      const groups = new Set<string>();
      for (const principalId of approvers) groups.add(await findPrincipal(tx, { principalId }));
      for (const group_id of groups)
        await tx.insertInto("access_approver").values({ entity_id: entityID, group_id }).execute();
      await record({ type: "access.offer_changed", entityID, parameters: { bundles, days, approvers: [...groups] } });
    }),
);

export const removeOffer = fn(z.string(), (entityID) =>
  transaction(async (tx): Promise<void> => {
    await Access.require(entityID, "share");
    await tx.deleteFrom("access_offer").where("entity_id", "=", entityID).execute();
    await record({ type: "access.offer_removed", entityID });
  }),
);
