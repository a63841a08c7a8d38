import { createHash } from "node:crypto";
import { sql } from "kysely";
import { query } from "../database/index.ts";

export * as Attempts from "./attempt.ts";

/** So many of each within a window that begins with its first. */
export type Limits = { seconds: number; of: { what: string; most: number }[] };

/**
 * Wrong passwords: for one account from one address, for one account from anywhere, from one address for any account. Those of an
 * unknown account count alike, so that a refusal tells nothing.
 */
export const wrongPasswords = (email: string, address: string): Limits => ({
  seconds: 15 * 60,
  of: [
    { what: `password ${email} ${address}`, most: 10 },
    { what: `password ${email}`, most: 30 },
    { what: `password from ${address}`, most: 100 },
  ],
});

/** Letters that anybody can have sent to an address, so that nobody's mailbox is filled by others. */
export const letters = (email: string): Limits => ({ seconds: 60 * 60, of: [{ what: `letter ${email}`, most: 5 }] });

/** Codes of a second factor: of a million there are three that count. */
export const codes = (userID: string): Limits => ({
  seconds: 15 * 60,
  of: [{ what: `code ${userID}`, most: 10 }],
});

/** Words that somebody sends along with what they share. */
export const tellings = (userID: string): Limits => ({
  seconds: 60 * 60,
  of: [{ what: `telling ${userID}`, most: 60 }],
});

/** How long to wait when something was tried too often; `first` on the attempt that went over a limit. */
export type Refusal = { seconds: number; first: boolean };

/** Counts an attempt before it is known how it ends: those under way at the same moment must not all pass. */
export async function count({ seconds, of }: Limits): Promise<Refusal | undefined> {
  const expired = sql`a.since <= now() - make_interval(secs => ${seconds})`;
  const counted = await query((db) =>
    sql<{ key: Buffer; count: number; left: number }>`
      insert into attempt as a (key, count)
      select key, 1 from unnest(${of.map(({ what }) => digest(what))}::bytea[]) key order by key
      on conflict (key) do update set
        count = case when ${expired} then 1 else a.count + 1 end,
        since = case when ${expired} then now() else a.since end
      returning key, count, extract(epoch from since + make_interval(secs => ${seconds}) - now())::float8 as left`.execute(
      db,
    ),
  );
  const over = of.flatMap(({ what, most }) => {
    const row = counted.rows.find(({ key }) => key.equals(digest(what)));
    return row && row.count > most ? [{ seconds: Math.ceil(row.left), first: row.count === most + 1 }] : [];
  });
  if (over.length === 0) return undefined;
  return { seconds: Math.max(1, ...over.map((one) => one.seconds)), first: over.some(({ first }) => first) };
}

/** What was counted was no attack. */
export async function forget({ of }: Limits): Promise<void> {
  const keys = of.map(({ what }) => digest(what));
  await query((db) => sql`delete from attempt where key = any (${keys}::bytea[])`.execute(db));
}

/** Whoever proved who they are starts anew, and what was counted for it was no wrong password after all. */
export async function proven(email: string, address: string): Promise<void> {
  const [pair, account, place] = wrongPasswords(email, address).of.map(({ what }) => digest(what));
  await query((db) =>
    sql`
      with forgotten as (delete from attempt where key = any (${[pair, account]}::bytea[]))
      update attempt set count = greatest(count - 1, 0) where key = ${place}`.execute(db),
  );
}

const digest = (what: string): Buffer => createHash("sha256").update(what).digest();
