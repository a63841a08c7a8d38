import { type RawBuilder, sql } from "kysely";
import type { Access } from "../access/index.ts";
import type { Source } from "./page.ts";
import { isListed, type Kind } from "./schema.ts";

/**
 * What somebody sees, in an order, wherever it lies. Few scopes: each one's index is read in order and merged, and only what comes
 * out is fetched. Many: the order of all things, or that of each kind, is walked and the scope tested. `reach` where more is
 * found than what they see.
 */
export function everywhere({ scopes, condition }: Access.Visible, kinds: Kind[], reach?: RawBuilder<boolean>): Source {
  const within = reach ?? sql<boolean>`e.deleted_at is null and ${condition}`;
  const ofKinds = sql`unnest(${kinds}::text[]) k (kind)`;
  if (scopes && !reach)
    return (after, order, limit, key) => sql`
      select e.* from (
        select e.id from unnest(${scopes}::text[]) s (id) cross join ${ofKinds} cross join lateral (
          select ${key}, e.id from entity e where e.scope_id = s.id and e.kind = k.kind and e.deleted_at is null and ${after}
          order by ${order} limit ${limit}
        ) e order by ${order} limit ${limit}
      ) w join entity e on e.id = w.id order by ${order}`;
  if (isListed(kinds))
    return (after, order, limit) =>
      sql`select e.* from entity e where e.kind <> 'layer' and ${within} and ${after} order by ${order} limit ${limit}`;
  return (after, order, limit) => sql`
    select e.* from ${ofKinds} cross join lateral (
      select * from entity e where e.kind = k.kind and ${within} and ${after} order by ${order} limit ${limit}
    ) e order by ${order} limit ${limit}`;
}
