import { Access } from "../access/index.ts";
import { agreed } from "../attribute/begin.ts";
import { Attribute } from "../attribute/index.ts";
import { transaction } from "../database/index.ts";
import { Entity } from "../entity/index.ts";
import { Functions } from "../function/index.ts";
import { resultKey } from "../ingest/job.ts";
import { dtypeOf } from "../media/dtype.ts";
import { Media } from "../media/index.ts";
import { Objects } from "../object/index.ts";
import { Outbound } from "../outbound/index.ts";
import { requirePlace } from "../project/place.ts";
import { Run } from "../run/index.ts";
import { fn } from "../util/index.ts";
import { rule } from "./execute.ts";
import { Create, Inputs, Result } from "./schema.ts";

export { execute } from "./execute.ts";
export * as ImportUrl from "./index.ts";
export { Create } from "./schema.ts";

/** Asks for a video or a picture to be fetched from an address; the run makes a file of it, and media of the file. */
export const create = fn(Create, ({ projectId, url, name, attributes }) =>
  transaction(async (): Promise<{ runID: string }> => {
    Access.check(await Access.require(projectId, "create"), "transfer");
    await requirePlace({ parentId: projectId });
    Outbound.checked(url, rule());
    await Attribute.initial(projectId, "media", attributes ?? {});
    const inputs = { projectId, url, name: name ?? null, attributes: attributes ?? {} };
    const runID = await Run.create({
      functionID: Functions.IMPORT_URL_ID,
      projectID: projectId,
      subjectID: projectId,
      inputs,
    });
    return { runID };
  }),
);

/** Makes the file and its media, and ends the run: all of it or nothing. */
export const register = fn(Run.Job, async (job): Promise<{ mediaId: string }> => {
  const result = Result.parse(await Objects.getJSON(resultKey(job)));
  const { fileID, mediaID, source, name } = result;
  return transaction(async (tx) => {
    const known = await tx.selectFrom("media").select("id").where("id", "=", mediaID).executeTakeFirst();
    if (known) return { mediaId: mediaID };
    const { inputs } = await Run.work(job.runId, job.attempt);
    const { projectId, attributes } = Inputs.parse(inputs);
    const file = { id: fileID, kind: "file" as const, parentID: projectId, name };
    await Entity.create({ ...file, agreed: await agreed(projectId, "file", {}) });
    const { key, bytes, etag, sha256, contentType } = result;
    await tx
      .insertInto("file")
      .values({ id: fileID, bytes, content_type: contentType, key, etag, sha256, sha256_verified_at: new Date() })
      .execute();
    await Media.begin(tx, {
      id: mediaID,
      projectID: projectId,
      file: { id: fileID, name, sha256 },
      dtype: dtypeOf({ name, contentType }),
      agreed: await agreed(projectId, "media", attributes ?? {}),
      source,
    });
    await Run.succeed({
      runID: job.runId,
      attempt: job.attempt,
      outputs: { mediaId: mediaID, fileId: fileID, bytes },
      used: [],
      generated: [
        { entityID: fileID, role: "file", contentHash: sha256 },
        { entityID: mediaID, role: "media" },
      ],
    });
    return { mediaId: mediaID };
  });
});
