import { sql } from "kysely";
import { z } from "zod";
import * as Actor from "../actor/index.ts";
import { record } from "../audit/record.ts";
import { transaction } from "../database/index.ts";
import { AppError } from "../error/index.ts";
import { fn } from "../util/index.ts";
import { Create, createFor } from "./create.ts";
import { type Info, insert, keysOf, toInfo } from "./row.ts";

export { authenticate } from "./authenticate.ts";
export { Create } from "./create.ts";
export * as ApiKey from "./index.ts";
export { Info, insert } from "./row.ts";
export { OfService } from "./service.ts";

/** One's own keys. */
export const list = (): Promise<Info[]> => keysOf(Actor.user().userID);

/** A new key for oneself. The secret is in the answer and nowhere else. */
export const create = fn(Create, async (input) => createFor(manager().userID, input));

export const Rotate = z.strictObject({
  /** How long the old secret still works, so that whoever uses the key can change over: up to a week. */
  overlapSeconds: z
    .number()
    .int()
    .min(0)
    .max(7 * 24 * 60 * 60)
    .default(0),
});

/** A new secret with the name, scopes, project and expiry of the key, which ends when the overlap does. A key may renew itself. */
export const rotate = fn(Rotate.extend({ id: z.string() }), ({ id, overlapSeconds }) =>
  transaction(async (tx): Promise<Info & { key: string }> => {
    const who = Actor.user();
    const { userID } = who.key?.id === id ? who : manager();
    const ends = sql<Date>`now() + make_interval(secs => ${overlapSeconds})`;
    const old = await tx
      .selectFrom("api_key")
      .selectAll()
      .where("id", "=", id)
      .where("user_id", "=", userID)
      .where((where) => where.or([where("expires_at", "is", null), where("expires_at", ">", sql<Date>`now()`)]))
      .forUpdate()
      .executeTakeFirst();
    if (!old) throw new AppError("not_found", "api_key.not_found", "You have no such API key that still works.");
    await tx
      .updateTable("api_key")
      .set({ expires_at: sql<Date>`least(expires_at, ${ends})` })
      .where("id", "=", id)
      .execute();
    const made = await insert({
      ...{ userID, name: old.name, scopes: toInfo(old).scopes },
      ...{ expires: old.expires_at, projectID: old.project_id },
    });
    await record({ type: "api_key.rotated", parameters: { keyId: id, newKeyId: made.id, overlapSeconds } });
    return made;
  }),
);

export const remove = fn(z.string(), (id) =>
  transaction(async (tx): Promise<void> => {
    const { userID } = manager();
    const gone = await tx.deleteFrom("api_key").where("id", "=", id).where("user_id", "=", userID).executeTakeFirst();
    if (gone.numDeletedRows === 0n) throw new AppError("not_found", "api_key.not_found", "You have no such API key.");
    await record({ type: "api_key.deleted", parameters: { keyId: id } });
  }),
);

/** A key that could make keys could make itself one without limits. */
function manager(): Extract<Actor.Actor, { type: "user" }> {
  const who = Actor.user();
  if (!who.key || who.key.scopes.includes("admin")) return who;
  throw new AppError(
    "forbidden",
    "api_key.needs_admin",
    'An API key manages keys only with the scope "admin". Sign in, or use such a key.',
  );
}
