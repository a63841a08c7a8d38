import { z } from "zod";
import * as Actor from "../actor/index.ts";
import { query, type Row } from "../database/index.ts";
import { Entity } from "../entity/index.ts";
import { AppError } from "../error/index.ts";
import * as Paging from "../paging/index.ts";
import { fn } from "../util/index.ts";
import { FunctionKind, type Info, RunnableKind } from "./schema.ts";

export * as Functions from "./index.ts";
export { put } from "./put.ts";
export { FunctionKind, Info, Interface, RunnableKind } from "./schema.ts";

/** The function that makes a table of a file; like the others of these it comes with the program. */
export const IMPORT_ID = "fun_00000000000000000000000001";
/** Makes a model of a table. */
export const TRAIN_ID = "fun_00000000000000000000000002";
/** Makes HTML and PDF of a notebook. */
export const EXPORT_ID = "fun_00000000000000000000000003";
/** Makes of a file what a player needs. */
export const TRANSCODE_ID = "fun_00000000000000000000000004";

/** Fetches a video or a picture from an address. */
export const IMPORT_URL_ID = "fun_00000000000000000000000005";
/** Makes a file of annotations. */
export const EXPORT_ANNOTATIONS_ID = "fun_00000000000000000000000006";
/** Makes annotations of a file. */
export const IMPORT_ANNOTATIONS_ID = "fun_00000000000000000000000007";

/** Runs an algorithm over media. */
export const ANALYZE_ID = "fun_00000000000000000000000008";

export const ListQuery = z.object({
  kind: FunctionKind.optional(),
  projectID: z.string().optional(),
  q: Entity.Text(1_000).optional(),
  limit: Paging.Limit,
  cursor: z.string().optional(),
});

/** What the actor may see of what can be run, by name; first what comes with the program, which is everybody's who is signed in. */
export const list = fn(ListQuery, async ({ kind, projectID, ...asked }): Promise<Paging.Page<Info>> => {
  Actor.user();
  const hasBuiltins = (kind ?? "builtin") === "builtin" && projectID === undefined && asked.cursor === undefined;
  const builtins = hasBuiltins ? await ofProgram(asked.q) : [];
  if (kind === "builtin") return { items: builtins, next: null };
  const kinds = kind === undefined ? [...RunnableKind.options] : [kind];
  const page =
    projectID === undefined
      ? await Entity.search({ ...asked, kinds, sort: "name" })
      : await Entity.list({ ...asked, projectID, kinds, sort: "name" });
  return { items: [...builtins, ...(await functionsOf(page.items))], next: page.next };
});

/** A function the actor may see: what comes with the program, or an entity that can be run. */
export const get = fn(z.string(), async (id): Promise<Info> => {
  Actor.user();
  const row = await query((db) => db.selectFrom("function").selectAll().where("id", "=", id).executeTakeFirst());
  if (row?.kind === "builtin") return ofBuiltin(row);
  if (row && row.entity_id !== null) return ofEntity(row, await Entity.get(row.entity_id, runnable(row.kind)));
  throw new AppError(
    "not_found",
    "function.not_found",
    `There is no function ${JSON.stringify(id.slice(0, 64))} that you can see.`,
  );
});

async function ofProgram(q = ""): Promise<Info[]> {
  const rows = await query((db) =>
    db.selectFrom("function").selectAll().where("kind", "=", "builtin").orderBy("name").execute(),
  );
  const sought = q.toLowerCase();
  return rows.filter(({ name }) => name.includes(sought)).map(ofBuiltin);
}

async function functionsOf(entities: Entity.Info[]): Promise<Info[]> {
  if (entities.length === 0) return [];
  const ids = entities.map(({ id }) => id);
  const rows = await query((db) => db.selectFrom("function").selectAll().where("id", "in", ids).execute());
  const byID = new Map(rows.map((row) => [row.id, row]));
  return entities.flatMap((entity) => {
    const row = byID.get(entity.id);
    return row ? [ofEntity(row, entity)] : [];
  });
}

function runnable(kind: FunctionKind): RunnableKind {
  if (kind === "builtin") throw new TypeError("A function of the program is no entity");
  return kind;
}

const ofBuiltin = (row: Row<"function">): Info => ({
  ...toInfo(row),
  name: row.name,
  description: row.description,
  projectId: null,
  privileges: ["see", "execute"],
});

const ofEntity = (row: Row<"function">, { name, description, projectId, privileges }: Entity.Info): Info => ({
  ...toInfo(row),
  name,
  description,
  projectId,
  privileges,
});

const toInfo = ({ id, kind, revision, signature, created_at }: Row<"function">) => ({
  id,
  kind,
  revision,
  signature,
  createdAt: created_at.toISOString(),
});
