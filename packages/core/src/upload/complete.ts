import { z } from "zod";
import { agreed } from "../attribute/begin.ts";
import { query, type Row, transaction } from "../database/index.ts";
import { Entity } from "../entity/index.ts";
import { AppError } from "../error/index.ts";
import { SNIFF_BYTES, sniff } from "../file/sniff.ts";
import { Objects } from "../object/index.ts";
import { fn } from "../util/index.ts";
import { drop } from "./discard.ts";
import { ended, own } from "./own.ts";
import { STORED_TYPE, verify } from "./parts.ts";

export const Complete = z.strictObject({
  parts: z.array(z.strictObject({ number: z.number().int().positive(), etag: z.string().max(200) })).max(10_000),
  /** Of the whole file, as S3 writes it; refused when the bytes that arrived have another. */
  crc64nvme: z
    .string()
    .regex(/^[A-Za-z0-9+/]{11}=$/, "The CRC64NVME, eight bytes in base64")
    .optional(),
  /** Of the whole file, by a client that computed it while it sent; the same as declared at the beginning, where it was. */
  sha256: z
    .string()
    .regex(/^[0-9a-f]{64}$/, "64 hexadecimal digits in lower case")
    .optional(),
});
type Checked = Pick<z.infer<typeof Complete>, "parts" | "crc64nvme">;

/**
 * Makes a file of an upload whose parts have all arrived, and answers its id. Repeating it answers the same file: a crash
 * after any step leaves something the next call goes on from.
 */
export const complete = fn(Complete.extend({ id: z.string() }), async ({ id, ...sent }): Promise<string> => {
  const upload = await own(id, "create");
  if (upload.state === "completed") return upload.file_id;
  if (upload.state === "aborted") throw ended(upload.state);
  const sha256 = upload.sha256 ?? sent.sha256 ?? null;
  if (sent.sha256 && sent.sha256 !== sha256) throw changed();
  const etag = upload.part_count === 0 ? await storeEmpty(upload, sent) : await join(upload, sent);
  return register({ ...upload, sha256 }, { etag, contentType: await contentTypeOf(upload) });
});

async function storeEmpty(upload: Row<"upload">, { parts }: Checked): Promise<string> {
  verify({ bytes: 0, partBytes: upload.part_bytes, partCount: 0 }, parts, []);
  return (await Objects.put(upload.key, "", STORED_TYPE)).etag;
}

async function contentTypeOf({ key, bytes, name, content_type }: Row<"upload">): Promise<string> {
  const head = bytes === 0 ? new Uint8Array() : await Objects.range(key, 0, Math.min(bytes, SNIFF_BYTES));
  return sniff(head, { name, declared: content_type });
}

async function join(upload: Row<"upload">, { parts, crc64nvme }: Checked): Promise<string> {
  if (upload.multipart_id === null) throw lost();
  const target = { key: upload.key, multipartID: upload.multipart_id };
  const arrived = await Objects.listParts(target);
  if (arrived) {
    verify({ bytes: upload.bytes, partBytes: upload.part_bytes, partCount: upload.part_count }, parts, arrived);
    await Objects.complete(target, arrived, { crc64nvme });
  }
  // Completed by us just now, by a request beside this one, or by one that crashed before it could say so.
  const stored = await Objects.head(upload.key);
  if (stored?.bytes !== upload.bytes) throw lost();
  return stored.etag;
}

type Stored = { etag: string; contentType: string };

const register = (upload: Row<"upload">, { etag, contentType }: Stored): Promise<string> =>
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
      agreed: await agreed(upload.project_id, "file", upload.attributes),
      createdBy: upload.created_by,
    });
    await tx
      .insertInto("file")
      .values({
        id: upload.file_id,
        bytes: upload.bytes,
        content_type: contentType,
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

const changed = () =>
  new AppError("unprocessable", "upload.changed", "The SHA-256 is not the one declared at the beginning.", {
    fields: [{ path: "/sha256", message: "Another one was declared" }],
  });
const lost = () => new AppError("conflict", "upload.lost", "The parts of this upload are gone. Start a new upload.");
