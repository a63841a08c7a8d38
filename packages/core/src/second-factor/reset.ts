import { sql } from "kysely";
import { z } from "zod";
import * as Actor from "../actor/index.ts";
import { record } from "../audit/record.ts";
import { transaction } from "../database/index.ts";
import { AppError } from "../error/index.ts";
import { fn } from "../util/index.ts";

/** Takes the second factor of somebody who lost their device and their codes; they are signed out everywhere. */
export const reset = fn(z.string(), (userID) =>
  transaction(async (tx): Promise<void> => {
    Actor.administrator();
    const gone = await tx.deleteFrom("second_factor").where("user_id", "=", userID).executeTakeFirst();
    if (gone.numDeletedRows === 0n)
      throw new AppError("not_found", "second_factor.not_found", "There is nobody of this id with a second factor.");
    await tx.deleteFrom("session").where("user_id", "=", userID).execute();
    await record({ type: "user.second_factor_reset", parameters: { userId: userID } });
    await record({ type: "session.others_ended" });
  }),
);

/**
 * What follows when a deployment begins to want one: who has none is signed out, and sets it up as they come in again. Whoever
 * decides it must have one, so that somebody can still take it back.
 */
export const require = (of: "administrators" | "everyone"): Promise<void> =>
  transaction(async (tx) => {
    const { userID } = Actor.administrator();
    const own = await tx
      .selectFrom("second_factor")
      .select("user_id")
      .where("user_id", "=", userID)
      .where("confirmed_at", "is not", null)
      .executeTakeFirst();
    if (!own)
      throw new AppError(
        "conflict",
        "second_factor.set_up_first",
        "Set up a second factor of your own first, in the settings of your account.",
        { fields: [{ path: "/secondFactor", message: "Set up your own first" }] },
      );
    await sql`
      delete from session s using "user" u
      where u.id = s.user_id and (${of === "everyone"} or u.admin)
        and not exists (select from second_factor f where f.user_id = u.id and f.confirmed_at is not null)`.execute(tx);
    await record({ type: "session.second_factor_wanted", parameters: { of } });
  });
