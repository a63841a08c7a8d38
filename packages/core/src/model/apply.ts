import { z } from "zod";
import { Access } from "../access/index.ts";
import { transaction } from "../database/index.ts";
import { Entity } from "../entity/index.ts";
import { AppError } from "../error/index.ts";
import { Run } from "../run/index.ts";
import { Table } from "../table/index.ts";
import { fit } from "./fits.ts";
import { get } from "./get.ts";

type Begun = { function: { id: string }; inputs: Record<string, unknown>; projectID: string | undefined };

const Asked = z.object({
  table: z.string(),
  columns: z.array(z.string()).nullish(),
  name: Entity.Name.nullish(),
  probabilities: z.boolean().nullish(),
});

/** Starts the application of a model to a table as it is now; what the table lacks is told before anything runs. */
export const apply = ({ function: { id: modelID }, inputs, projectID }: Begun): Promise<{ runID: string }> =>
  transaction(async () => {
    const { table, columns, name, probabilities } = Asked.parse(inputs);
    // Nobody's code runs here, only ours on numbers: so it takes no right to execute, which an administrator grants.
    await Access.require(modelID, "read");
    const model = await get(modelID);
    const target = projectID ?? model.projectId;
    if (target === null) throw unfit("/projectId", "Say in which project the new table is to lie");
    await Access.require(target, "create");
    const source = await Entity.get(table, "table");
    const found = await Table.find(table);
    const { missing } = fit(model.features, found.columns);
    const [lacked] = missing;
    if (lacked) throw unfit("/inputs/table", `${lacked.name}: ${lacked.reason}`);
    const names = found.columns.map((column) => column.name);
    const strange = (columns ?? []).find((column) => !names.includes(column));
    if (strange !== undefined) throw unfit("/inputs/columns", `The table has no column ${JSON.stringify(strange)}`);
    const runID = await Run.create({
      functionID: modelID,
      projectID: target,
      subjectID: target,
      inputs: {
        table,
        tableVersion: found.version,
        columns: columns ?? names,
        name: name ?? `${source.name.replace(/\.[a-z]{2,8}$/i, "")}, ${model.outcome.name} predicted`.slice(0, 255),
        probabilities: probabilities ?? true,
      },
    });
    return { runID };
  });

const unfit = (path: string, message: string) =>
  new AppError("input", "input.invalid", `${path}: ${message}.`, { fields: [{ path, message }] });
