import { type RawBuilder, sql } from "kysely";
import { z } from "zod";
import * as Actor from "../actor/index.ts";
import { query, transaction } from "../database/index.ts";
import { AppError } from "../error/index.ts";
import { bits } from "./privilege.ts";

/** From closed to open. What is discoverable is found by everybody signed in, who may then ask for more. */
export const Visibility = z.enum(["private", "discoverable", "internal", "public"]);
export type Visibility = z.infer<typeof Visibility>;

const READING = bits("see", "read");

/** Visibility is nothing but grants to the built-in groups. */
const grants: Record<Visibility, Record<string, number>> = {
  private: {},
  discoverable: { "signed-in": bits("see") },
  internal: { "signed-in": READING },
  public: { "signed-in": READING, everyone: READING },
};

/** How open scope `s` is, by itself or by what is around it. */
export const visibilityColumn: RawBuilder<Visibility> = sql<Visibility>`(select case
    when bool_or(g.group_id = 'everyone') then 'public' when bit_or(g.privileges) & 2 <> 0 then 'internal'
    when bool_or(true) then 'discoverable' else 'private' end
  from "grant" g where g.scope_id = any (s.ancestors) and g.group_id in ('everyone', 'signed-in'))`;

export const setVisibility = (scopeID: string, visibility: Visibility): Promise<void> =>
  transaction(async (tx) => {
    await refuseWithinOpener(scopeID, visibility);
    await tx
      .deleteFrom("grant")
      .where("scope_id", "=", scopeID)
      .where("group_id", "in", Object.keys(grants.public))
      .execute();
    const rows = Object.entries(grants[visibility]).map(([group_id, privileges]) => ({
      scope_id: scopeID,
      group_id,
      privileges,
      granted_by: Actor.userID(),
      expires_at: null,
      lasting: null,
      reminded_at: null,
    }));
    if (rows.length > 0) await tx.insertInto("grant").values(rows).execute();
  });

/** Rights only ever add up, so nothing can be more closed than what it lies in. */
async function refuseWithinOpener(scopeID: string, visibility: Visibility): Promise<void> {
  const around = await query((db) =>
    sql<{ visibility: Visibility }>`
      select ${visibilityColumn} as visibility from scope o
      cross join lateral (select array_remove(o.ancestors, o.id) as ancestors) s where o.id = ${scopeID}`.execute(db),
  );
  const outer = around.rows[0]?.visibility ?? "private";
  const { options } = Visibility;
  if (options.indexOf(outer) <= options.indexOf(visibility)) return;
  throw new AppError(
    "conflict",
    "access.within_opener",
    `What it lies in is ${outer}, and so is this. Move it elsewhere first, or change what is around it.`,
    { fields: [{ path: "/visibility", message: `The project around it is ${outer}` }] },
  );
}
