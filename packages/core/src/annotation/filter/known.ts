import { sql } from "kysely";
import { type AttributeDefinition, Drawn, type Shape } from "../../annotation-type/schema.ts";
import type { Dtype } from "../../attribute/schema.ts";
import { query } from "../../database/index.ts";
import { around } from "../../entity/around.ts";
import { type Class, classOf } from "./cells.ts";
import type { Known } from "./fields.ts";

type Types = {
  drawn: { shape: Shape; attributes: AttributeDefinition[] }[] | null;
  media: { name: string; dtype: Dtype }[] | null;
};

/** What can be asked of a project's annotations: the attributes of all types in it, below and around it. */
export async function knownIn(projectID: string): Promise<Known> {
  const found = await query((db) =>
    sql<Types>`
      with recursive ${around(projectID)}, places as (
        select id from around union select a.scope_id from scope_above a where a.ancestor_id = ${projectID}
      )
      select
        (select jsonb_agg(jsonb_build_object('shape', t.shape, 'attributes', t.attributes))
          from annotation_type t where t.project_id in (select id from places) and t.deleted_at is null) as drawn,
        (select jsonb_agg(jsonb_build_object('name', t.name, 'dtype', t.dtype))
          from attribute_type t where t.project_id in (select id from places) and t.deleted_at is null and 'media' = any (t.kinds)) as media`.execute(
      db,
    ),
  );
  const { drawn, media } = found.rows[0] ?? { drawn: null, media: null };
  const known: Known = { localization: new Map(), state: new Map(), media: new Map() };
  const isDrawn = new Set<string>(Drawn.options);
  for (const { shape, attributes } of drawn ?? []) {
    const of = isDrawn.has(shape) ? known.localization : known.state;
    for (const { name, dtype } of attributes) note(of, name, dtype);
  }
  for (const { name, dtype } of media ?? []) note(known.media, name, dtype);
  return known;
}

export function note(known: Map<string, Set<Class>>, name: string, dtype: Dtype): void {
  known.set(name, (known.get(name) ?? new Set<Class>()).add(classOf[dtype]));
}
