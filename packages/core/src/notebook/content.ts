import { z } from "zod";
import { Access } from "../access/index.ts";
import { record } from "../audit/record.ts";
import { query, transaction } from "../database/index.ts";
import { Entity } from "../entity/index.ts";
import { AppError } from "../error/index.ts";
import { createID, idPattern } from "../id/index.ts";
import { Objects } from "../object/index.ts";
import { fn } from "../util/index.ts";
import { parse } from "./format.ts";
import { type Read, readInterface } from "./interface.ts";
import { CONTENT_TYPE, Taken, Upload } from "./schema.ts";
import { discarding, fetch, type Stored, store, write } from "./store.ts";
import { numberOf, versionOf } from "./version.ts";

const Wanted = z.object({ id: z.string(), version: z.string().optional() });

/** A URL for the bytes of a version, the current one by default, for five minutes. */
export const content = fn(Wanted, async ({ id, version }): Promise<{ url: string; expiresAt: string }> => {
  const { name } = await Entity.get(id, "notebook");
  await Access.require(id, "read");
  const { key } = await versionOf(id, version);
  const { url, expiresAt } = await Objects.presignGet(key, { name: `${name}.ipynb`, contentType: CONTENT_TYPE });
  return { url, expiresAt: expiresAt.toISOString() };
});

/** Where new content is put before it is taken. */
export const beginUpload = fn(
  Upload.extend({ id: z.string() }),
  async ({ id, ...file }): Promise<{ uploadId: string; url: string; headers: Record<string, string> }> => {
    await Entity.get(id, "notebook");
    await Access.require(id, "edit");
    const uploadId = createID("upload");
    return { uploadId, ...(await Objects.presignPut(uploadKey(id, uploadId), { ...file, contentType: CONTENT_TYPE })) };
  },
);

/** Makes what was uploaded the newest version. Who saw an older revision than the current one is told so. */
export const takeUpload = fn(
  Taken.extend({ id: z.string(), revision: z.number().int().optional() }),
  async ({ id, uploadId, revision }): Promise<void> => {
    const { revision: now } = await Entity.get(id, "notebook");
    await Access.require(id, "edit");
    if (revision !== undefined && revision !== now) throw stale();
    if (!idPattern("upload").test(uploadId)) throw noUpload(uploadId);
    const key = uploadKey(id, uploadId);
    const made = await store(id, await fetch(key));
    await discarding(made.key, () => replace({ id, revision, content: made }));
    await Objects.remove(key);
  },
);

/** Takes the content of an earlier version again, as the newest one. */
export const restoreVersion = fn(
  z.object({ id: z.string(), version: z.string(), revision: z.number().int().optional() }),
  async ({ id, version, revision }): Promise<void> => {
    await Entity.get(id, "notebook");
    await Access.require(id, "edit");
    const { key, bytes, sha256 } = await versionOf(id, String(numberOf(version)));
    // Objects never change, so that both versions have the same one.
    const read = readInterface(parse(await fetch(key)));
    await replace({ id, revision, content: { key, bytes, sha256, read }, restoredFrom: Number(version) });
  },
);

export type SourceOf = {
  name: string;
  stored: Omit<Stored, "read" | "sha256"> & { contentType: string };
  sha256: string;
  read: Read;
};

/** A version as it is to be run. No policy: for a run that was allowed to execute it, or to read it. */
export async function source(id: string, version?: number): Promise<SourceOf> {
  const { key, bytes, sha256 } = await versionOf(id, version === undefined ? undefined : String(version));
  const { name } = await query((db) =>
    db.selectFrom("entity").select("name").where("id", "=", id).executeTakeFirstOrThrow(),
  );
  const read = readInterface(parse(await fetch(key)));
  return { name, stored: { key, bytes, contentType: CONTENT_TYPE }, sha256, read };
}

type Replaced = { id: string; revision: number | undefined; content: Stored; restoredFrom?: number };

const replace = ({ id, revision, content: made, restoredFrom }: Replaced): Promise<void> =>
  transaction(async (tx) => {
    await Entity.update({ id, kind: "notebook", revision, patch: {} });
    const { name, description } = await tx
      .selectFrom("entity")
      .select(["name", "description"])
      .where("id", "=", id)
      .executeTakeFirstOrThrow();
    await write(tx, { id, name, description, content: made, ...(restoredFrom === undefined ? {} : { restoredFrom }) });
    await record({ type: "notebook.rewritten", entityID: id, parameters: { bytes: made.bytes } });
  });

const uploadKey = (id: string, uploadId: string): string => `uploads/${id}/${uploadId}.ipynb`;

const stale = () =>
  new AppError(
    "stale",
    "entity.stale",
    "Somebody changed this since you read it. Read it again and repeat the change.",
  );
const noUpload = (id: string) =>
  new AppError("input", "input.invalid", `/uploadId: ${JSON.stringify(id)} is no upload of this notebook.`, {
    fields: [{ path: "/uploadId", message: "The id that POST …/content answered" }],
  });
