import { z } from "zod";
import { Access } from "../access/index.ts";
import { transaction } from "../database/index.ts";
import { Entity } from "../entity/index.ts";
import { AppError } from "../error/index.ts";
import { Functions } from "../function/index.ts";
import { Run } from "../run/index.ts";
import { Table } from "../table/index.ts";

const Chosen = z.looseObject({
  name: Entity.Name,
  table: z.string(),
  outcome: z.string(),
  features: z.array(z.string()).min(1).max(1_000),
});

/** Starts a training on the table as it is now. Each training makes a model of its own: what is applied never changes by itself. */
export const train = ({
  inputs,
  projectID,
}: {
  inputs: Record<string, unknown>;
  projectID: string | undefined;
}): Promise<{ runID: string }> =>
  transaction(async () => {
    const chosen = read(inputs);
    const table = await Entity.get(chosen.table, "table");
    const target = projectID ?? table.projectId;
    if (target === null) throw unfit("/projectId", "Say in which project the model is to lie");
    await Access.require(target, "create");
    const { columns } = await Table.find(table.id);
    const known = new Set(columns.map(({ name }) => name));
    if (!known.has(chosen.outcome)) throw unfit("/inputs/outcome", noColumn(chosen.outcome));
    const strange = chosen.features.find((name) => !known.has(name));
    if (strange !== undefined) throw unfit("/inputs/features", noColumn(strange));
    if (chosen.features.includes(chosen.outcome))
      throw unfit("/inputs/features", "The outcome cannot be a feature as well");
    return {
      runID: await Run.create({
        functionID: Functions.TRAIN_ID,
        projectID: target,
        subjectID: target,
        inputs,
      }),
    };
  });

function read(inputs: unknown) {
  const parsed = Chosen.safeParse(inputs);
  if (parsed.success) return parsed.data;
  const [issue] = parsed.error.issues;
  throw unfit(`/inputs/${issue?.path.join("/") ?? ""}`, issue?.message ?? "It does not fit");
}

const noColumn = (name: string) => `The table has no column ${JSON.stringify(name.slice(0, 100))}`;

const unfit = (path: string, message: string) =>
  new AppError("input", "input.invalid", `${path}: ${message}.`, { fields: [{ path, message }] });
