import { sql } from "kysely";
import { z } from "zod";
import * as Actor from "../actor/index.ts";
import { query } from "../database/index.ts";
import * as Deployment from "../deployment/read.ts";
import { AppError } from "../error/index.ts";
import { noted } from "../identity/proven.ts";
import { fn } from "../util/index.ts";
import { prove } from "./check.ts";

export const Code = z.strictObject({ code: z.string().min(6).max(40) });

/** Whether somebody has to have one here. */
export async function isRequired(admin: boolean): Promise<boolean> {
  const { secondFactor } = await Deployment.read();
  return secondFactor === "everyone" || (secondFactor === "administrators" && admin);
}

/**
 * Keeps a session that was just made from being one until the code is there, or the device that makes codes. No policy: the
 * sign-in library has seen the first proof, and tells the session to nobody before this is done.
 */
export async function hold(sessionID: string, userID: string): Promise<void> {
  const row = await query((db) =>
    db
      .selectFrom("user as u")
      .leftJoin("second_factor as f", (join) =>
        join.onRef("f.user_id", "=", "u.id").on("f.confirmed_at", "is not", null),
      )
      .select(["u.admin", "f.user_id"])
      .where("u.id", "=", userID)
      .executeTakeFirstOrThrow(),
  );
  const awaits = row.user_id !== null ? "code" : (await isRequired(row.admin)) ? "enrolment" : null;
  if (awaits === null) return;
  await query((db) => db.updateTable("session").set({ awaits }).where("id", "=", sessionID).execute());
}

/** Makes a session one, with the code that it waits for. */
export const check = fn(Code, async ({ code }): Promise<void> => {
  const who = Actor.current();
  if (who.type !== "public" || who.awaiting?.what !== "code")
    throw new AppError("auth", "auth.required", "No sign-in waits for a code here. Sign in first.");
  const { userID, sessionID } = who.awaiting;
  const by = await prove(userID, code, { confirmed: true });
  await release(sessionID);
  await noted(userID, "account.second_factor_passed", { by });
});

export async function release(sessionID: string): Promise<void> {
  await query((db) =>
    db
      .updateTable("session")
      .set({ awaits: null, updated_at: sql`now()` })
      .where("id", "=", sessionID)
      .where("awaits", "is not", null)
      .execute(),
  );
}
