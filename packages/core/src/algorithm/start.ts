import type { Transaction } from "kysely";
import { z } from "zod";
import { Access } from "../access/index.ts";
import { mayExecute } from "../call/may-execute.ts";
import { type Schema, transaction } from "../database/index.ts";
import { AppError } from "../error/index.ts";
import { Form } from "../form/index.ts";
import { Functions } from "../function/index.ts";
import { Layer } from "../layer/index.ts";
import { Run } from "../run/index.ts";
import { fn } from "../util/index.ts";
import { choose } from "./choose.ts";
import { get } from "./read.ts";
import { type Info, Start } from "./schema.ts";

/** Of one run: each is a step of its page and of its machine. */
const MOST_BATCHES = 1_000;

export type Started = { runID: string; layerID: string; media: number; batches: number };

/** Runs an algorithm over media, in batches beside each other. What it is to write on is known from the beginning. */
export const start = fn(z.object({ id: z.string(), asked: Start }), ({ id, asked }) =>
  transaction(async (tx): Promise<Started> => {
    const algorithm = await get(id);
    if (algorithm.problem !== null) throw new AppError("unprocessable", "algorithm.cannot_run", algorithm.problem);
    await mayRun(algorithm);
    const projectID = asked.projectId ?? algorithm.projectId;
    await Access.require(projectID, "create");
    const parameters = fit(algorithm, asked.parameters);
    const chosen = await choose(asked);
    const batches = split(chosen, algorithm.batchSize);
    const layerID = await layerFor(projectID, algorithm, asked);
    const runID = await Run.create({
      functionID: Functions.ANALYZE_ID,
      projectID,
      subjectID: projectID,
      inputs: { algorithm: id, name: algorithm.name, media: chosen.length, layer: layerID, parameters },
    });
    const layerMade = asked.layer !== undefined && "name" in asked.layer;
    await keep(tx, { runID, layerID, layerMade, parameters, algorithm, batches });
    return { runID, layerID, media: chosen.length, batches: batches.length };
  }),
);

/** Whoever may execute its script; or an image, in its project. */
export async function mayRun({ script, projectId }: Pick<Info, "script" | "projectId">): Promise<void> {
  mayExecute();
  await Access.require(script?.id ?? projectId, "execute");
}

type Kept = {
  runID: string;
  layerID: string;
  layerMade: boolean;
  parameters: Record<string, unknown>;
  algorithm: Info;
  batches: string[][];
};

async function keep(tx: Transaction<Schema>, { runID, algorithm, batches, ...run }: Kept): Promise<void> {
  await tx
    .insertInto("algorithm_run")
    .values({
      run_id: runID,
      algorithm_id: algorithm.id,
      script_id: algorithm.script?.id ?? null,
      image: algorithm.image && JSON.stringify(algorithm.image),
      layer_id: run.layerID,
      layer_made: run.layerMade,
      parameters: JSON.stringify(run.parameters),
      limits: JSON.stringify(algorithm.limits),
    })
    .execute();
  await tx
    .insertInto("algorithm_batch")
    .values(batches.map((media_ids, at) => ({ run_id: runID, number: at + 1, media_ids, error: null })))
    .execute();
}

/** The parameters as it takes them, defaults filled in. */
export function fit({ parameters }: Info, given: Record<string, unknown>): Record<string, unknown> {
  const { values, problems } = Form.checkInputs(parameters, given);
  const fields = problems.map(({ path, message }) => ({ path: `/parameters${path}`, message }));
  const [first] = fields;
  if (!first) return values;
  throw new AppError("input", "input.invalid", `${first.path}: ${first.message}.`, { fields });
}

function split(ids: readonly string[], size: number): string[][] {
  const count = Math.ceil(ids.length / size);
  if (count > MOST_BATCHES)
    throw new AppError(
      "unprocessable",
      "algorithm.too_many_batches",
      `${ids.length} media in batches of ${size} are ${count} jobs, and a run has at most ${MOST_BATCHES}. Take fewer, or let a job have more.`,
    );
  return Array.from({ length: count }, (_, at) => ids.slice(at * size, (at + 1) * size));
}

async function layerFor(projectID: string, { layerIds }: Info, { layer }: z.output<typeof Start>): Promise<string> {
  const made = layer && "name" in layer;
  if (made && layerIds !== null)
    throw refused("This algorithm writes on layers that were chosen for it, on no new one.");
  if (made)
    return Layer.create({ projectID, layer: { name: layer.name, description: "", baseIds: [], showEmpty: true } });
  const id = layer?.id ?? layerIds?.[0] ?? (await Layer.baseline(projectID));
  if (layerIds !== null && !layerIds.includes(id)) throw refused("This algorithm does not write on this layer.");
  await Layer.get(id);
  await Access.require(id, "edit");
  return id;
}

const refused = (message: string) =>
  new AppError("unprocessable", "algorithm.layer_refused", message, { fields: [{ path: "/layer", message }] });
