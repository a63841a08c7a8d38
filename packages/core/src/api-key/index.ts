import { createHash, randomBytes, timingSafeEqual } from "node:crypto";
import { sql } from "kysely";
import { z } from "zod";
import { Access } from "../access/index.ts";
import * as Actor from "../actor/index.ts";
import { record } from "../audit/record.ts";
import { query, type Row, transaction } from "../database/index.ts";
import { Entity } from "../entity/index.ts";
import { AppError } from "../error/index.ts";
import { createID } from "../id/index.ts";
import { fn } from "../util/index.ts";

export * as ApiKey from "./index.ts";

/** `atr_` and 256 random bits; the first characters are kept in clear to tell keys apart and find the row. */
const PATTERN = /^atr_[A-Za-z0-9_-]{43}$/;
const PREFIX_LENGTH = 12;
const MAX_KEYS = 100;

export const Info = z.object({
  id: z.string(),
  name: z.string(),
  prefix: z.string(),
  scopes: z.array(Access.KeyScope),
  expiresAt: z.iso.datetime().nullable(),
  lastUsedAt: z.iso.datetime().nullable(),
  createdAt: z.iso.datetime(),
});
export type Info = z.infer<typeof Info>;

export const Create = z.strictObject({
  name: Entity.Name,
  scopes: z.array(Access.KeyScope).nonempty().default(["read", "write"]),
  expiresAt: z.iso.datetime({ offset: true }).optional(),
});

export async function list(): Promise<Info[]> {
  const rows = await query((db) =>
    db.selectFrom("api_key").selectAll().where("user_id", "=", Actor.user().userID).orderBy("id", "desc").execute(),
  );
  return rows.map(toInfo);
}

/** A new key for oneself. The secret is in the answer and nowhere else. */
export const create = fn(Create, async ({ name, scopes, expiresAt }): Promise<Info & { key: string }> => {
  const { userID } = manager();
  const expires = expiresAt === undefined ? null : new Date(expiresAt);
  if (expires && expires.getTime() <= Date.now()) {
    throw new AppError("unprocessable", "api_key.expired", "The expiry lies in the past.", {
      fields: [{ path: "/expiresAt", message: "Lies in the past" }],
    });
  }
  if ((await list()).length >= MAX_KEYS)
    throw new AppError("conflict", "api_key.too_many", `Delete one of your ${MAX_KEYS} keys first.`);
  return transaction(async () => {
    const made = await insert({ userID, name, scopes, expires });
    await record({ type: "api_key.created", parameters: { keyId: made.id, scopes, expiresAt: made.expiresAt } });
    return made;
  });
});

/** A key for a user who does not ask for it themselves: the first administrator. No policy. */
export async function insert(input: {
  userID: string;
  name: string;
  scopes: Access.KeyScope[];
  expires: Date | null;
}): Promise<Info & { key: string }> {
  const key = `atr_${randomBytes(32).toString("base64url")}`;
  const row = await query((db) =>
    db
      .insertInto("api_key")
      .values({
        id: createID("apiKey"),
        user_id: input.userID,
        name: input.name,
        prefix: key.slice(0, PREFIX_LENGTH),
        hash: digest(key),
        scopes: [...new Set(input.scopes)],
        expires_at: input.expires,
        last_used_at: null,
      })
      .returningAll()
      .executeTakeFirstOrThrow(),
  );
  return { ...toInfo(row), key };
}

export const Rotate = z.strictObject({
  /** How long the old secret still works, so that whoever uses the key can change over: up to a week. */
  overlapSeconds: z
    .number()
    .int()
    .min(0)
    .max(7 * 24 * 60 * 60)
    .default(0),
});

/** A new secret with the name, scopes and expiry of the key, which ends when the overlap does. A key may renew itself. */
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
    const made = await insert({ userID, name: old.name, scopes: toInfo(old).scopes, expires: old.expires_at });
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

/** Who a key speaks for, or undefined: unknown, expired and its owner deactivated look the same. */
export async function authenticate(key: string): Promise<Extract<Actor.Actor, { type: "user" }> | undefined> {
  if (!PATTERN.test(key)) return undefined;
  const hash = digest(key);
  const rows = await query((db) =>
    db
      .selectFrom("api_key as k")
      .innerJoin("user as u", "u.id", "k.user_id")
      .select([
        "k.id",
        "k.hash",
        "k.scopes",
        "k.user_id",
        "u.admin",
        "u.may_execute",
        sql<boolean>`k.last_used_at > now() - interval '1 minute'`.as("fresh"),
      ])
      .where("k.prefix", "=", key.slice(0, PREFIX_LENGTH))
      .where("u.deactivated_at", "is", null)
      .where((where) => where.or([where("k.expires_at", "is", null), where("k.expires_at", ">", sql<Date>`now()`)]))
      .execute(),
  );
  const row = rows.find((candidate) => timingSafeEqual(candidate.hash, hash));
  if (!row) return undefined;
  // Once a minute is exact enough for people, and a busy key does not become a write per request.
  if (!row.fresh)
    await query((db) =>
      db.updateTable("api_key").set({ last_used_at: sql<Date>`now()` }).where("id", "=", row.id).execute(),
    );
  return {
    type: "user",
    userID: row.user_id,
    admin: row.admin && row.scopes.includes("admin"),
    mayExecute: row.may_execute,
    key: { id: row.id, scopes: row.scopes },
  };
}

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

const digest = (key: string): Buffer => createHash("sha256").update(key).digest();

const toInfo = (row: Row<"api_key">): Info => ({
  id: row.id,
  name: row.name,
  prefix: row.prefix,
  scopes: z.array(Access.KeyScope).parse(row.scopes),
  expiresAt: row.expires_at?.toISOString() ?? null,
  lastUsedAt: row.last_used_at?.toISOString() ?? null,
  createdAt: row.created_at.toISOString(),
});
