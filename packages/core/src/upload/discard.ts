import { sql } from "kysely";
import { record } from "../audit/record.ts";
import { query, type Row, transaction } from "../database/index.ts";
import { log } from "../log/index.ts";
import { Objects } from "../object/index.ts";

const BATCH = 100;

type Target = Pick<Row<"upload">, "id" | "key" | "multipart_id" | "project_id">;

/** Ends an open upload without a file. False when it had ended otherwise. */
export async function discard(upload: Target): Promise<boolean> {
  if (!(await abort(upload))) return false;
  await drop(upload);
  return true;
}

const abort = ({ id, project_id }: Target): Promise<boolean> =>
  transaction(async (tx) => {
    const ended = await tx
      .updateTable("upload")
      .set({ state: "aborted" })
      .where("id", "=", id)
      .where("state", "=", "open")
      .executeTakeFirst();
    if (ended.numUpdatedRows === 0n) return false;
    await record({ type: "upload.given_up", entityID: project_id, parameters: { uploadId: id } });
    return true;
  });

/** Parts and, where a crash came between S3's completing and ours, the object. What a crash leaves here, S3's lifecycle takes. */
export async function drop({ key, multipart_id }: Pick<Target, "key" | "multipart_id">): Promise<void> {
  if (multipart_id !== null) await Objects.abort({ key, multipartID: multipart_id });
  await Objects.remove(key);
}

/** Ends the uploads whose time has passed. */
export async function sweep(): Promise<number> {
  const expired = await query((db) =>
    db
      .selectFrom("upload")
      .select(["id", "key", "multipart_id", "project_id"])
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
