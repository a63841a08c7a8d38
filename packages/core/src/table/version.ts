import { sql } from "kysely";
import { z } from "zod";
import { Access } from "../access/index.ts";
import { query } from "../database/index.ts";
import { AppError } from "../error/index.ts";
import { Paging } from "../paging/index.ts";
import { fn } from "../util/index.ts";
import { diffVersions, VersionDiff } from "./diff.ts";
import { Column, ImportReport } from "./schema.ts";

export const VersionItem = z.object({
  version: z.number().int(),
  rows: z.number().int(),
  bytes: z.number().int(),
  columns: z.number().int(),
  createdAt: z.iso.datetime(),
  createdBy: z.object({ id: z.string(), name: z.string() }).nullable(),
  runId: z.string(),
  source: z.object({ fileId: z.string(), name: z.string() }).nullable(),
});
export type VersionItem = z.infer<typeof VersionItem>;

/** One version in full, and what it changed. */
export const Version = VersionItem.extend({
  columns: z.array(Column),
  report: ImportReport,
  diff: VersionDiff.nullable(),
});
export type Version = z.infer<typeof Version>;

export const ListVersions = z.object({ id: z.string(), limit: Paging.Limit, cursor: z.string().optional() });

/** A table's versions, newest first. What tells of the data takes the right to read it. */
export const versions = fn(
  ListVersions,
  async ({ id, limit, cursor }): Promise<{ items: VersionItem[]; next: string | null }> => {
    await requireTable(id);
    const before = cursor === undefined ? undefined : readCursor(cursor);
    const rows = await select(id, { before, limit: limit + 1 });
    const page = rows.slice(0, limit);
    const last = page.at(-1);
    return {
      items: await Promise.all(page.map(toItem)),
      next: rows.length > limit && last ? String(last.version) : null,
    };
  },
);

/** One version, with its difference to the one before it. */
export const version = fn(
  z.object({ id: z.string(), version: z.string() }),
  async ({ id, version: wanted }): Promise<Version> => {
    await requireTable(id);
    if (!isVersion(wanted)) throw noSuchVersion(wanted);
    const [row, before] = await select(id, { before: Number(wanted) + 1, limit: 2 });
    if (row?.version !== Number(wanted)) throw noSuchVersion(wanted);
    return {
      ...(await toItem(row)),
      columns: row.columns,
      report: row.report,
      diff: before ? diffVersions(before, row) : null,
    };
  },
);

const noSuchVersion = (wanted: string) =>
  new AppError("not_found", "table.no_such_version", `This table has no version ${wanted.slice(0, 20)}.`);

const isVersion = (text: string) => /^[1-9]\d{0,8}$/.test(text);

function readCursor(cursor: string): number {
  if (isVersion(cursor)) return Number(cursor);
  throw new AppError("input", "list.bad_cursor", "This cursor does not belong to this list. Start again without it.", {
    fields: [{ path: "/cursor", message: "Not a cursor of this list" }],
  });
}

async function requireTable(id: string): Promise<void> {
  await Access.require(id, "read");
  const found = await query((db) => db.selectFrom("table_").select("id").where("id", "=", id).executeTakeFirst());
  if (!found) throw Access.missing(id);
}

type Row = Awaited<ReturnType<typeof select>>[number];

/** A version's source is what its run was given, so it stays true when the table is imported again. */
const select = (id: string, { before, limit }: { before: number | undefined; limit: number }) =>
  query((db) =>
    db
      .selectFrom("table_version as v")
      .innerJoin("run as r", "r.id", "v.run_id")
      .leftJoin("user as u", "u.id", "r.requested_by")
      .leftJoin("entity as f", (join) =>
        join.onRef("f.id", "=", sql<string>`(r.inputs->>'fileId')`).on("f.deleted_at", "is", null),
      )
      .select([
        "v.version",
        "v.rows",
        "v.bytes",
        "v.columns",
        "v.report",
        "v.created_at",
        "v.run_id",
        "u.id as user_id",
        "u.name as user_name",
        "f.id as file_id",
        "f.name as file_name",
      ])
      .where("v.table_id", "=", id)
      .$if(before !== undefined, (select) => select.where("v.version", "<", before ?? 0))
      .orderBy("v.version", "desc")
      .limit(limit)
      .execute(),
  );

async function toItem(row: Row): Promise<VersionItem> {
  return {
    version: row.version,
    rows: row.rows,
    bytes: row.bytes,
    columns: row.columns.length,
    createdAt: row.created_at.toISOString(),
    createdBy: row.user_id === null ? null : { id: row.user_id, name: row.user_name ?? "" },
    runId: row.run_id,
    source: await visibleSource(row),
  };
}

async function visibleSource({ file_id: fileId, file_name: name }: Row): Promise<VersionItem["source"]> {
  if (fileId === null || name === null) return null;
  return (await Access.effective(fileId)) === 0 ? null : { fileId, name };
}
