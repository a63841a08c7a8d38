import { sql } from "kysely";
import * as Actor from "../actor/index.ts";
import { query } from "../database/index.ts";

/** Of the share links that the actor has opened the one that leads to an entity, nearest first. */
export async function linkInto(entityID: string): Promise<string | null> {
  const who = Actor.current();
  const links = (who.type === "public" || who.type === "user") && who.links ? who.links : [];
  if (links.length === 0) return null;
  const found = await query((db) =>
    sql<{ id: string }>`
      select l.id from entity e join scope s on s.id = e.scope_id join share_link l on l.entity_id = any (s.ancestors)
      where e.id = ${entityID} and l.id = any (${links}::text[])
      order by array_position(s.ancestors, l.entity_id) desc, l.id limit 1`.execute(db),
  );
  return found.rows[0]?.id ?? null;
}
