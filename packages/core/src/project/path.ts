import { sql, type Transaction } from "kysely";
import { z } from "zod";
import { Access } from "../access/index.ts";
import { query, type Schema } from "../database/index.ts";
import { slugOf } from "../entity/slug.ts";
import { AppError } from "../error/index.ts";
import { fn } from "../util/index.ts";
import { taken } from "./namespace.ts";

const TRIES = 50;

/** Takes an address in a place for a project: the wanted one, or where it only follows from the name, one like it. */
export async function claim(
  tx: Transaction<Schema>,
  { placeID, projectID, name, slug }: { placeID: string; projectID: string; name: string; slug?: string | undefined },
): Promise<string> {
  await tx.updateTable("project_path").set({ is_current: false }).where("project_id", "=", projectID).execute();
  const wanted = slug ?? slugOf(name);
  for (let attempt = 1; attempt <= (slug === undefined ? TRIES : 1); attempt++) {
    // Many projects of one name: after a few, the id tells them apart, so that nobody has to count far.
    const suffix =
      attempt === 1 ? "" : attempt < 10 ? `-${attempt}` : `-${projectID.slice(-8).toLowerCase()}${attempt}`;
    const tried = `${wanted}${suffix}`;
    if (await take(tx, placeID, tried, projectID)) return tried;
  }
  throw taken("project.slug_taken");
}

/** Two who want the same address at once: the key of the table lets one have it. One's own old address comes back. */
async function take(tx: Transaction<Schema>, placeID: string, slug: string, projectID: string): Promise<boolean> {
  const made = await tx
    .insertInto("project_path")
    .values({ place_id: placeID, slug, project_id: projectID })
    .onConflict((conflict) =>
      conflict
        .columns(["place_id", "slug"])
        .doUpdateSet({ is_current: true })
        .where("project_path.project_id", "=", projectID),
    )
    .executeTakeFirst();
  return made.numInsertedOrUpdatedRows === 1n;
}

/** The project that an address leads to or once led to. What the actor may not see is not there. */
export const resolve = fn(z.string().max(2_000), async (path): Promise<string> => {
  const [namespace, ...slugs] = path.split("/").filter((part) => part !== "");
  if (namespace === undefined || slugs.length === 0) throw noSuchPath();
  const found = await query((db) =>
    sql<{ id: string }>`
      with recursive walk (id, step) as (
        select n.group_id, 0 from namespace n where n.slug = ${namespace}
        union all
        select p.project_id, w.step + 1 from walk w
        join project_path p on p.place_id = w.id and p.slug = (${slugs}::text[])[w.step + 1]
      )
      select id from walk where step = ${slugs.length}`.execute(db),
  );
  const id = found.rows[0]?.id;
  if (id === undefined || (await Access.effective(id)) === 0) throw noSuchPath();
  return id;
});

const noSuchPath = () =>
  new AppError("not_found", "project.not_found", "There is no project at this address that you can see.");
