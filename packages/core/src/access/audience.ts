import { sql } from "kysely";
import { z } from "zod";
import * as Actor from "../actor/index.ts";
import { query, transaction } from "../database/index.ts";
import { fn } from "../util/index.ts";
import { need } from "./policy.ts";
import { findPrincipal } from "./principal.ts";
import { ALL, Bundle, bundles } from "./privilege.ts";
import { MOST_TOLD, type Notify, tooMany } from "./tell.ts";

export const Audience = z.object({
  /** Whom it would bring something they do not have; past `most` it is not counted further. */
  people: z.number().int(),
  most: z.number().int(),
});

/** How many would hear of it if this were shared with a principal now. */
export const audience = fn(
  z.object({ entityID: z.string(), principalID: z.string().regex(/^grp_/, "is no person or group"), bundle: Bundle }),
  ({ entityID, principalID, bundle }) =>
    transaction(async (tx): Promise<z.infer<typeof Audience>> => {
      await need(entityID, "share");
      const found = await findPrincipal(tx, { principalId: principalID });
      const { length } = await newcomers(entityID, found, bundles[bundle]);
      return { people: length, most: MOST_TOLD };
    }),
);

/** The people behind a principal, but oneself, whom these rights bring something they do not have; at most one more than are told. */
export async function newcomers(entityID: string, principalID: string, privileges: number): Promise<string[]> {
  const found = await query((db) =>
    sql<{ id: string }>`
      select u.id from "user" u join entity e on e.id = ${entityID}
      where u.deactivated_at is null and u.kind = 'person' and u.id <> ${Actor.userID()}
        and u.id in (
          select g.user_id from "group" g where g.id = ${principalID} and g.user_id is not null
          union all
          select m.user_id from group_closure c join group_member m on m.group_id = c.descendant_id
          where c.ancestor_id = ${principalID})
        and not exists (
          select from effective_privileges(u.id, ${ALL}, false) f
          where f.scope_id = e.scope_id and f.privileges & ${privileges} = ${privileges})
      limit ${MOST_TOLD + 1}`.execute(db),
  );
  return found.rows.map(({ id }) => id);
}

/** Asked before the rights are given, under the lock of the scope: of two who give the same, the second brings nothing new. */
export async function recipientsOf(
  entityID: string,
  principalID: string,
  privileges: number,
  notify: Notify | undefined,
): Promise<string[]> {
  if (notify === false) return [];
  if (notify === undefined && !(await isPerson(principalID))) return [];
  // Everybody, and whoever has an address of a domain, are no list of people.
  if (!principalID.startsWith("grp_")) throw tooMany();
  return newcomers(entityID, principalID, privileges);
}

async function isPerson(principalID: string): Promise<boolean> {
  const found = await query((db) =>
    db
      .selectFrom("group")
      .select("id")
      .where("id", "=", principalID)
      .where("user_id", "is not", null)
      .executeTakeFirst(),
  );
  return found !== undefined;
}
