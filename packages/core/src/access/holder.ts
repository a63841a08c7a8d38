import { sql } from "kysely";
import { z } from "zod";
import { query } from "../database/index.ts";
import { fn } from "../util/index.ts";
import { missing, need, privilegesOfEntity } from "./policy.ts";
import { Bundle, bundleOf, has, names, Privilege } from "./privilege.ts";

const Place = z.object({ id: z.string(), name: z.string() });

/** What a principal has on something: `bundle` and `privileges` are all of it, wherever it was given. */
export const Grant = z.object({
  principalId: z.string(),
  kind: z.enum(["personal", "team", "builtin", "domain"]),
  name: z.string(),
  email: z.string().optional(),
  /** How many people and groups lie in a team directly. */
  members: z.number().int().nullable(),
  bundle: Bundle.nullable(),
  privileges: z.array(Privilege),
  /** What was given on the thing itself, and until when; it can be changed and taken back here. */
  here: z
    .object({ bundle: Bundle.nullable(), privileges: z.array(Privilege), expiresAt: z.iso.datetime().nullable() })
    .nullable(),
  /** Where the rest comes from, nearest first, as far as the one who asks sees it. */
  from: z.array(Place),
});
export type Grant = z.infer<typeof Grant>;

type Row = {
  id: string;
  kind: Grant["kind"];
  name: string;
  email: string | null;
  members: number | null;
  privileges: number;
  here: number | null;
  expires_at: Date | null;
  from: z.infer<typeof Place>[];
};

/** Who has rights on the entity, wherever on the way down they were given; share links have a list of their own. Addresses only for those who may share. */
export const list = fn(z.string(), async (entityID): Promise<Grant[]> => {
  const privileges = await need(entityID, "read");
  const found = await query((db) =>
    sql<Row>`
      with b as (
        select g.id, g.kind, coalesce(u.name, g.name) as name, u.email, s.ancestors, bit_or(r.privileges) as privileges,
          max(r.privileges) filter (where r.scope_id = ${entityID}) as here,
          max(r.expires_at) filter (where r.scope_id = ${entityID}) as expires_at,
          array_agg(r.scope_id) filter (where r.scope_id <> ${entityID}) as places
        from entity e join scope s on s.id = e.scope_id
        join "grant" r on r.scope_id = any (s.ancestors) and (r.expires_at is null or r.expires_at > now())
        join "group" g on g.id = r.group_id
        left join "user" u on u.id = g.user_id
        where e.id = ${entityID} and g.kind <> 'link' and g.deleted_at is null
        group by g.id, g.kind, g.name, u.name, u.email, s.ancestors
      )
      select b.id, b.kind, b.name, b.email, b.privileges, b.here, b.expires_at,
        case when b.kind = 'team' then (select count(*) from group_member m where m.group_id = b.id)
          + (select count(*) from group_child c where c.parent_id = b.id) end as members,
        (select coalesce(json_agg(json_build_object('id', e.id, 'name', e.name)
            order by array_position(b.ancestors, e.id) desc), '[]')
          from entity e cross join ${privilegesOfEntity()} where e.id = any (b.places) and p.privileges & 1 <> 0) as "from"
      from b order by b.kind desc, b.name, b.id`.execute(db),
  );
  return found.rows.map((row) => toGrant(row, has(privileges, "share")));
});

/** What one principal has on the entity. */
export async function find(entityID: string, principalID: string): Promise<Grant> {
  const grant = (await list(entityID)).find((one) => one.principalId === principalID);
  if (!grant) throw missing(principalID);
  return grant;
}

const toGrant = (row: Row, withEmail: boolean): Grant => ({
  principalId: row.id,
  kind: row.kind,
  name: row.name,
  ...(row.email !== null && withEmail ? { email: row.email } : {}),
  members: row.members,
  ...rightsOf(row.privileges),
  here: row.here === null ? null : { ...rightsOf(row.here), expiresAt: row.expires_at?.toISOString() ?? null },
  from: row.from,
});

const rightsOf = (privileges: number) => ({ bundle: bundleOf(privileges), privileges: names(privileges) });
