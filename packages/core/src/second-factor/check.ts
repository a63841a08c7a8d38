import { query } from "../database/index.ts";
import { AppError } from "../error/index.ts";
import { Attempts } from "../identity/attempt.ts";
import { noted } from "../identity/proven.ts";
import * as Recovery from "./recovery.ts";
import { unseal } from "./seal.ts";
import { stepOf } from "./totp.ts";

export type By = "code" | "recovery code";

/**
 * Holds what was typed against somebody's device and recovery codes; counted before it is known how it ends. Not inside a
 * transaction: a refusal must count, and be noted.
 */
export async function prove(userID: string, typed: string, which: { confirmed: boolean }): Promise<By> {
  const refused = await Attempts.count(Attempts.codes(userID));
  if (refused)
    throw new AppError(
      "limit",
      "second_factor.too_many_attempts",
      `The code was wrong too often. Try again in ${Math.ceil(refused.seconds / 60)} min.`,
      { retryAfterSeconds: refused.seconds },
    );
  const by = await find(userID, typed.trim(), which);
  if (by) {
    await Attempts.forget(Attempts.codes(userID));
    return by;
  }
  await noted(userID, "account.second_factor_refused");
  throw new AppError(
    "unprocessable",
    "second_factor.wrong_code",
    "This is not the code of now. Look at your app again, or take a recovery code that you have not used.",
    { fields: [{ path: "/code", message: "Not the code of now" }] },
  );
}

async function find(userID: string, typed: string, { confirmed }: { confirmed: boolean }): Promise<By | undefined> {
  const code = typed.replace(/\s/g, "");
  if (/^\d{6}$/.test(code)) return (await takeCode(userID, code, confirmed)) ? "code" : undefined;
  return confirmed && (await Recovery.take(userID, typed)) ? "recovery code" : undefined;
}

/** Of two who send the same code at once, one is late. */
async function takeCode(userID: string, code: string, confirmed: boolean): Promise<boolean> {
  const row = await query((db) =>
    db
      .selectFrom("second_factor")
      .select(["secret", "last_step"])
      .where("user_id", "=", userID)
      .where("confirmed_at", confirmed ? "is not" : "is", null)
      .executeTakeFirst(),
  );
  const step = row && stepOf(await unseal(row.secret, userID), code, row.last_step);
  if (step === undefined) return false;
  const taken = await query((db) =>
    db
      .updateTable("second_factor")
      .set({ last_step: step })
      .where("user_id", "=", userID)
      .where("last_step", "<", step)
      .executeTakeFirst(),
  );
  return taken.numUpdatedRows === 1n;
}
