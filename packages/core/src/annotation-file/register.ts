import { agreed } from "../attribute/begin.ts";
import { record } from "../audit/record.ts";
import { query, transaction } from "../database/index.ts";
import { Entity } from "../entity/index.ts";
import { resultKey } from "../ingest/job.ts";
import { Objects } from "../object/index.ts";
import { Run } from "../run/index.ts";
import { fn } from "../util/index.ts";
import { asked } from "./job.ts";
import { Written } from "./schema.ts";

/** Makes a file of what was written and ends the run: both or neither. What was read in has ended its run by itself. */
export const register = fn(Run.Job, async (job): Promise<void> => {
  const { runId: runID, attempt } = job;
  if (await hasSucceeded(runID)) return;
  const { kind, inputs } = await asked(job);
  if (kind === "import") return;
  const { projectId, mediaIds, layers, format } = inputs;
  const { fileID, key, name, contentType, bytes, etag, sha256, count, left } = Written.parse(
    await Objects.getJSON(resultKey(job)),
  );
  await transaction(async (tx) => {
    const file = { id: fileID, kind: "file" as const, parentID: projectId, name };
    await Entity.create({ ...file, agreed: await agreed(projectId, "file", {}) });
    await tx
      .insertInto("file")
      .values({ id: fileID, bytes, content_type: contentType, key, etag, sha256, sha256_verified_at: new Date() })
      .execute();
    await record({ type: "annotation.exported", entityID: projectId, parameters: { fileId: fileID, format, count } });
    await Run.succeed({
      runID,
      attempt,
      outputs: { fileId: fileID, name, bytes, count, left },
      used: [
        ...(mediaIds ?? [projectId]).map((entityID) => ({ entityID, role: mediaIds ? "media" : "project" })),
        ...(layers ?? []).map((entityID) => ({ entityID, role: "layer" })),
      ],
      generated: [{ entityID: fileID, role: "file", contentHash: sha256 }],
    });
  });
});

/** Repeated after its own commit, the step has nothing left to do. */
export async function hasSucceeded(runID: string): Promise<boolean> {
  const run = await query((db) => db.selectFrom("run").select("state").where("id", "=", runID).executeTakeFirst());
  return run?.state === "succeeded";
}
