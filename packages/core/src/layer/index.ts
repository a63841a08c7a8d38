import { sql } from "kysely";
import { z } from "zod";
import { Access } from "../access/index.ts";
import { record } from "../audit/record.ts";
import { query, transaction } from "../database/index.ts";
import { Entity } from "../entity/index.ts";
import { AppError } from "../error/index.ts";
import { createID } from "../id/index.ts";
import { fn } from "../util/index.ts";
import { among } from "./reach.ts";
import { list } from "./read.ts";
import { Create, Patch } from "./schema.ts";
import { stack } from "./stack.ts";

export * as Layer from "./index.ts";
export { among, inProject, mediaReadable, ofMedia, type Reach } from "./reach.ts";
export { get, list } from "./read.ts";
export { Create, Info, Patch } from "./schema.ts";
export { type Stack, stack } from "./stack.ts";

const BASELINE = "Baseline";

export const create = fn(z.object({ projectID: z.string(), layer: Create }), ({ projectID, layer }) =>
  transaction(async (): Promise<string> => {
    await Access.require(projectID, "create");
    await refuseBases(layer.baseIds);
    return insert(projectID, layer);
  }),
);

async function insert(projectID: string, { name, description, baseIds, showEmpty }: Create): Promise<string> {
  // Numbers are given one after the other.
  await query((db) => sql`select from entity where id = ${projectID} for no key update`.execute(db));
  const id = createID("layer");
  await Entity.create({ id, kind: "layer", parentID: projectID, name, description });
  await query((db) =>
    sql`
      insert into layer (id, number, base_ids, show_empty)
      select ${id}, coalesce(max(y.number) + 1, 0), ${baseIds}::text[], ${showEmpty}
      from entity e join layer y on y.id = e.id where e.parent_id = ${projectID}`.execute(db),
  );
  return id;
}

/**
 * The layer that is drawn on where nobody names one: the first of the nearest project that has any. Where there is none yet, whoever
 * may edit begins one, in the outermost project they may edit, so that folders share it.
 */
export const baseline = (projectID: string): Promise<string> =>
  transaction(async () => {
    const [nearest] = await list(projectID);
    if (nearest) return nearest.id;
    const place = await outermost(projectID);
    await query((db) => sql`select from entity where id = ${place} for no key update`.execute(db));
    const [made] = await list(projectID);
    return made?.id ?? insert(place, { name: BASELINE, description: "", baseIds: [], showEmpty: true });
  });

async function outermost(projectID: string): Promise<string> {
  const found = await query((db) =>
    sql<{ id: string }>`
      select o.id from scope s cross join unnest(s.ancestors) with ordinality o(id, depth)
      join ${Access.effectivePrivileges()} f on f.scope_id = o.id and f.privileges & 4 <> 0
      where s.id = ${projectID} order by o.depth limit 1`.execute(db),
  );
  const [place] = found.rows;
  if (!place) throw Access.denied("edit");
  return place.id;
}

const Target = z.object({ id: z.string(), revision: z.number().int().optional() });

export const update = fn(Target.extend({ patch: Patch }), ({ id, revision, patch: { baseIds, showEmpty, ...patch } }) =>
  transaction(async (tx): Promise<void> => {
    await Entity.update({ id, kind: "layer", revision, patch });
    if (baseIds === undefined && showEmpty === undefined) return;
    if (baseIds) await refuseBases(baseIds, id);
    await tx.updateTable("layer").set({ base_ids: baseIds, show_empty: showEmpty }).where("id", "=", id).execute();
    const fields = Object.keys({ ...(baseIds ? { baseIds } : {}), ...(showEmpty === undefined ? {} : { showEmpty }) });
    await record({ type: "layer.stacked", entityID: id, parameters: { fields } });
  }),
);

/** To the trash, where nothing lies on it. */
export const remove = fn(Target, ({ id, revision }) =>
  transaction(async (): Promise<void> => {
    await Entity.remove({ id, kind: "layer", revision });
    await refuseDrawn(id);
  }),
);

export const restore = (id: string): Promise<void> => Entity.restore({ id, kind: "layer" });

async function refuseBases(baseIds: readonly string[], id?: string): Promise<void> {
  const seen = await among(baseIds);
  const faults = baseIds.flatMap((one, i) =>
    seen.includes(one) ? [] : [{ path: `/baseIds/${i}`, message: "There is no such layer that you can see" }],
  );
  if (faults.length > 0)
    throw new AppError("input", "layer.no_such_base", "A layer lies over layers that exist.", { fields: faults });
  if (id === undefined || !(await stack(baseIds)).layers.includes(id)) return;
  throw new AppError("conflict", "layer.circle", "A layer can't lie over what lies over it.", {
    fields: [{ path: "/baseIds", message: "One of them lies over this layer" }],
  });
}

async function refuseDrawn(id: string): Promise<void> {
  const found = await query((db) =>
    sql<{ localizations: number; states: number }>`select
      (select count(*) from (select from localization where layer_id = ${id} and latest and not deleted limit 10001) l) as localizations,
      (select count(*) from (select from state where layer_id = ${id} and latest and not deleted limit 10001) s) as states`.execute(
      db,
    ),
  );
  const { localizations, states } = found.rows[0] ?? { localizations: 0, states: 0 };
  if (localizations + states === 0) return;
  const many = (n: number) => (n > 10_000 ? "more than 10,000" : String(n));
  throw new AppError(
    "conflict",
    "layer.not_empty",
    `On this layer there are ${many(localizations)} localizations and ${many(states)} states. Delete or merge them first.`,
  );
}
