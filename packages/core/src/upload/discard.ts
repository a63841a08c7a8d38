import { sql } from "kysely";
import { query, type Row } from "../database/index.ts";
import { log } from "../log/index.ts";
import { Objects } from "../object/index.ts";

const BATCH = 100;

type Target = Pick<Row<"upload">, "id" | "key" | "multipart_id">;

/** Ends an open upload without a file. False when it had ended otherwise. */
export async function discard(upload: Target): Promise<boolean> {
  const ended = await query((db) =>
    db
      .updateTable("upload")
      .set({ state: "aborted" })
      .where("id", "=", upload.id)
      .where("state", "=", "open")
      .executeTakeFirst(),
  );
  if (ended.numUpdatedRows === 0n) return false;
  await drop(upload);
  return true;
}

/** Parts and, where a crash came between S3's completing and ours, the object. What a crash leaves here, S3's lifecycle takes. */
export async function drop({ key, multipart_id }: Target): Promise<void> {
  if (multipart_id !== null) await Objects.abort({ key, multipartID: multipart_id });
  await Objects.remove(key);
}

/** Ends the uploads whose time has passed. */
export async function sweep(): Promise<number> {
  const expired = await query((db) =>
    db
      .selectFrom("upload")
      .select(["id", "key", "multipart_id"])
      .where("state", "=", "open")
      .where("expires_at", "<", sql<Date>`now()`)
      .orderBy("expires_at")
      .limit(BATCH)
      .execute(),
  );
  let count = 0;
  for (const upload of expired) {
    try {
      if (await discard(upload)) count++;
    } catch (error) {
      // The others must not wait for this one; its row says aborted, its parts go by lifecycle.
      log.warn("dropping an expired upload failed", { uploadID: upload.id, error });
    }
  }
  return count;
}
