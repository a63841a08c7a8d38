import { randomBytes } from "node:crypto";
import { sql } from "kysely";
import { z } from "zod";
import * as Actor from "../actor/index.ts";
import { record } from "../audit/record.ts";
import { query, transaction } from "../database/index.ts";
import * as Deployment from "../deployment/read.ts";
import { AppError } from "../error/index.ts";
import { me } from "../identity/index.ts";
import { ownAccount } from "../identity/own-account.ts";
import { fn } from "../util/index.ts";
import { prove } from "./check.ts";
import * as Recovery from "./recovery.ts";
import { seal } from "./seal.ts";
import { Code, isRequired, release } from "./session.ts";
import { base32, otpauth } from "./totp.ts";

export * as SecondFactor from "./index.ts";
export { reset } from "./reset.ts";
export { Code, check, hold } from "./session.ts";

/** As long as the digest that the codes are made with, which RFC 4226 recommends. */
const SECRET_BYTES = 20;

export const Info = z.object({
  on: z.boolean(),
  /** Whether the deployment wants it of this person. */
  required: z.boolean(),
  since: z.iso.datetime().nullable(),
  recoveryCodesLeft: z.number().int(),
});
export type Info = z.infer<typeof Info>;

export async function get(): Promise<Info> {
  const { userID } = ownAccount();
  const row = await found(userID);
  const since = row?.confirmed_at ?? null;
  return {
    on: since !== null,
    required: await isRequired((await me()).admin),
    since: since?.toISOString() ?? null,
    recoveryCodesLeft: since === null ? 0 : await Recovery.left(userID),
  };
}

export const Enrolment = z.object({ secret: z.string(), uri: z.string() });

/** A secret for a device to make codes with; it counts from the first code that the device makes. */
export async function begin(): Promise<z.infer<typeof Enrolment>> {
  const { userID } = ownAccount();
  const secret = randomBytes(SECRET_BYTES);
  const sealed = await seal(secret, userID);
  const [{ email }, { name }] = [await me(), await Deployment.read()];
  const begun = await query((db) =>
    db
      .insertInto("second_factor")
      .values({ user_id: userID, secret: sealed, confirmed_at: null })
      .onConflict((conflict) =>
        conflict
          .column("user_id")
          .doUpdateSet({ secret: sealed, last_step: 0 })
          .where("second_factor.confirmed_at", "is", null),
      )
      .executeTakeFirst(),
  );
  if (begun.numInsertedOrUpdatedRows !== 1n)
    throw new AppError("conflict", "second_factor.already_on", "You have one. Turn it off before you set another up.");
  return { secret: base32(secret), uri: otpauth(secret, { issuer: name, account: email }) };
}

/** Turns it on with the first code; every other browser is signed out. The recovery codes are told here and nowhere else. */
export const confirm = fn(Code, async ({ code }): Promise<string[]> => {
  const { userID, sessionID } = ownAccount();
  const row = await found(userID);
  if (!row || row.confirmed_at)
    throw new AppError("conflict", "second_factor.not_begun", "Begin to set one up first, and type the code it makes.");
  await prove(userID, code, { confirmed: false });
  return transaction(async (tx) => {
    await tx
      .updateTable("second_factor")
      .set({ confirmed_at: sql<Date>`now()` })
      .where("user_id", "=", userID)
      .execute();
    await tx
      .deleteFrom("session")
      .where("user_id", "=", userID)
      .where("id", "<>", sessionID ?? "")
      .execute();
    if (sessionID !== undefined) await release(sessionID);
    await record({ type: "account.second_factor_on" });
    await record({ type: "session.others_ended" });
    return Recovery.renew(userID);
  });
});

/** Other recovery codes in place of those there were, for whoever has the device or one of those. */
export const renewCodes = fn(Code, async ({ code }): Promise<string[]> => {
  const userID = await proven(code);
  return transaction(async () => {
    await record({ type: "account.recovery_codes_made" });
    return Recovery.renew(userID);
  });
});

/** Turns it off, where it is one's own to decide. */
export const turnOff = fn(Code, async ({ code }): Promise<void> => {
  const { userID } = ownAccount();
  await haveOne(userID);
  if (await isRequired((await me()).admin))
    throw new AppError(
      "conflict",
      "second_factor.required",
      "A second factor is required here. Ask an administrator to reset yours if you want to set it up anew.",
    );
  await proven(code);
  await transaction(async (tx) => {
    await tx.deleteFrom("second_factor").where("user_id", "=", userID).execute();
    await record({ type: "account.second_factor_off" });
  });
});

/** Which proof a sign-in under way in this browser still waits for. */
export function awaited(): "code" | "enrolment" | null {
  const who = Actor.current();
  return who.type === "public" ? (who.awaiting?.what ?? null) : null;
}

async function proven(code: string): Promise<string> {
  const { userID } = ownAccount();
  await haveOne(userID);
  await prove(userID, code, { confirmed: true });
  return userID;
}

async function haveOne(userID: string): Promise<void> {
  if ((await found(userID))?.confirmed_at) return;
  throw new AppError("conflict", "second_factor.not_on", "You have no second factor. Set one up first.");
}

const found = (userID: string) =>
  query((db) => db.selectFrom("second_factor").select("confirmed_at").where("user_id", "=", userID).executeTakeFirst());
