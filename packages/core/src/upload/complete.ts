import { z } from "zod";
import { query, type Row, transaction } from "../database/index.ts";
import { Entity } from "../entity/index.ts";
import { AppError } from "../error/index.ts";
import { Objects } from "../object/index.ts";
import { fn } from "../util/index.ts";
import { drop } from "./discard.ts";
import { ended, own } from "./own.ts";
import { verify } from "./parts.ts";

export const Complete = z.strictObject({
  parts: z.array(z.strictObject({ number: z.number().int().positive(), etag: z.string().max(200) })).max(10_000),
});

/**
 * Makes a file of an upload whose parts have all arrived, and answers its id. Repeating it answers the same file: a crash
 * after any step leaves something the next call goes on from.
 */
export const complete = fn(Complete.extend({ id: z.string() }), async ({ id, parts }): Promise<string> => {
  const upload = await own(id, "create");
  if (upload.state === "completed") return upload.file_id;
  if (upload.state === "aborted") throw ended(upload.state);
  const etag = upload.part_count === 0 ? await storeEmpty(upload, parts) : await join(upload, parts);
  return register(upload, etag);
});

async function storeEmpty(upload: Row<"upload">, parts: { number: number; etag: string }[]): Promise<string> {
  verify({ bytes: 0, partBytes: upload.part_bytes, partCount: 0 }, parts, []);
  return (await Objects.put(upload.key, "", upload.content_type)).etag;
}

async function join(upload: Row<"upload">, parts: { number: number; etag: string }[]): Promise<string> {
  if (upload.multipart_id === null) throw lost();
  const target = { key: upload.key, multipartID: upload.multipart_id };
  const arrived = await Objects.listParts(target);
  if (arrived) {
    verify({ bytes: upload.bytes, partBytes: upload.part_bytes, partCount: upload.part_count }, parts, arrived);
    await Objects.complete(target, arrived);
  }
  // Completed by us just now, by a request beside this one, or by one that crashed before it could say so.
  const stored = await Objects.head(upload.key);
  if (stored?.bytes !== upload.bytes) throw lost();
  return stored.etag;
}

const register = (upload: Row<"upload">, etag: string): Promise<string> =>
  transaction(async (tx) => {
    const first = await tx
      .updateTable("upload")
      .set({ state: "completed" })
      .where("id", "=", upload.id)
      .where("state", "=", "open")
      .executeTakeFirst();
    if (first.numUpdatedRows === 0n) return registered(upload);
    await Entity.create({
      id: upload.file_id,
      kind: "file",
      parentID: upload.project_id,
      name: upload.name,
      createdBy: upload.created_by,
    });
    await tx
      .insertInto("file")
      .values({
        id: upload.file_id,
        bytes: upload.bytes,
        content_type: upload.content_type,
        key: upload.key,
        etag,
        sha256: upload.sha256,
        sha256_verified_at: null,
      })
      .execute();
    return upload.file_id;
  });

/** Another request ended the upload first: completed it, which is fine, or gave it up, and then its object must go too. */
async function registered(upload: Row<"upload">): Promise<string> {
  const now = await query((db) =>
    db.selectFrom("upload").select("state").where("id", "=", upload.id).executeTakeFirstOrThrow(),
  );
  if (now.state === "completed") return upload.file_id;
  await drop(upload);
  throw ended(now.state);
}

const lost = () => new AppError("conflict", "upload.lost", "The parts of this upload are gone. Start a new upload.");
