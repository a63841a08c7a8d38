import { sql, type Transaction } from "kysely";
import { Access } from "../access/index.ts";
import { query, type Schema } from "../database/index.ts";
import { AppError } from "../error/index.ts";
import { requireNamespace } from "./namespace.ts";
import { MAX_DEPTH } from "./schema.ts";

export type Place = { id: string; parentID: string | null; team: string | null };

/** Where a project may be put, after the rights of the actor there. */
export async function requirePlace(to: {
  parentId?: string | undefined;
  namespace?: string | undefined;
}): Promise<Place> {
  if (to.parentId !== undefined) {
    await requireProject(to.parentId);
    await Access.require(to.parentId, "create");
    return { id: to.parentId, parentID: to.parentId, team: null };
  }
  Access.mayCreate();
  const { id, kind } = await requireNamespace(to.namespace);
  return { id, parentID: null, team: kind === "team" ? id : null };
}

async function requireProject(id: string): Promise<void> {
  const found = await query((db) => db.selectFrom("project").select("id").where("id", "=", id).executeTakeFirst());
  if (!found) throw Access.missing(id);
}

/** Refuses what would lie in itself, or too deep to be found again. `height` is how many levels go along. */
export async function checkDepth(
  tx: Transaction<Schema>,
  { parentID, moved, height }: { parentID: string; moved?: string; height: number },
): Promise<void> {
  const { ancestors } = await tx
    .selectFrom("scope")
    .select("ancestors")
    .where("id", "=", parentID)
    .forShare()
    .executeTakeFirstOrThrow();
  if (moved !== undefined && ancestors.includes(moved))
    throw new AppError("conflict", "project.cycle", "A project cannot lie in itself or in what is inside it.", {
      fields: [{ path: "/parentId", message: "Lies inside the project" }],
    });
  if (ancestors.length + height > MAX_DEPTH)
    throw new AppError("unprocessable", "project.too_deep", `Projects can lie ${MAX_DEPTH} deep at most.`, {
      fields: [{ path: "/parentId", message: `More than ${MAX_DEPTH} levels` }],
    });
}

/** How many levels a project is high: itself, and the projects inside it. */
export async function heightOf(tx: Transaction<Schema>, projectID: string): Promise<number> {
  const found = await sql<{ height: number }>`
    select max(array_length(s.ancestors, 1)) - (select array_length(ancestors, 1) from scope where id = ${projectID}) + 1 as height
    from scope s join project p on p.id = s.id where s.ancestors @> array[${projectID}]`.execute(tx);
  return found.rows[0]?.height ?? 1;
}
