import { z } from "zod";
import { Access } from "../access/index.ts";
import { record } from "../audit/record.ts";
import { transaction } from "../database/index.ts";
import { Entity } from "../entity/index.ts";
import { AppError } from "../error/index.ts";
import { File } from "../file/index.ts";
import { fn } from "../util/index.ts";

const MOST = 100;
export const Attach = z.strictObject({ fileId: z.string().max(64), name: Entity.Name.optional() });

/** Puts a file beside media, under a name of its own: calibration, notes, what a recorder wrote. Its bytes are the file's. */
export const attach = fn(Attach.extend({ id: z.string() }), ({ id, fileId, name }) =>
  transaction(async (tx): Promise<void> => {
    await Entity.get(id, "media");
    await Access.require(id, "edit");
    const file = await File.get(fileId);
    Access.check(await Access.require(fileId, "read"), "transfer");
    const { key } = await File.location(fileId);
    const taken = await tx.selectFrom("media_rendition").select(["name", "role"]).where("media_id", "=", id).execute();
    if (taken.filter(({ role }) => role === "attachment").length >= MOST)
      throw new AppError("conflict", "media.too_many_attachments", `Media have at most ${MOST} attachments.`);
    const called = name ?? file.name;
    if (taken.some((one) => one.name === called))
      throw new AppError("conflict", "media.attachment_taken", "Something of this name is there already.", {
        fields: [{ path: "/name", message: "Is taken" }],
      });
    await tx
      .insertInto("media_rendition")
      .values({
        ...{ media_id: id, name: called, role: "attachment", key, bytes: file.bytes, mime: file.contentType },
        ...{ index_key: null, width: null, height: null, frames: null, codec: null, bit_rate: null },
        sha256: file.sha256?.value ?? null,
        details: JSON.stringify({ fileId }),
      })
      .execute();
    await Entity.touch(id);
    await record({ type: "media.attached", entityID: id, parameters: { fileId } });
  }),
);

/** The file itself stays where it lies. */
export const detach = fn(z.object({ id: z.string(), name: z.string().max(255) }), ({ id, name }) =>
  transaction(async (tx): Promise<void> => {
    await Entity.get(id, "media");
    await Access.require(id, "edit");
    const gone = await tx
      .deleteFrom("media_rendition")
      .where("media_id", "=", id)
      .where("name", "=", name)
      .where("role", "=", "attachment")
      .executeTakeFirst();
    if (gone.numDeletedRows === 0n)
      throw new AppError("not_found", "media.no_such_attachment", "There is no such attachment of this.");
    await record({ type: "media.detached", entityID: id });
  }),
);
