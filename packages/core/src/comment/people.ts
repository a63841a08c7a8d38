import { type RawBuilder, sql } from "kysely";
import { z } from "zod";
import { Access } from "../access/index.ts";
import { privilegesOfUser } from "../access/others.ts";
import { query } from "../database/index.ts";
import { Text } from "../entity/schema.ts";
import { likePattern } from "../entity/words.ts";
import { fn } from "../util/index.ts";
import { namesIn } from "./names.ts";

const SHOWN = 10;

export const Mentioned = z.object({ principalId: z.string(), name: z.string(), kind: z.enum(["personal", "team"]) });
export type Mentioned = z.infer<typeof Mentioned>;

/**
 * Whom a comment on an entity can mention, of those who may see it: people and teams it was shared with by name or by team,
 * who made it, and who wrote there. Not everybody who could find it: there is no directory of people.
 */
const around = (entityID: string, wanted: { person: RawBuilder<boolean>; team: RawBuilder<boolean> }) => sql<Mentioned>`
  select "principalId", name, kind from (
    select p.id as "principalId", u.name, p.kind
    from "user" u join "group" p on p.user_id = u.id
    join entity e on e.id = ${entityID}
    where ${wanted.person} and u.deactivated_at is null
      and exists (select from ${privilegesOfUser(sql`u.id`)} where p.privileges & 1 <> 0)
      and (e.created_by = u.id
        or exists (select from comment c where c.entity_id = e.id and c.author_id = u.id)
        or exists (
          select from scope s join "grant" r on r.scope_id = any (s.ancestors)
          join "group" t on t.id = r.group_id and t.kind in ('personal', 'team') and t.deleted_at is null
          where s.id = e.scope_id and t.id = any (groups_of(u.id))))
    union all
    select g.id, g.name, g.kind from "group" g join entity e on e.id = ${entityID}
    where ${wanted.team} and g.kind = 'team' and g.deleted_at is null and exists (
      select from scope s join "grant" r on r.scope_id = any (s.ancestors)
      join group_closure c on c.ancestor_id = r.group_id and c.descendant_id = g.id
      where s.id = e.scope_id)
  ) found`;

/** For completing a name while it is typed. */
export const mentionable = fn(
  z.object({ entityID: z.string(), q: Text(100).default("") }),
  async ({ entityID, q }): Promise<Mentioned[]> => {
    await Access.require(entityID, "read");
    const begins = likePattern(q.trim()).slice(1);
    const wanted = { person: sql<boolean>`u.name ilike ${begins}`, team: sql<boolean>`g.name ilike ${begins}` };
    const found = await query((db) =>
      sql<Mentioned>`${around(entityID, wanted)} order by lower(name), "principalId" limit ${SHOWN}`.execute(db),
    );
    return found.rows;
  },
);

/** Whom a text mentions: by `@name`, the longest name that somebody has, if only one does; and whoever was picked by id. */
export async function mentionedIn(entityID: string, text: string, picked: string[]): Promise<Mentioned[]> {
  const places = namesIn(text);
  if (places.length === 0 && picked.length === 0) return [];
  const names = [...new Set(places.flat())];
  const wanted = {
    person: sql<boolean>`(lower(u.name) collate "C" = any (${names}::text[]) or p.id = any (${picked}::text[]))`,
    team: sql<boolean>`(lower(g.name) = any (${names}::text[]) or g.id = any (${picked}::text[]))`,
  };
  const found = (await query((db) => around(entityID, wanted).execute(db))).rows;
  const byName = Map.groupBy(found, ({ name }) => name.toLowerCase());
  const chosen = places.flatMap((candidates) => {
    const holders = byName.get(candidates.find((name) => byName.has(name)) ?? "") ?? [];
    return holders.length === 1 ? holders : [];
  });
  const all = [...chosen, ...found.filter(({ principalId }) => picked.includes(principalId))];
  return [...new Map(all.map((one) => [one.principalId, one])).values()];
}
