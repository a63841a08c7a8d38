import { sql } from "kysely";
import { z } from "zod";
import { Access, Team } from "../access/index.ts";
import * as Actor from "../actor/index.ts";
import { record } from "../audit/record.ts";
import { query, transaction } from "../database/index.ts";
import { AppError } from "../error/index.ts";
import { fn } from "../util/index.ts";
import { type Namespace, Slug } from "./schema.ts";

/** Where the actor may put projects: their own namespace first, then those of the teams they are in. */
export async function namespaces(): Promise<Namespace[]> {
  const { userID } = Actor.user();
  const own = Access.personalGroup(userID);
  const found = await query((db) =>
    sql<Namespace>`
      select g.id, n.slug, g.name, g.kind from "group" g join namespace n on n.group_id = g.id and n.is_current
      where g.id = any (${Team.mine()}) and g.kind in ('personal', 'team') and g.deleted_at is null
        and (g.kind = 'team' or g.id = ${own})
      order by g.kind, lower(g.name) collate "C", g.id`.execute(db),
  );
  return found.rows;
}

/** The namespace that was named, by id or slug, if the actor may put projects there; without a name their own. */
export async function requireNamespace(named: string | undefined): Promise<Namespace> {
  const own = Access.personalGroup(Actor.userID());
  const wanted = named ?? own;
  const found = (await namespaces()).find(({ id, slug }) => id === wanted || slug === wanted);
  if (found) return found;
  throw new AppError("unprocessable", "project.no_such_namespace", "You can put projects into no such namespace.", {
    fields: [{ path: "/namespace", message: "Neither yours nor that of a group you are in" }],
  });
}

/** Gives a namespace another address. The old one leads to it for ever, and nobody else can have it. */
export const renameNamespace = fn(z.object({ id: z.string(), slug: Slug }), ({ id, slug }) =>
  transaction(async (tx): Promise<Namespace> => {
    await mayRename(id);
    await tx.updateTable("namespace").set({ is_current: false }).where("group_id", "=", id).execute();
    const claimed = await tx
      .insertInto("namespace")
      .values({ slug, group_id: id })
      .onConflict((conflict) =>
        conflict.column("slug").doUpdateSet({ is_current: true }).where("namespace.group_id", "=", id),
      )
      .executeTakeFirst();
    if (claimed.numInsertedOrUpdatedRows === 0n) throw taken("namespace.slug_taken");
    await record({ type: "namespace.renamed", parameters: { groupId: id, slug } });
    const { name, kind } = await tx
      .selectFrom("group")
      .select(["name", "kind"])
      .where("id", "=", id)
      .executeTakeFirstOrThrow();
    return { id, slug, name, kind: kind === "personal" ? "personal" : "team" };
  }),
);

async function mayRename(groupID: string): Promise<void> {
  if (groupID === Access.personalGroup(Actor.user().userID)) return Access.mayDo("manage");
  return Team.lead(groupID);
}

export const taken = (code: string): AppError =>
  new AppError("conflict", code, "This address is taken, now or by an old link. Choose another.", {
    fields: [{ path: "/slug", message: "Taken" }],
  });
