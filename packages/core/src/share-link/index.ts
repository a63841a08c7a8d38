import { sql } from "kysely";
import { z } from "zod";
import { Access } from "../access/index.ts";
import { bits } from "../access/privilege.ts";
import * as Actor from "../actor/index.ts";
import { record } from "../audit/record.ts";
import { transaction } from "../database/index.ts";
import { AppError } from "../error/index.ts";
import { createID } from "../id/index.ts";
import { fn } from "../util/index.ts";
import { countOf, find } from "./read.ts";
import { Create } from "./schema.ts";
import { digest, newSecret } from "./secret.ts";

export { COOKIE_SECONDS, cookieName, seal, unseal } from "./cookie.ts";
export * as ShareLink from "./index.ts";
export { open } from "./open.ts";
export { get, list } from "./read.ts";
export { Create, Info, Opened, State } from "./schema.ts";

const MOST = 100;
const USUAL_DAYS = 30;
const READING = bits("see", "read");
const DOWNLOADING = bits("see", "read", "transfer");

/** Makes a link that opens one thing, and what lies in it, to whoever has it. The secret is in the answer and nowhere else. */
export const create = fn(z.object({ entityID: z.string(), link: Create }), ({ entityID, link }) =>
  transaction(async (tx): Promise<{ id: string; secret: string }> => {
    const own = await Access.require(entityID, "share");
    const privileges = link.download ? DOWNLOADING : READING;
    Access.refuseMoreThan(own, privileges);
    const expires = endOf(link.expiresAt);
    const scopeID = await Access.ensureScope(tx, entityID);
    if ((await countOf(entityID)) >= MOST)
      throw new AppError("conflict", "share_link.too_many", `Revoke one of the ${MOST} links first.`);
    const id = createID("shareLink");
    const secret = newSecret();
    const maker = Actor.userID();
    await tx
      .insertInto("group")
      .values({ id, kind: "link", name: link.label || "Share link", user_id: null, listed: false, deleted_at: null })
      .execute();
    await tx
      .insertInto("share_link")
      .values({
        id,
        entity_id: entityID,
        hash: digest(secret),
        label: link.label,
        made_by: maker,
        expires_at: expires,
        revoked_at: null,
        opened_at: null,
      })
      .execute();
    await Access.put(tx, scopeID, id, { privileges });
    const parameters = { linkId: id, privileges, expiresAt: expires?.toISOString() ?? null };
    await record({ type: "share_link.created", entityID, parameters });
    return { id, secret };
  }),
);

function endOf(expiresAt: string | null | undefined): Date | null {
  if (expiresAt === null) return null;
  if (expiresAt === undefined) return new Date(Date.now() + USUAL_DAYS * 24 * 60 * 60 * 1_000);
  const end = new Date(expiresAt);
  if (end.getTime() > Date.now()) return end;
  throw new AppError("unprocessable", "share_link.ends_in_past", "The end lies in the past.", {
    fields: [{ path: "/expiresAt", message: "Lies in the past" }],
  });
}

const One = z.object({ entityID: z.string(), id: z.string() });

/** From the next request on it opens nothing, for nobody. */
export const revoke = fn(One, (target) =>
  transaction(async (tx): Promise<void> => {
    const { id } = await find(target);
    await tx.updateTable("share_link").set({ revoked_at: sql<Date>`now()` }).where("id", "=", id).execute();
    await record({ type: "share_link.revoked", entityID: target.entityID, parameters: { linkId: id } });
  }),
);

/** Takes a revocation back: whoever has the link can use it again. */
export const restore = fn(One, (target) =>
  transaction(async (tx): Promise<void> => {
    const { id } = await find(target, { revoked: true });
    await tx.updateTable("share_link").set({ revoked_at: null }).where("id", "=", id).execute();
    await record({ type: "share_link.restored", entityID: target.entityID, parameters: { linkId: id } });
  }),
);
