import { sql } from "kysely";
import { z } from "zod";
import * as Team from "../access/team.ts";
import * as Actor from "../actor/index.ts";
import { query } from "../database/index.ts";
import { likePattern } from "../entity/match.ts";
import { Text } from "../entity/schema.ts";
import { fn } from "../util/index.ts";

const SHOWN = 20;

export const Principal = z.object({
  principalId: z.string(),
  kind: z.enum(["personal", "team", "builtin", "domain"]),
  name: z.string(),
});
export type Principal = z.infer<typeof Principal>;

/**
 * Whom something can be shared with, best match first: teams the actor may know of, people they share a team with, and
 * whoever has exactly the address they typed. There is no directory of everybody, but for administrators.
 */
export const principals = fn(z.object({ q: Text(254).default("") }), async ({ q }): Promise<Principal[]> => {
  const { userID, admin } = Actor.user();
  const text = q.trim();
  const found = await query((db) =>
    sql<{ id: string; kind: Principal["kind"]; name: string }>`
      with known as (
        select g.id, g.kind, g.name, null as email from "group" g
        where g.kind = 'team' and g.deleted_at is null and ${Team.isVisible()}
        union all select g.id, g.kind, g.name, null from "group" g where g.kind = 'builtin'
        union all
        select p.id, p.kind, u.name, u.email from "user" u join "group" p on p.user_id = u.id
        where u.deactivated_at is null and u.id <> ${userID} and (${admin} or u.email = ${text.toLowerCase()} or exists (
          select from group_member m join group_closure c on c.descendant_id = m.group_id join "group" t on t.id = c.ancestor_id
          where m.user_id = u.id and t.kind = 'team' and t.id = any (${Team.mine()})))
      )
      select id, kind, name from known
      where ${text} = '' or name ilike ${likePattern(text)} or email = ${text.toLowerCase()}
      order by lower(name) = ${text.toLowerCase()} desc, name ilike ${likePattern(text).slice(1)} desc, lower(name) collate "C", id
      limit ${SHOWN}`.execute(db),
  );
  return found.rows.map(({ id, kind, name }) => ({ principalId: id, kind, name }));
});
