import { sql } from "kysely";
import { z } from "zod";
import { Access } from "../access/index.ts";
import * as Actor from "../actor/index.ts";
import { Algorithm } from "../algorithm/index.ts";
import { AnnotationType } from "../annotation-type/index.ts";
import { record } from "../audit/record.ts";
import { transaction } from "../database/index.ts";
import { AppError } from "../error/index.ts";
import { createID } from "../id/index.ts";
import { Layer } from "../layer/index.ts";
import { fn } from "../util/index.ts";
import { get } from "./read.ts";
import { Definition, Patch } from "./schema.ts";

export * as Trigger from "./index.ts";
export { Origin, originOf } from "./origin.ts";
export { get, list } from "./read.ts";
export { Definition, Event, Info, Patch } from "./schema.ts";
export { sweep } from "./sweep.ts";
export { writtenBy } from "./written-by.ts";

const MOST_OF_ALGORITHM = 20;

/** From then on the algorithm runs by itself, with the rights that whoever made or changed this has at that time. */
export const create = fn(z.object({ algorithmID: z.string(), trigger: Definition }), ({ algorithmID, trigger }) =>
  transaction(async (tx): Promise<string> => {
    const algorithm = await allow(algorithmID, trigger);
    const { n } = await tx
      .selectFrom("algorithm_trigger")
      .select((eb) => eb.fn.countAll<number>().as("n"))
      .where("algorithm_id", "=", algorithmID)
      .executeTakeFirstOrThrow();
    if (n >= MOST_OF_ALGORITHM)
      throw new AppError("limit", "trigger.too_many", `An algorithm has at most ${MOST_OF_ALGORITHM} triggers.`);
    const id = createID("trigger");
    const { event, enabled, chain } = trigger;
    await tx
      .insertInto("algorithm_trigger")
      .values({
        ...{ id, algorithm_id: algorithmID, event, enabled, chain, wait_seconds: trigger.waitSeconds },
        ...{ type_ids: trigger.typeIds, layer_ids: trigger.layerIds, layer_id: trigger.layerId },
        ...{ parameters: JSON.stringify(trigger.parameters), created_by: Actor.userID(), ...runAs() },
      })
      .execute();
    await record({
      type: "trigger.created",
      entityID: algorithm.projectId,
      parameters: { triggerId: id, algorithmId: algorithmID },
    });
    return id;
  }),
);

const Target = z.object({ id: z.string(), revision: z.number().int().optional() });

export const update = fn(Target.extend({ patch: Patch }), ({ id, revision, patch }) =>
  transaction(async (tx): Promise<void> => {
    const now = await get(id);
    const algorithm = await allow(now.algorithmId, patch);
    const { event, enabled, chain, parameters } = patch;
    const changed = await tx
      .updateTable("algorithm_trigger")
      .set({
        ...{ event, enabled, chain, wait_seconds: patch.waitSeconds },
        ...{ type_ids: patch.typeIds, layer_ids: patch.layerIds, layer_id: patch.layerId },
        ...(parameters && { parameters: JSON.stringify(parameters) }),
        ...{ ...runAs(), revision: sql<number>`revision + 1`, updated_at: sql`now()` },
      })
      .where("id", "=", id)
      .$if(revision !== undefined, (some) => some.where("revision", "=", revision ?? 0))
      .executeTakeFirst();
    if (changed.numUpdatedRows === 0n)
      throw new AppError("stale", "trigger.stale", "Somebody changed this trigger since you read it. Read it again.");
    if (enabled === false) await tx.deleteFrom("trigger_due").where("trigger_id", "=", id).execute();
    const fields = Object.keys(patch);
    await record({ type: "trigger.changed", entityID: algorithm.projectId, parameters: { triggerId: id, fields } });
  }),
);

export const remove = fn(z.object({ id: z.string() }), ({ id }) =>
  transaction(async (tx): Promise<void> => {
    const { algorithmId } = await get(id);
    const { projectId } = await Algorithm.get(algorithmId);
    await Access.require(projectId, "edit");
    await tx.deleteFrom("algorithm_trigger").where("id", "=", id).execute();
    await record({ type: "trigger.deleted", entityID: projectId, parameters: { triggerId: id } });
  }),
);

/** Who has something run by itself could run it as well. */
async function allow(algorithmID: string, { typeIds, layerIds, layerId, parameters }: Patch): Promise<Algorithm.Info> {
  const algorithm = await Algorithm.get(algorithmID);
  await Access.require(algorithm.projectId, "edit");
  await Algorithm.mayRun(algorithm);
  if (parameters) Algorithm.fit(algorithm, parameters);
  const types = new Set((await AnnotationType.typesAround(algorithm.projectId)).map(({ id }) => id));
  const layers = new Set(await Layer.among([...(layerIds ?? []), ...(layerId ? [layerId] : [])]));
  const faults = [
    ...(typeIds ?? []).map((id, at) => (types.has(id) ? undefined : `/typeIds/${at}`)),
    ...(layerIds ?? []).map((id, at) => (layers.has(id) ? undefined : `/layerIds/${at}`)),
    layerId && !layers.has(layerId) ? "/layerId" : undefined,
  ].flatMap((path) => (path === undefined ? [] : [{ path, message: "There is no such thing here that you can see" }]));
  const [first] = faults;
  if (!first) return algorithm;
  throw new AppError("input", "input.invalid", `${first.path}: ${first.message}.`, { fields: faults });
}

/** It must not do more than the key that wrote it. */
function runAs(): { run_as: string; key: string | null } {
  const { userID, key } = Actor.user();
  return { run_as: userID, key: key ? JSON.stringify({ scopes: key.scopes, projectID: key.projectID }) : null };
}
