import type { Kysely } from "kysely";
import { z } from "zod";
import { Access } from "../access/index.ts";
import { query, type Row, type Schema } from "../database/index.ts";
import { Entity } from "../entity/index.ts";
import { AppError } from "../error/index.ts";
import { Paging } from "../paging/index.ts";
import { fn } from "../util/index.ts";
import type { VersionItem } from "./schema.ts";

export const ListVersions = z.object({ id: z.string(), limit: Paging.Limit, cursor: z.string().optional() });

/** Every content a notebook has had, newest first. */
export const versions = fn(ListVersions, async ({ id, limit, cursor }): Promise<Paging.Page<VersionItem>> => {
  await Entity.get(id, "notebook");
  await Access.require(id, "read");
  const before = cursor === undefined ? undefined : numberOf(cursor);
  const rows = await query((db) =>
    versionsOf(db, id)
      .$if(before !== undefined, (some) => some.where("v.version", "<", before ?? 0))
      .orderBy("v.version", "desc")
      .limit(limit + 1)
      .execute(),
  );
  const page = rows.slice(0, limit);
  return { items: page.map(toItem), next: rows.length > limit ? String(page.at(-1)?.version) : null };
});

/** The row of a version, the current one by default. No policy. */
export async function versionOf(id: string, wanted?: string): Promise<Row<"notebook_version">> {
  const number = wanted === undefined ? undefined : numberOf(wanted);
  const row = await query((db) =>
    db
      .selectFrom("notebook_version as v")
      .innerJoin("notebook as n", "n.id", "v.notebook_id")
      .selectAll("v")
      .where("v.notebook_id", "=", id)
      .where((where) => where("v.version", "=", number === undefined ? where.ref("n.version") : where.val(number)))
      .executeTakeFirst(),
  );
  if (!row) throw noSuchVersion(wanted ?? "");
  return row;
}

export function numberOf(text: string): number {
  if (/^[1-9]\d{0,8}$/.test(text)) return Number(text);
  throw noSuchVersion(text);
}

const noSuchVersion = (wanted: string) =>
  new AppError("not_found", "notebook.no_such_version", `This notebook has no version ${wanted.slice(0, 20)}.`);

const versionsOf = (db: Kysely<Schema>, id: string) =>
  db
    .selectFrom("notebook_version as v")
    .innerJoin("user as u", "u.id", "v.created_by")
    .select(["v.version", "v.bytes", "v.sha256", "v.kernel", "v.language", "v.cells"])
    .select(["v.restored_from", "v.created_by", "v.created_at", "u.name as creator"])
    .where("v.notebook_id", "=", id);

type VersionRow = Awaited<ReturnType<ReturnType<typeof versionsOf>["execute"]>>[number];

const toItem = ({ restored_from, created_by, creator, created_at, ...row }: VersionRow): VersionItem => ({
  ...row,
  restoredFrom: restored_from,
  createdBy: { id: created_by, name: creator },
  createdAt: created_at.toISOString(),
});
