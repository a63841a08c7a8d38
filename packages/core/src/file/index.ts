import { sql } from "kysely";
import { z } from "zod";
import { Access } from "../access/index.ts";
import { record } from "../audit/record.ts";
import * as Config from "../config/index.ts";
import { query, type Row } from "../database/index.ts";
import { Entity } from "../entity/index.ts";
import { Objects } from "../object/index.ts";
import { fn } from "../util/index.ts";
import { servedType } from "./markup.ts";

export * as File from "./index.ts";
export { SNIFF_BYTES, sniff } from "./sniff.ts";

export const Info = Entity.Info.extend({
  bytes: z.number().int(),
  /** What the first bytes speak for; what was declared counts only where they say nothing. */
  contentType: z.string(),
  /** `declared` is what the uploader said; `verified` what a job found when it read the bytes. */
  sha256: z.object({ value: z.string(), state: z.enum(["declared", "verified"]) }).nullable(),
});
export type Info = z.infer<typeof Info>;

export const get = fn(z.string(), async (id): Promise<Info> => {
  const entity = await Entity.get(id, "file");
  const file = await read(id);
  return {
    ...entity,
    bytes: file.bytes,
    contentType: file.content_type,
    sha256: file.sha256 ? { value: file.sha256, state: file.sha256_verified_at ? "verified" : "declared" } : null,
  };
});

/** A URL for the bytes, for five minutes; what a browser could run comes as plain bytes. */
export const download = fn(z.string(), async (id): Promise<{ url: string; expiresAt: string }> => {
  await Entity.get(id, "file");
  await Access.require(id, "transfer");
  await record({ type: "file.downloaded", entityID: id });
  return signed(id);
});

/** The same. No policy: for who was allowed to have it as a part of something else. */
export async function signed(id: string): Promise<{ url: string; expiresAt: string }> {
  const { key, name, contentType } = await location(id);
  const { url, expiresAt } = await Objects.presignGet(key, { name, contentType: servedType(contentType) });
  return { url, expiresAt: expiresAt.toISOString() };
}

/** Where a file's bytes lie. No policy: for the steps of a run that was allowed to read it. */
export async function location(
  id: string,
): Promise<{ bucket: string; key: string; bytes: number; name: string; contentType: string; etag: string }> {
  const row = await query((db) =>
    db
      .selectFrom("file as f")
      .innerJoin("entity as e", "e.id", "f.id")
      .select(["f.key", "f.bytes", "f.content_type", "f.etag", "e.name"])
      .where("f.id", "=", id)
      .executeTakeFirst(),
  );
  if (!row) throw Access.missing(id);
  return {
    bucket: Config.objectsBucket(),
    key: row.key,
    bytes: row.bytes,
    name: row.name,
    contentType: row.content_type,
    etag: row.etag,
  };
}

/** A job has read every byte. No policy: for the steps of a run. False when the uploader had declared another hash. */
export async function verify(id: string, sha256: string): Promise<boolean> {
  const changed = await query((db) =>
    db
      .updateTable("file")
      .set({ sha256, sha256_verified_at: sql<Date>`now()` })
      .where("id", "=", id)
      .where((where) => where.or([where("sha256", "is", null), where("sha256", "=", sha256)]))
      .executeTakeFirst(),
  );
  return changed.numUpdatedRows > 0n;
}

async function read(id: string): Promise<Row<"file">> {
  const row = await query((db) => db.selectFrom("file").selectAll().where("id", "=", id).executeTakeFirst());
  if (!row) throw Access.missing(id);
  return row;
}
