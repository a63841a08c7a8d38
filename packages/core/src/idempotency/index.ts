import { createHash } from "node:crypto";
import { sql } from "kysely";
import * as Actor from "../actor/index.ts";
import { query, transaction } from "../database/index.ts";
import { AppError } from "../error/index.ts";

export * as Idempotency from "./index.ts";

const KEEP_HOURS = 48;
const MAX_KEY = 255;

type Reference = Record<string, string>;

/**
 * Does something once per actor, route and key, however often it is asked. What is kept is a reference to the result, in
 * the transaction of the change; a repetition answers from it, and waits for a first request that is still at work.
 */
export async function once<R extends Reference>(
  request: { route: string; key: string | undefined; body: unknown },
  run: () => Promise<R>,
): Promise<{ reference: R; replayed: boolean }> {
  const { route, key, body } = request;
  if (key === undefined) return { reference: await transaction(run), replayed: false };
  if (key.length === 0 || key.length > MAX_KEY || !/^[\x20-\x7e]+$/.test(key)) {
    throw new AppError(
      "input",
      "idempotency.bad_key",
      `An Idempotency-Key is 1 to ${MAX_KEY} printable ASCII characters.`,
    );
  }
  const hash = createHash("sha256").update(canonical(body)).digest();
  return transaction(async (tx) => {
    const actor_id = Actor.userID();
    const fresh = await tx
      .insertInto("idempotency")
      .values({ actor_id, route, key, request_hash: hash, reference: null })
      .onConflict((conflict) => conflict.doNothing())
      .executeTakeFirst();
    const row = tx
      .updateTable("idempotency")
      .where("actor_id", "=", actor_id)
      .where("route", "=", route)
      .where("key", "=", key);
    if (fresh.numInsertedOrUpdatedRows === 1n) {
      const reference = await run();
      await row.set({ reference: JSON.stringify(reference) }).execute();
      return { reference, replayed: false };
    }
    const known = await tx
      .selectFrom("idempotency")
      .select(["request_hash", "reference"])
      .where("actor_id", "=", actor_id)
      .where("route", "=", route)
      .where("key", "=", key)
      .executeTakeFirstOrThrow();
    if (!known.request_hash.equals(hash)) {
      throw new AppError(
        "unprocessable",
        "idempotency.other_request",
        "This Idempotency-Key was used with another request. Use a new one.",
      );
    }
    return { reference: known.reference as unknown as R, replayed: true };
  });
}

export async function sweep(): Promise<number> {
  const gone = await query((db) =>
    db
      .deleteFrom("idempotency")
      .where("created_at", "<", sql<Date>`now() - make_interval(hours => ${KEEP_HOURS})`)
      .executeTakeFirst(),
  );
  return Number(gone.numDeletedRows);
}

/** The same for bodies that differ only in the order of their keys. */
const canonical = (value: unknown): string =>
  JSON.stringify(value, (_, inner: unknown) =>
    inner !== null && typeof inner === "object" && !Array.isArray(inner)
      ? Object.fromEntries(Object.entries(inner).sort(([a], [b]) => (a < b ? -1 : 1)))
      : inner,
  ) ?? "";
