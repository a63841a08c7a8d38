import { sql } from "kysely";
import { z } from "zod";
import { record } from "../audit/record.ts";
import { query, type Row, transaction } from "../database/index.ts";
import { AppError } from "../error/index.ts";
import { fn } from "../util/index.ts";
import { ownAccount } from "./own-account.ts";
import * as Provider from "./provider.ts";

export * as SignIns from "./sign-ins.ts";

const PASSWORD = "credential";

/** A way somebody comes in: their password, or an OpenID Connect provider that knows them. */
export const Info = z.object({
  id: z.string(),
  kind: z.enum(["password", "provider"]),
  /** What the deployment calls the provider, null for the password. */
  provider: z.object({ id: z.string(), name: z.string() }).nullable(),
  issuer: z.string().nullable(),
  /** The address that the provider named when it was last used. */
  email: z.string().nullable(),
  /** Not while the deployment no longer trusts the provider. */
  works: z.boolean(),
  linkedAt: z.iso.datetime(),
  lastUsedAt: z.iso.datetime().nullable(),
});
export type Info = z.infer<typeof Info>;

/** Whom a provider says it has sent. */
export type Arrival = { providerID: string; accountID: string; email: string | null };

type Way = Pick<Row<"account">, "id" | "provider_id" | "account_id" | "email" | "created_at" | "last_used_at">;

const COLUMNS = ["id", "provider_id", "account_id", "email", "created_at", "last_used_at"] as const;

export async function list(): Promise<Info[]> {
  const { userID } = ownAccount();
  const rows = await query((db) =>
    db.selectFrom("account").select(COLUMNS).where("user_id", "=", userID).orderBy("id").execute(),
  );
  return rows.map(toInfo);
}

/** Takes one way away; the browsers that came in by it stay signed in. Never the last that works. */
export const unlink = fn(z.string(), (id) =>
  transaction(async (tx): Promise<void> => {
    const { userID } = ownAccount();
    // Two ways taken away at the same moment must not leave none.
    await tx.selectFrom("user").select("id").where("id", "=", userID).forUpdate().execute();
    const rows = await tx.selectFrom("account").select(COLUMNS).where("user_id", "=", userID).execute();
    const ways = rows.map(toInfo);
    const gone = ways.find((way) => way.id === id);
    if (!gone) throw new AppError("not_found", "sign_in.not_found", "You have no such way to sign in.");
    if (!ways.some((way) => way.works && way.id !== id))
      throw new AppError(
        "conflict",
        "sign_in.last",
        "This is the only way you come in. Link another sign-in or choose a password first, then unlink this one.",
      );
    await tx.deleteFrom("account").where("id", "=", id).execute();
    await record({ type: "account.unlinked", parameters: { provider: gone.provider?.id ?? "password" } });
  }),
);

/** Notes that somebody came in. No policy: the sign-in library has seen their proof. */
export async function used(userID: string, way: Arrival | "password"): Promise<void> {
  const now = sql<Date>`now()`;
  await query((db) => {
    const update = db.updateTable("account").where("user_id", "=", userID);
    return way === "password"
      ? update.set({ last_used_at: now }).where("provider_id", "=", PASSWORD).execute()
      : update
          .set({ last_used_at: now, email: way.email })
          .where("provider_id", "=", way.providerID)
          .where("account_id", "=", way.accountID)
          .execute();
  });
}

/** Notes which address a provider named as it was linked. */
export async function linked(id: string, email: string | null): Promise<void> {
  await query((db) => db.updateTable("account").set({ email }).where("id", "=", id).execute());
}

function toInfo(row: Way): Info {
  const common = {
    id: row.id,
    linkedAt: row.created_at.toISOString(),
    lastUsedAt: row.last_used_at?.toISOString() ?? null,
  };
  if (row.provider_id === PASSWORD)
    return { ...common, kind: "password", provider: null, issuer: null, email: null, works: true };
  // The issuer is an address, the subject may be anything.
  const issuer = row.account_id.slice(0, row.account_id.indexOf("|"));
  const trusted = Provider.find(row.provider_id);
  return {
    ...common,
    kind: "provider",
    provider: { id: row.provider_id, name: trusted?.name ?? row.provider_id },
    issuer,
    email: row.email,
    works: trusted?.issuer === issuer,
  };
}
