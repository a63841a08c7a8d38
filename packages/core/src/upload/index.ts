import { sql } from "kysely";
import { z } from "zod";
import { Access } from "../access/index.ts";
import * as Actor from "../actor/index.ts";
import { Attribute } from "../attribute/index.ts";
import { record } from "../audit/record.ts";
import { query, type Row, transaction } from "../database/index.ts";
import { Entity } from "../entity/index.ts";
import { AppError } from "../error/index.ts";
import { createID } from "../id/index.ts";
import { Objects } from "../object/index.ts";
import { fn } from "../util/index.ts";
import { discard } from "./discard.ts";
import { ended, own } from "./own.ts";
import { lengthOf, MAX_BYTES, planOf, STORED_TYPE } from "./parts.ts";

export { Complete, complete } from "./complete.ts";
export { sweep } from "./discard.ts";
export * as Upload from "./index.ts";

const FIRST_PARTS = 100;
const KEEP_DAYS = 7;
/** One's own in one project: what is forgotten must not pile up for a week. */
const MAX_OPEN = 1_000;

export const Create = z.strictObject({
  projectId: z.string(),
  name: Entity.Name,
  bytes: z.number().int().min(0).max(MAX_BYTES, "A file has at most 5 TiB"),
  contentType: z
    .string()
    .max(255)
    .regex(/^[\w!#$&^.+-]+\/[\w!#$&^.+-]+(;[\x20-\x7e]*)?$/, "A media type such as text/csv")
    .default("application/octet-stream"),
  sha256: z
    .string()
    .regex(/^[0-9a-f]{64}$/, "64 hexadecimal digits in lower case")
    .optional(),
  /** What the project asks of a file; refused here, before a byte is sent. */
  attributes: Attribute.Given.optional(),
});

export const Info = z.object({
  id: z.string(),
  state: z.enum(["open", "completed", "aborted"]),
  projectId: z.string(),
  fileId: z.string(),
  name: z.string(),
  bytes: z.number().int(),
  contentType: z.string(),
  partBytes: z.number().int(),
  partCount: z.number().int(),
  createdAt: z.iso.datetime(),
  expiresAt: z.iso.datetime(),
});
export type Info = z.infer<typeof Info>;

export const PartURL = z.object({ number: z.number().int(), bytes: z.number().int(), url: z.string() });
export type PartURL = z.infer<typeof PartURL>;

export const Arrived = z.object({
  number: z.number().int(),
  bytes: z.number().int(),
  etag: z.string(),
  crc64nvme: z.string().optional(),
});

/** Of one part, as S3 writes it. */
export const CRC64NVME = z.string().regex(/^[A-Za-z0-9+/]{11}=$/, "A CRC-64/NVME, its eight bytes in base64");

/** Says what will be sent. Nothing is stored in S3 yet: `begin` does that, outside of any transaction. */
export const create = fn(Create, ({ projectId, name, bytes, contentType, sha256, attributes = {} }) =>
  transaction(async (tx): Promise<string> => {
    Access.check(await Access.require(projectId, "create"), "transfer");
    await refuseTooMany(projectId);
    await Attribute.initial(projectId, "file", attributes);
    const fileID = createID("file");
    const plan = planOf(bytes);
    const row = await tx
      .insertInto("upload")
      .values({
        id: createID("upload"),
        project_id: projectId,
        file_id: fileID,
        created_by: Actor.userID(),
        name,
        bytes,
        content_type: contentType,
        sha256: sha256 ?? null,
        attributes: JSON.stringify(attributes),
        part_bytes: plan.partBytes,
        part_count: plan.partCount,
        key: `files/${fileID}`,
        multipart_id: null,
        state: "open",
        expires_at: sql<Date>`now() + make_interval(days => ${KEEP_DAYS})`,
      })
      .returning("id")
      .executeTakeFirstOrThrow();
    await record({ type: "upload.begun", entityID: projectId, parameters: { uploadId: row.id } });
    return row.id;
  }),
);

/** Opens the upload at S3 where that has not happened, and signs the first parts. */
export const begin = fn(z.string(), async (id): Promise<Info & { parts: PartURL[] }> => {
  const row = await own(id, "create");
  if (row.state !== "open") return { ...toInfo(row), parts: [] };
  const numbers = Array.from({ length: Math.min(row.part_count, FIRST_PARTS) }, (_, index) => index + 1);
  return { ...toInfo(row), parts: await sign(row, numbers) };
});

/** An upload and which of its parts have arrived: what a client needs to go on after a crash. */
export const get = fn(z.string(), async (id): Promise<Info & { parts: z.infer<typeof Arrived>[] }> => {
  const row = await own(id, "see");
  if (row.state !== "open" || row.multipart_id === null) return { ...toInfo(row), parts: [] };
  const parts = await Objects.listParts({ key: row.key, multipartID: row.multipart_id });
  if (parts) return { ...toInfo(row), parts };
  // A crash came between S3's joining the parts and our noting it: nothing is left to send, completing again notes it.
  const joined = (await Objects.head(row.key))?.bytes === row.bytes;
  return { ...toInfo(row), state: joined ? "completed" : row.state, parts: [] };
});

/** One's own uploads that wait for parts, the latest first. */
export const list = fn(
  z.object({
    projectID: z.string(),
    limit: z.number().int().min(1).max(1_000).default(50),
    before: z.string().optional(),
  }),
  async ({ projectID, limit, before }): Promise<{ items: Info[]; next: string | null }> => {
    await Access.require(projectID, "see");
    const rows = await query((db) =>
      db
        .selectFrom("upload")
        .selectAll()
        .where("project_id", "=", projectID)
        .where("created_by", "=", Actor.userID())
        .where("state", "=", "open")
        .$if(before !== undefined, (some) => some.where("id", "<", before ?? ""))
        .orderBy("id", "desc")
        .limit(limit + 1)
        .execute(),
    );
    const items = rows.slice(0, limit).map(toInfo);
    return { items, next: rows.length > limit ? (items.at(-1)?.id ?? null) : null };
  },
);

/** Fresh URLs for some parts: the first ones last an hour. */
export const signParts = fn(
  z.object({
    id: z.string(),
    numbers: z.array(z.number().int().positive()).nonempty().max(1_000),
    crc64nvme: z.array(CRC64NVME).optional(),
  }),
  async ({ id, numbers, crc64nvme }): Promise<{ parts: PartURL[] }> => {
    const row = await own(id, "create");
    if (row.state !== "open") throw ended(row.state);
    const beyond = numbers.findIndex((number) => number > row.part_count);
    if (beyond >= 0) {
      throw new AppError("unprocessable", "upload.no_such_part", `This upload has ${row.part_count} parts.`, {
        fields: [{ path: `/numbers/${beyond}`, message: "There is no such part" }],
      });
    }
    if (crc64nvme && crc64nvme.length !== numbers.length) {
      throw new AppError("input", "input.invalid", "There must be one checksum for each part.", {
        fields: [{ path: "/crc64nvme", message: `${crc64nvme.length} checksums for ${numbers.length} parts` }],
      });
    }
    return { parts: await sign(row, numbers, crc64nvme) };
  },
);

/** Gives up an upload; what has arrived of it is dropped. */
export const remove = fn(z.string(), async (id): Promise<void> => {
  const row = await own(id, "create");
  if (row.state === "completed") throw ended(row.state);
  await discard(row);
});

async function refuseTooMany(projectID: string): Promise<void> {
  const { open } = await query((db) =>
    db
      .selectFrom("upload")
      .select((eb) => eb.fn.countAll<number>().as("open"))
      .where("project_id", "=", projectID)
      .where("created_by", "=", Actor.userID())
      .where("state", "=", "open")
      .executeTakeFirstOrThrow(),
  );
  if (Number(open) < MAX_OPEN) return;
  throw new AppError(
    "limit",
    "upload.too_many_open",
    `You have ${open} unfinished uploads in this project. Complete them or give them up before you begin more.`,
  );
}

async function sign(row: Row<"upload">, numbers: number[], crc64nvme: string[] = []): Promise<PartURL[]> {
  if (row.part_count === 0) return [];
  const target = { key: row.key, multipartID: row.multipart_id ?? (await openMultipart(row)) };
  const plan = { bytes: row.bytes, partBytes: row.part_bytes, partCount: row.part_count };
  return Promise.all(
    numbers.map(async (number, index) => {
      const bytes = lengthOf(plan, number);
      return { number, bytes, url: await Objects.presignPart(target, { number, bytes, crc64nvme: crc64nvme[index] }) };
    }),
  );
}

/** Two requests may open it at once; the first to write its id down wins, the other drops its own. */
async function openMultipart(row: Row<"upload">): Promise<string> {
  const multipartID = await Objects.createMultipart(row.key, STORED_TYPE, { ChecksumAlgorithm: "CRC64NVME" });
  const won = await query((db) =>
    db
      .updateTable("upload")
      .set({ multipart_id: multipartID })
      .where("id", "=", row.id)
      .where("multipart_id", "is", null)
      .executeTakeFirst(),
  );
  if (won.numUpdatedRows === 1n) return multipartID;
  await Objects.abort({ key: row.key, multipartID });
  const other = await query((db) =>
    db.selectFrom("upload").select("multipart_id").where("id", "=", row.id).executeTakeFirst(),
  );
  if (!other?.multipart_id) throw Access.missing(row.id);
  return other.multipart_id;
}

const toInfo = (row: Row<"upload">): Info => ({
  id: row.id,
  state: row.state,
  projectId: row.project_id,
  fileId: row.file_id,
  name: row.name,
  bytes: row.bytes,
  contentType: row.content_type,
  partBytes: row.part_bytes,
  partCount: row.part_count,
  createdAt: row.created_at.toISOString(),
  expiresAt: row.expires_at.toISOString(),
});
