import { z } from "zod";
import { query } from "../database/index.ts";
import { Entity } from "../entity/index.ts";
import { AppError } from "../error/index.ts";
import { createID } from "../id/index.ts";
import { Model } from "../model/index.ts";
import { Objects } from "../object/index.ts";
import { must } from "../util/index.ts";
import type { RegisterFile } from "./outcome.ts";

const Inputs = z.object({ name: Entity.Name });

/** A trained model, of the ONNX file and of what the training says of it, which lies beside that. */
export const model: RegisterFile = async ({ runID, projectID }, { name: role, key, bytes, sha256 }) => {
  const { inputs, spec, result } = await query((db) =>
    db
      .selectFrom("run as r")
      .innerJoin("job as j", "j.run_id", "r.id")
      .select(["r.inputs", "j.spec", "j.result"])
      .where("r.id", "=", runID)
      .executeTakeFirstOrThrow(),
  );
  const table = must(
    spec.inputs.find((input) => "entityID" in input && "version" in input),
    "table of the training",
  );
  if (!("version" in table)) throw new TypeError("A training learns from a table");
  const details = result?.outputs.find((output) => output.name === "details");
  if (!details || !("key" in details))
    throw new AppError("unprocessable", "model.invalid_description", "The training left no description of its model.");
  const description = await Objects.getJSON(details.key);
  const { name } = Inputs.parse(inputs);
  const id = createID("model");
  const commit = async () => {
    const file = { key, bytes, sha256 };
    const learned = { id: table.entityID, version: table.version };
    await Model.register({ id, runID, projectID, name, table: learned, file, description });
    return { entityID: id, role, contentHash: sha256 };
  };
  return { value: id, commit };
};

/** What a training says of its model: kept with the model, and of it in the run's outputs what it is worth. */
export const details: RegisterFile = async (_, { key }) => {
  const { method, metrics } = Model.Description.pick({ method: true, metrics: true }).parse(await Objects.getJSON(key));
  return { value: { method, metrics } };
};
