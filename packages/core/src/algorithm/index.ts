import { sql } from "kysely";
import { z } from "zod";
import { Access } from "../access/index.ts";
import * as Actor from "../actor/index.ts";
import { record } from "../audit/record.ts";
import { mayExecute } from "../call/may-execute.ts";
import { query, transaction } from "../database/index.ts";
import { AppError } from "../error/index.ts";
import { createID } from "../id/index.ts";
import { Layer } from "../layer/index.ts";
import { Script } from "../script/index.ts";
import { fn } from "../util/index.ts";
import { type Image, refusalOf } from "./image.ts";
import { get } from "./read.ts";
import { Definition, type Info, Patch } from "./schema.ts";
import { takes } from "./takes.ts";

export { batches, lastRuns } from "./batches.ts";
export { Image, refusalOf } from "./image.ts";
export * as Algorithm from "./index.ts";
export { get, list } from "./read.ts";
export { Batch, Definition, Info, Limits, MediaQuery, Patch, Start } from "./schema.ts";
export { fit, mayRun, start } from "./start.ts";

const Owned = z.object({ projectID: z.string(), algorithm: Definition });

/** Says that a script or an image works on media, and how: whoever sees the project and may execute that can run it. */
export const create = fn(Owned, ({ projectID, algorithm }) =>
  transaction(async (tx): Promise<string> => {
    await Access.require(projectID, "edit");
    await refuseUnfit(projectID, algorithm);
    const id = createID("algorithm");
    await tx
      .insertInto("algorithm")
      .values({ id, project_id: projectID, ...rowOf(algorithm), created_by: Actor.userID() })
      .execute();
    await record({ type: "algorithm.created", entityID: projectID, parameters: { algorithmId: id } });
    return id;
  }),
);

const Target = z.object({ id: z.string(), revision: z.number().int().optional() });

export const update = fn(Target.extend({ patch: Patch }), ({ id, revision, patch }) =>
  transaction(async (tx): Promise<void> => {
    const { projectId, script } = await changeable(id, revision);
    if (script ? patch.image : patch.scriptId)
      throw unfit(
        "unprocessable",
        script ? "/image" : "/scriptId",
        "An algorithm stays what it is, a script or an image. Register another one.",
      );
    await refuseUnfit(projectId, patch);
    await tx
      .updateTable("algorithm")
      .set({ ...columnsOf(patch), revision: sql<number>`revision + 1`, updated_at: sql`now()` })
      .where("id", "=", id)
      .execute();
    const parameters = { algorithmId: id, fields: Object.keys(patch) };
    await record({ type: "algorithm.changed", entityID: projectId, parameters });
  }),
);

/** Its runs stay, and so does its script. */
export const remove = fn(Target, ({ id, revision }) =>
  transaction(async (tx): Promise<void> => {
    const { projectId } = await changeable(id, revision);
    await tx.deleteFrom("algorithm").where("id", "=", id).execute();
    await record({ type: "algorithm.deleted", entityID: projectId, parameters: { algorithmId: id } });
  }),
);

async function changeable(id: string, revision: number | undefined): Promise<Info> {
  await query((db) => db.selectFrom("algorithm").select("id").where("id", "=", id).forUpdate().execute());
  const info = await get(id);
  await Access.require(info.projectId, "edit");
  if (revision === undefined || info.revision === revision) return info;
  throw new AppError(
    "stale",
    "algorithm.stale",
    "Somebody changed this algorithm since you read it. Read it again and repeat the change.",
  );
}

async function refuseUnfit(projectID: string, { scriptId, image, layerIds }: Patch): Promise<void> {
  if (image) await allowImage(projectID, image);
  if (scriptId !== undefined) {
    const { signature, problems } = await readable(scriptId);
    const { problem } = takes({ ...signature, problems });
    if (problem !== null) throw unfit("unprocessable", "/scriptId", problem);
  }
  if (!layerIds) return;
  const seen = await Layer.among(layerIds);
  const strange = layerIds.findIndex((id) => !seen.includes(id));
  if (strange >= 0) throw unfit("input", `/layerIds/${strange}`, "There is no such layer that you can see.");
}

/** What runs in it nobody here has seen, so it takes more than changing what is there. */
async function allowImage(projectID: string, image: Image): Promise<void> {
  mayExecute();
  for (const right of ["execute", "manage"] as const) await Access.require(projectID, right);
  const refusal = await refusalOf(image);
  if (refusal !== null) throw unfit("unprocessable", "/image/reference", refusal);
}

async function readable(scriptID: string): Promise<Script.Info> {
  try {
    const script = await Script.get(scriptID);
    await Access.require(scriptID, "read");
    return script;
  } catch (error) {
    if (!(error instanceof AppError) || error.kind !== "not_found") throw error;
    throw unfit("input", "/scriptId", "There is no such script that you can see.");
  }
}

const unfit = (kind: "input" | "unprocessable", path: string, message: string) =>
  new AppError(kind, "algorithm.unfit", message, { fields: [{ path, message }] });

const rowOf = ({ scriptId, image, batchSize, layerIds, limits, ...rest }: Definition) => ({
  ...rest,
  ...{ script_id: scriptId ?? null, image: image ? JSON.stringify(image) : null },
  ...{ batch_size: batchSize, layer_ids: layerIds, limits: JSON.stringify(limits) },
});

/** What is undefined stays as it is. */
const columnsOf = ({ scriptId, image, batchSize, layerIds, limits, ...rest }: Patch) => ({
  ...rest,
  ...{ script_id: scriptId, batch_size: batchSize, layer_ids: layerIds },
  ...(image && { image: JSON.stringify(image) }),
  ...(limits && { limits: JSON.stringify(limits) }),
});
