import { z } from "zod";
import * as Actor from "../actor/index.ts";
import { record } from "../audit/record.ts";
import { query, transaction } from "../database/index.ts";
import { AppError } from "../error/index.ts";
import { fn } from "../util/index.ts";
import { Create, createFor } from "./create.ts";
import { type Info, keysOf } from "./row.ts";

export * as OfService from "./service.ts";

const Of = z.object({ userID: z.string() });

export const list = fn(Of, async ({ userID }): Promise<Info[]> => {
  await managed(userID);
  return keysOf(userID);
});

/** A key that a service works with; it can do nothing else to come in. */
export const create = fn(Of.extend({ key: Create }), ({ userID, key }) =>
  transaction(async () => {
    await managed(userID);
    return createFor(userID, key);
  }),
);

export const remove = fn(Of.extend({ id: z.string() }), ({ userID, id }) =>
  transaction(async (tx): Promise<void> => {
    await managed(userID);
    const gone = await tx.deleteFrom("api_key").where("id", "=", id).where("user_id", "=", userID).executeTakeFirst();
    if (gone.numDeletedRows === 0n)
      throw new AppError("not_found", "api_key.not_found", "This service has no such API key.");
    await record({ type: "api_key.deleted", parameters: { keyId: id, userId: userID } });
  }),
);

/** Administrators make keys for services. For a person it would be a way to act as them. */
async function managed(userID: string): Promise<void> {
  Actor.administrator();
  const user = await query((db) => db.selectFrom("user").select("kind").where("id", "=", userID).executeTakeFirst());
  if (!user) throw new AppError("not_found", "user.not_found", "There is nobody with this id.");
  if (user.kind !== "service")
    throw new AppError("conflict", "api_key.not_a_service", "People make their keys themselves. Make a service user.");
}
