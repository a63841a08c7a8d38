import { type Kysely, sql } from "kysely";
import { z } from "zod";
import { Access } from "../access/index.ts";
import { query, type Schema } from "../database/index.ts";
import { Entity } from "../entity/index.ts";
import { AppError } from "../error/index.ts";
import { Paging } from "../paging/index.ts";
import { fn } from "../util/index.ts";
import type { Version, VersionItem } from "./schema.ts";

export const ListVersions = z.object({ id: z.string(), limit: Paging.Limit, cursor: z.string().optional() });

/** Every source a script has had, newest first. */
export const versions = fn(
  ListVersions,
  async ({ id, limit, cursor }): Promise<{ items: VersionItem[]; next: string | null }> => {
    await requireScript(id);
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
  },
);

export const version = fn(
  z.object({ id: z.string(), version: z.string() }),
  async ({ id, version: wanted }): Promise<Version> => {
    await requireScript(id);
    const number = numberOf(wanted);
    const row = await query((db) =>
      versionsOf(db, id).select("v.source").where("v.version", "=", number).executeTakeFirst(),
    );
    if (!row) throw noSuchVersion(wanted);
    return { ...toItem(row), source: row.source };
  },
);

async function requireScript(id: string): Promise<void> {
  await Entity.get(id, "script");
  await Access.require(id, "read");
}

function numberOf(text: string): number {
  if (/^[1-9]\d{0,8}$/.test(text)) return Number(text);
  throw noSuchVersion(text);
}

const noSuchVersion = (wanted: string) =>
  new AppError("not_found", "script.no_such_version", `This script has no version ${wanted.slice(0, 20)}.`);

const versionsOf = (db: Kysely<Schema>, id: string) =>
  db
    .selectFrom("script_version as v")
    .innerJoin("user as u", "u.id", "v.created_by")
    .select([
      ...(["v.version", "v.language", "v.sha256", "v.restored_from", "v.created_by", "v.created_at"] as const),
      "u.name as creator",
      sql<number>`octet_length(v.source)`.as("bytes"),
    ])
    .where("v.script_id", "=", id);

type Row = Awaited<ReturnType<ReturnType<typeof versionsOf>["execute"]>>[number];

const toItem = (row: Row): VersionItem => ({
  version: row.version,
  language: row.language,
  sha256: row.sha256,
  bytes: row.bytes,
  restoredFrom: row.restored_from,
  createdBy: { id: row.created_by, name: row.creator },
  createdAt: row.created_at.toISOString(),
});
