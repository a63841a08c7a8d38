import { z } from "zod";
import { agreed } from "../attribute/begin.ts";
import { transaction } from "../database/index.ts";
import { Entity } from "../entity/index.ts";
import { AppError } from "../error/index.ts";
import { Functions } from "../function/index.ts";
import { createID } from "../id/index.ts";
import { fn } from "../util/index.ts";
import { Description } from "./schema.ts";
import { signatureOf } from "./signature.ts";

const Registered = z.object({
  /** Chosen before, where somebody already names it. */
  id: z.string().optional(),
  runID: z.string(),
  projectID: z.string(),
  name: Entity.Name,
  table: z.object({ id: z.string(), version: z.number().int() }),
  /** The ONNX file, where the job left it. */
  file: z.object({ key: z.string(), bytes: z.number().int(), sha256: z.string() }),
  description: z.unknown(),
});

/** Makes the model a run has trained, and the function it is. Again with the same run it is the same model. No policy. */
export const register = fn(
  Registered,
  ({ id: chosen, runID, projectID, name, table, file, description }): Promise<string> => {
    const about = read(description);
    return transaction(async (tx) => {
      const known = await tx.selectFrom("model").select("id").where("run_id", "=", runID).executeTakeFirst();
      if (known) return known.id;
      const id = chosen ?? createID("model");
      await Entity.create({
        id,
        kind: "model",
        parentID: projectID,
        name,
        agreed: await agreed(projectID, "model", {}),
      });
      await tx
        .insertInto("model")
        .values({
          id,
          table_id: table.id,
          table_version: table.version,
          run_id: runID,
          task: about.task,
          method: about.method,
          outcome: JSON.stringify(about.outcome),
          features: JSON.stringify(about.features),
          outcome_key: about.outcome.name.toLowerCase(),
          feature_keys: about.features.map((feature) => feature.name.toLowerCase()),
          parameters: JSON.stringify(about.parameters),
          settings: JSON.stringify(about.settings),
          seed: about.settings.seed,
          rows: JSON.stringify(about.rows),
          metrics: JSON.stringify(about.metrics),
          plots: JSON.stringify(about.plots),
          tries: JSON.stringify(about.tries),
          difference: JSON.stringify(about.difference),
          seconds: about.seconds,
          ...file,
        })
        .execute();
      await Functions.put(tx, { id, kind: "model", name, description: "", signature: signatureOf(about) });
      return id;
    });
  },
);

/** What a job says is checked as anything from outside is. */
function read(description: unknown): Description {
  const parsed = Description.safeParse(description);
  if (parsed.success) return parsed.data;
  throw new AppError("unprocessable", "model.invalid_description", "The training left no readable description.", {
    cause: parsed.error,
  });
}
