import { sql } from "kysely";
import { z } from "zod";
import { Access } from "../access/index.ts";
import { record } from "../audit/record.ts";
import { query, transaction } from "../database/index.ts";
import { Entity } from "../entity/index.ts";
import { createID } from "../id/index.ts";
import type * as Paging from "../paging/index.ts";
import { Run } from "../run/index.ts";
import { fn } from "../util/index.ts";

export * as Project from "./index.ts";

export const Info = Entity.Info.extend({ visibility: Access.Visibility, items: z.number().int() });
export type Info = z.infer<typeof Info>;

export const Create = z.strictObject({
  name: Entity.Name,
  description: Entity.Description.optional(),
  tags: Entity.Tags.optional(),
  visibility: Access.Visibility.optional(),
});

/** A project of one's own: it holds grants, and its maker is the owner. */
export const create = fn(Create, ({ visibility = "private", ...input }) =>
  transaction(async (tx): Promise<string> => {
    Access.mayCreate();
    const id = createID("project");
    await Entity.create({ id, kind: "project", parentID: null, ...input });
    await tx.insertInto("project").values({ id }).execute();
    await Access.setVisibility(id, visibility);
    return id;
  }),
);

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

export const Patch = Entity.Patch.extend({ visibility: Access.Visibility.optional() });

export const update = fn(
  z.object({ id: z.string(), revision: z.number().int().optional(), patch: Patch }),
  ({ id, revision, patch: { visibility, ...patch } }) =>
    transaction(async (): Promise<void> => {
      await Entity.update({ id, kind: "project", revision, patch });
      if (visibility === undefined) return;
      await Access.require(id, "share");
      await Access.setVisibility(id, visibility);
      await record({ type: "access.visibility_changed", entityID: id, parameters: { visibility } });
    }),
);

/** To the trash, with everything in it; what still works for it is stopped. */
export const remove = (input: { id: string; revision?: number }): Promise<void> =>
  transaction(async () => {
    await Entity.remove({ ...input, kind: "project" });
    await Run.cancelIn(input.id);
  });

type Extras = Pick<Info, "visibility" | "items">;

async function extrasOf(ids: string[]): Promise<(id: string) => Extras> {
  const found = await query((db) =>
    sql<Extras & { id: string }>`
      select p.id,
        (select count(*) from entity e where e.parent_id = p.id and e.deleted_at is null) as items,
        case when exists (select from "grant" g where g.scope_id = p.id and g.group_id = 'everyone') then 'public'
          when exists (select from "grant" g where g.scope_id = p.id and g.group_id = 'signed-in') then 'internal'
          else 'private' end as visibility
      from unnest(${ids}::text[]) p (id)`.execute(db),
  );
  const known = new Map(found.rows.map(({ id, items, visibility }) => [id, { items, visibility }]));
  return (id) => known.get(id) ?? { items: 0, visibility: "private" };
}
