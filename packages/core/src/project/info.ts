import { sql } from "kysely";
import { z } from "zod";
import { Access } from "../access/index.ts";
import * as Actor from "../actor/index.ts";
import { query } from "../database/index.ts";
import { Entity } from "../entity/index.ts";
import type * as Paging from "../paging/index.ts";
import { fn } from "../util/index.ts";
import type { Info, Readme } from "./schema.ts";

export const get = fn(z.string(), async (id): Promise<Info> => {
  const entity = await Entity.get(id, "project");
  const extras = await extrasOf([id]);
  return { ...entity, ...extras(id) };
});

export const list = fn(Entity.ListQuery, async (asked): Promise<Paging.Page<Info>> => {
  const page = await Entity.search({ ...asked, kinds: ["project"] });
  const extras = await extrasOf(page.items.map((item) => item.id));
  return { ...page, items: page.items.map((item) => ({ ...item, ...extras(item.id) })) };
});

/** What people wrote about the project; finding a project is not reading it. */
export const readme = fn(z.string(), async (id): Promise<Readme> => {
  const { revision } = await Entity.get(id, "project");
  await Access.require(id, "read");
  const row = await query((db) => db.selectFrom("project").select("readme").where("id", "=", id).executeTakeFirst());
  return { markdown: row?.readme ?? "", revision };
});

type Extras = Pick<Info, "visibility" | "items" | "path" | "ancestors" | "copiedFrom">;
type Row = Pick<Info, "visibility" | "items"> & {
  id: string;
  namespace: string | null;
  slugs: string[];
  ancestors: { id: string; name: string; seen: boolean }[];
  copied_from: string | null;
};

/** In one query for a whole page. A project's scope names the projects around it, so nothing is walked. */
async function extrasOf(ids: string[]): Promise<(id: string) => Extras> {
  const found = await query((db) =>
    sql<Row>`
      select s.id, pr.copied_from,
        (select count(*) from entity e where e.parent_id = s.id and e.deleted_at is null) as items,
        ${Access.visibilityColumn} as visibility,
        (select n.slug from entity e join namespace n on n.group_id = e.namespace_id and n.is_current
          where e.id = s.ancestors[1]) as namespace,
        array(select a.slug from unnest(s.ancestors) with ordinality u (id, at) join entity a on a.id = u.id order by u.at) as slugs,
        (select coalesce(json_agg(json_build_object('id', e.id, 'name', e.name, 'seen', p.privileges is not null) order by u.at), '[]')
          from unnest(s.ancestors) with ordinality u (id, at) join entity e on e.id = u.id
          left join ${Access.privilegesOfEntity()} on p.privileges & 1 <> 0
          where e.id <> s.id) as ancestors
      from unnest(${ids}::text[]) w (id) join scope s on s.id = w.id left join project pr on pr.id = s.id`.execute(db),
  );
  const known = new Map(found.rows.map((row) => [row.id, toExtras(row)]));
  return (id) => known.get(id) ?? { items: 0, visibility: "private", path: null, ancestors: [], copiedFrom: null };
}

/**
 * An address names all it leads through, so who may not see one of them does not get it. Who has no account and comes by a link is told
 * neither whose namespace it is in nor what it was made of.
 */
function toExtras({ namespace, slugs, ancestors, copied_from, items, visibility }: Row): Extras {
  const seen = ancestors.filter((one) => one.seen).map(({ id, name }) => ({ id, name }));
  const invited = Actor.current().type === "public" && visibility !== "public";
  const path =
    invited || namespace === null || seen.length < ancestors.length ? null : `/${[namespace, ...slugs].join("/")}`;
  return { items, visibility, path, ancestors: seen, copiedFrom: invited ? null : copied_from };
}
