import { createHash, randomBytes } from "node:crypto";
import { z } from "zod";
import { KeyScope } from "../access/privilege.ts";
import { query, type Row } from "../database/index.ts";
import { createID } from "../id/index.ts";

export const PREFIX_LENGTH = 12;

export const Info = z.object({
  id: z.string(),
  name: z.string(),
  prefix: z.string(),
  scopes: z.array(KeyScope),
  projectId: z.string().nullable(),
  expiresAt: z.iso.datetime().nullable(),
  lastUsedAt: z.iso.datetime().nullable(),
  createdAt: z.iso.datetime(),
});
export type Info = z.infer<typeof Info>;

/** A key for somebody. No policy. */
export async function insert(input: {
  userID: string;
  name: string;
  scopes: KeyScope[];
  expires: Date | null;
  projectID?: string | null;
}): Promise<Info & { key: string }> {
  const key = `atr_${randomBytes(32).toString("base64url")}`;
  const row = await query((db) =>
    db
      .insertInto("api_key")
      .values({
        id: createID("apiKey"),
        user_id: input.userID,
        name: input.name,
        prefix: key.slice(0, PREFIX_LENGTH),
        hash: digest(key),
        scopes: [...new Set(input.scopes)],
        project_id: input.projectID ?? null,
        expires_at: input.expires,
        last_used_at: null,
      })
      .returningAll()
      .executeTakeFirstOrThrow(),
  );
  return { ...toInfo(row), key };
}

export async function keysOf(userID: string): Promise<Info[]> {
  const rows = await query((db) =>
    db.selectFrom("api_key").selectAll().where("user_id", "=", userID).orderBy("id", "desc").execute(),
  );
  return rows.map(toInfo);
}

export const digest = (key: string): Buffer => createHash("sha256").update(key).digest();

export const toInfo = (row: Row<"api_key">): Info => ({
  id: row.id,
  name: row.name,
  prefix: row.prefix,
  scopes: z.array(KeyScope).parse(row.scopes),
  projectId: row.project_id,
  expiresAt: row.expires_at?.toISOString() ?? null,
  lastUsedAt: row.last_used_at?.toISOString() ?? null,
  createdAt: row.created_at.toISOString(),
});
