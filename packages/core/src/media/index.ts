import type { Transaction } from "kysely";
import { z } from "zod";
import { Access } from "../access/index.ts";
import { transaction } from "../database/index.ts";
import type { Schema } from "../database/schema.ts";
import { Entity } from "../entity/index.ts";
import { AppError } from "../error/index.ts";
import { File } from "../file/index.ts";
import { Functions } from "../function/index.ts";
import { createID } from "../id/index.ts";
import { MediaType } from "../media-type/index.ts";
import { Run } from "../run/index.ts";
import { fn, must } from "../util/index.ts";
import { begin } from "./begin.ts";
import { dtypeOf } from "./dtype.ts";
import { Create } from "./schema.ts";

export { Around, around } from "./around.ts";
export { Attach, attach, detach } from "./attach.ts";
export { begin } from "./begin.ts";
export { Change, update } from "./change.ts";
export { Clone, clone } from "./clone.ts";
export { find } from "./find.ts";
export { Folder, folders } from "./folders.ts";
export { get, renditionsOf } from "./get.ts";
export { MASTER, playlist } from "./hls.ts";
export * as Media from "./index.ts";
export { Item, ListQuery, list, listIDs } from "./list.ts";
export { createLive, createMulti, NewLive, NewMulti } from "./placeholder.ts";
export { Create, Info, Live, MediaDtype, MediaState, Multi, Problem, Rendition, Role } from "./schema.ts";
export { sweep } from "./sweep.ts";
export { ORIGINAL, Url, urls } from "./urls.ts";

/** Makes media of a file and the run that will make its renditions. The file stays what it is. */
export const create = fn(Create, ({ projectId, fileId, name, typeId = null, attributes }) =>
  transaction(async (tx): Promise<{ mediaID: string; runID: string }> => {
    await Access.require(projectId, "create");
    const file = await File.get(fileId);
    await Access.require(fileId, "read");
    const dtype = dtypeOf(file);
    if (typeId !== null) await MediaType.requireFor(typeId, { projectID: projectId, dtype });
    const id = createID("media");
    const called = { ...file, name: name ?? file.name, sha256: file.sha256?.value ?? null };
    const runID = await begin(tx, { id, projectID: projectId, file: called, dtype, typeID: typeId, attributes });
    return { mediaID: id, runID };
  }),
);

/** Makes what is missing of its renditions; those that are there stay. */
export const repair = fn(z.string(), (id) =>
  transaction(async (tx): Promise<{ runID: string }> => {
    const { name, projectId } = await Entity.get(id, "media");
    await Access.require(id, "edit");
    // The lock lets one of two requests in at a time; the other then sees the first one's run.
    const media = await tx.selectFrom("media").selectAll().where("id", "=", id).forUpdate().executeTakeFirst();
    if (!media) throw Access.missing(id);
    if (media.file_id === null)
      throw new AppError("conflict", "media.no_original", "Its original is gone, so nothing can be made of it.");
    await refuseWhileProcessing(tx, id);
    const runID = await Run.create({
      functionID: Functions.TRANSCODE_ID,
      projectID: must(projectId, "project of the media"),
      subjectID: id,
      inputs: { mediaId: id, projectId, fileId: media.file_id, name },
    });
    await tx.updateTable("media").set({ run_id: runID }).where("id", "=", id).execute();
    await Entity.touch(id);
    return { runID };
  }),
);

async function refuseWhileProcessing(tx: Transaction<Schema>, id: string): Promise<void> {
  const open = await tx
    .selectFrom("run")
    .select("id")
    .where("subject_id", "=", id)
    .where("function_id", "=", Functions.TRANSCODE_ID)
    .where("state", "in", ["queued", "running"])
    .executeTakeFirst();
  if (!open) return;
  throw new AppError(
    "conflict",
    "media.processing",
    `Its renditions are being made (run ${open.id}). Wait for that to end, or cancel it.`,
  );
}

/** To the trash; what is still being made of it is stopped. */
export const remove = (input: { id: string; revision?: number | undefined }): Promise<void> =>
  transaction(async () => {
    await Entity.remove({
      id: input.id,
      kind: "media",
      ...(input.revision === undefined ? {} : { revision: input.revision }),
    });
    await Run.cancelFor(input.id);
  });
