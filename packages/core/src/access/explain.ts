import { sql } from "kysely";
import { z } from "zod";
import * as Actor from "../actor/index.ts";
import { query } from "../database/index.ts";
import { fn } from "../util/index.ts";
import { chainTo, type Group, groupsOf } from "./chain.ts";
import { missing, need, privilegesOfEntity } from "./policy.ts";
import { ALL, Bundle, bundleOf, EXECUTE, names, Privilege } from "./privilege.ts";
import { personalGroup } from "./scope.ts";

/** A thing or a group by name; null where the one who asks may not know of it. */
const Named = z.object({ id: z.string(), name: z.string() }).nullable();

const Reason = z.object({
  bundle: Bundle.nullable(),
  privileges: z.array(Privilege),
  /** From the person over each group that lies in the next, to the one that was given the rights. */
  through: z.array(Named),
  /** Where the rights were given. */
  on: Named,
  /** What is between there and the thing, the thing last. */
  down: z.array(Named),
  givenBy: z.string().nullable(),
  givenAt: z.iso.datetime(),
  expiresAt: z.iso.datetime().nullable(),
});

/** Why somebody may do what they may: the grants that reach them, each with its way. */
export const Explanation = z.object({
  principal: z.object({ id: z.string(), name: z.string(), kind: z.enum(["personal", "team", "builtin", "domain"]) }),
  bundle: Bundle.nullable(),
  privileges: z.array(Privilege),
  /** They were given the right to execute, which the deployment holds back for them. */
  executeHeldBack: z.boolean(),
  reasons: z.array(Reason),
});
export type Explanation = z.infer<typeof Explanation>;

type GrantRow = {
  scope_id: string;
  group_id: string;
  privileges: number;
  giver: string | null;
  created_at: Date;
  expires_at: Date | null;
};

/** Anybody may ask it about themselves; about others, whoever may share. */
export const explain = fn(
  z.object({ entityID: z.string(), principalID: z.string().optional() }),
  async ({ entityID, principalID }): Promise<Explanation> => {
    const own = personalGroup(Actor.user().userID);
    const id = principalID?.replace(/^usr_/, "grp_") ?? own;
    await need(entityID, id === own ? "see" : "share");
    const principal = await find(id);
    const groups = await groupsOf(principal);
    const grants = await reaching(entityID, [...groups.keys()]);
    const way = await wayTo(entityID);
    const given = grants.reduce((sum, { privileges }) => sum | privileges, 0);
    const held = principal.user_id !== null && !principal.may_execute ? EXECUTE : 0;
    const privileges = given & ALL & ~held;
    return {
      principal: { id: principal.id, name: principal.name, kind: principal.kind },
      bundle: bundleOf(privileges),
      privileges: names(privileges),
      executeHeldBack: (given & held) !== 0,
      reasons: grants.map((grant) => {
        const at = way.findIndex((one) => one.id === grant.scope_id);
        return {
          bundle: bundleOf(grant.privileges),
          privileges: names(grant.privileges),
          through: chainTo(grant.group_id, principal.id, groups),
          on: named(way[at]),
          down: way.slice(at + 1).map(named),
          givenBy: grant.giver,
          givenAt: grant.created_at.toISOString(),
          expiresAt: grant.expires_at?.toISOString() ?? null,
        };
      }),
    };
  },
);

async function find(id: string): Promise<Group & { may_execute: boolean }> {
  const found = await query((db) =>
    sql<Group & { may_execute: boolean }>`
      select g.id, coalesce(u.name, g.name) as name, g.kind, g.user_id, coalesce(u.may_execute, false) as may_execute
      from "group" g left join "user" u on u.id = g.user_id where g.id = ${id} and g.kind <> 'link' and g.deleted_at is null`.execute(
      db,
    ),
  );
  const row = found.rows[0];
  if (!row) throw missing(id);
  return row;
}

/** The grants that count, nearest to the thing first. */
const reaching = async (entityID: string, groups: string[]): Promise<GrantRow[]> =>
  (
    await query((db) =>
      sql<GrantRow>`
        select r.scope_id, r.group_id, r.privileges, u.name as giver, r.created_at, r.expires_at
        from entity e join scope s on s.id = e.scope_id
        join "grant" r on r.scope_id = any (s.ancestors) and (r.expires_at is null or r.expires_at > now())
        left join "user" u on u.id = r.granted_by
        where e.id = ${entityID} and r.group_id = any (${groups})
        order by array_position(s.ancestors, r.scope_id) desc, r.group_id`.execute(db),
    )
  ).rows;

type Step = { id: string; name: string; seen: boolean };

/** The scopes around the thing, outermost first, and the thing. */
const wayTo = async (entityID: string): Promise<Step[]> =>
  (
    await query((db) =>
      sql<Step>`
        select e.id, e.name, coalesce(p.privileges & 1 <> 0, false) as seen
        from entity o join scope s on s.id = o.scope_id
        cross join lateral unnest(s.ancestors || case when s.id = o.id then '{}' else array[o.id] end) with ordinality u (id, at)
        join entity e on e.id = u.id left join ${privilegesOfEntity()} on true
        where o.id = ${entityID} order by u.at`.execute(db),
    )
  ).rows;

const named = (step: Step | undefined) => (step?.seen ? { id: step.id, name: step.name } : null);
