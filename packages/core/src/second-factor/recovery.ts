import { createHash, randomBytes } from "node:crypto";
import { sql } from "kysely";
import { query, transaction } from "../database/index.ts";
import { base32 } from "./totp.ts";

const HOW_MANY = 10;
/** 50 bits: two groups of five signs. */
const BYTES = 7;

/** New codes in place of those there were; told once, stored as digests. */
export const renew = (userID: string): Promise<string[]> =>
  transaction(async (tx) => {
    const codes = Array.from({ length: HOW_MANY }, newCode);
    await tx.deleteFrom("recovery_code").where("user_id", "=", userID).execute();
    await tx
      .insertInto("recovery_code")
      .values(codes.map((code) => ({ user_id: userID, hash: digest(code), used_at: null })))
      .execute();
    return codes;
  });

/** Takes a code that is left, once. */
export async function take(userID: string, code: string): Promise<boolean> {
  const taken = await query((db) =>
    db
      .updateTable("recovery_code")
      .set({ used_at: sql<Date>`now()` })
      .where("user_id", "=", userID)
      .where("hash", "=", digest(code))
      .where("used_at", "is", null)
      .executeTakeFirst(),
  );
  return taken.numUpdatedRows === 1n;
}

export async function left(userID: string): Promise<number> {
  const rows = await query((db) =>
    db.selectFrom("recovery_code").select("hash").where("user_id", "=", userID).where("used_at", "is", null).execute(),
  );
  return rows.length;
}

function newCode(): string {
  const signs = base32(randomBytes(BYTES)).toLowerCase().slice(0, 10);
  return `${signs.slice(0, 5)}-${signs.slice(5)}`;
}

/** However it is typed. */
const digest = (code: string): Buffer =>
  createHash("sha256")
    .update(code.toLowerCase().replace(/[^a-z2-7]/g, ""))
    .digest();
