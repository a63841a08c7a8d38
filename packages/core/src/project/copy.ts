import { sql, type Transaction } from "kysely";
import { z } from "zod";
import { Access } from "../access/index.ts";
import { Attribute } from "../attribute/index.ts";
import { record } from "../audit/record.ts";
import { query, type Schema, transaction } from "../database/index.ts";
import { Entity } from "../entity/index.ts";
import { AppError } from "../error/index.ts";
import { createID, type IDKind } from "../id/index.ts";
import { fn } from "../util/index.ts";
import { settle } from "./change.ts";
import { copyEntities, copyKinds, copyTypes, type Ids } from "./copy-rows.ts";
import { checkDepth, heightOf, requirePlace } from "./place.ts";
import { Copy } from "./schema.ts";

const MAX_ENTITIES = 10_000;
const copied: Record<string, IDKind> = {
  project: "project",
  file: "file",
  table: "table",
  script: "script",
  model: "model",
  notebook: "notebook",
  media: "media",
};

type Original = { id: string; kind: string; name: string; parent_id: string | null };

/**
 * Makes a project like another one, with the projects, files, tables, scripts, notebooks and media in it. Bytes are shared: nobody ever changes an object, so
 * a copy is rows and takes as long for a terabyte as for nothing. Grants are not copied, nor what lies in the trash, nor tables
 * that have no rows yet.
 */
export const copy = fn(z.object({ id: z.string(), as: Copy }), ({ id, as: { name, visibility, ...to } }) =>
  transaction(async (tx): Promise<string> => {
    const original = await Entity.get(id, "project");
    Access.check(await Access.require(id, "read"), "transfer");
    const place = await requirePlace(to);
    if (place.parentID) await checkDepth(tx, { parentID: place.parentID, height: await heightOf(tx, id) });
    const originals = await read(id);
    const ids = new Map(originals.map((one) => [one.id, createID(copied[one.kind] ?? "project")]));
    const madeID = ids.get(id) ?? createID("project");
    await copyEntities(tx, { ids, rootID: id, place });
    if (name !== undefined) await tx.updateTable("entity").set({ name }).where("id", "=", madeID).execute();
    await copyKinds(tx, ids);
    await copyTypes(tx, { ids, rootID: id, parentID: place.parentID });
    await Attribute.welcome({ id: madeID, kind: "project", from: null, to: place.parentID });
    await copyScopes(tx, { originals, ids, rootID: id, parentID: place.parentID });
    await settle(madeID, { placeID: place.id, name: name ?? original.name });
    if (place.team) await Access.openToTeam(tx, madeID, place.team);
    if (visibility !== undefined) {
      await Access.require(madeID, "share");
      await Access.setVisibility(madeID, visibility);
    }
    await record({ type: "project.copied", entityID: madeID, parameters: { from: id, entities: originals.length } });
    return madeID;
  }),
);

/** The project and what is in it, outermost first. Rights only add up, so whoever reads the project reads all of it. */
async function read(id: string): Promise<Original[]> {
  const found = await query((db) =>
    sql<Original>`
      with recursive inside (id, kind, name, parent_id, step) as (
        select e.id, e.kind, e.name, e.parent_id, 0 from entity e where e.id = ${id}
        union all
        select e.id, e.kind, e.name, e.parent_id, i.step + 1 from inside i join entity e on e.parent_id = i.id
        where i.kind = 'project' and e.kind = any (${Object.keys(copied)}) and e.deleted_at is null
          and (e.kind <> 'table' or exists (select from table_ t where t.id = e.id and t.current_version is not null))
      )
      select id, kind, name, parent_id from inside order by step limit ${MAX_ENTITIES + 1}`.execute(db),
  );
  if (found.rows.length <= MAX_ENTITIES) return found.rows;
  throw new AppError(
    "unprocessable",
    "project.too_large_to_copy",
    `A copy holds at most ${MAX_ENTITIES} things. Copy the projects inside it one by one.`,
  );
}

/** Each project is a scope and has an address; its place is known before it, because the outermost come first. */
async function copyScopes(
  tx: Transaction<Schema>,
  { originals, ids, rootID, parentID }: { originals: Original[]; ids: Ids; rootID: string; parentID: string | null },
): Promise<void> {
  for (const { id, kind, name, parent_id } of originals) {
    const madeID = ids.get(id);
    if (kind !== "project" || madeID === undefined) continue;
    const outerID = id === rootID ? parentID : (ids.get(parent_id ?? "") ?? null);
    if (outerID) await Access.nestScope(tx, madeID, outerID);
    else await Access.createScope(tx, madeID);
    if (id !== rootID && outerID) await settle(madeID, { placeID: outerID, name });
  }
}
