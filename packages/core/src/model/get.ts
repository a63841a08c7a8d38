import type { Selectable } from "kysely";
import { sql } from "kysely";
import { z } from "zod";
import { Access } from "../access/index.ts";
import { query } from "../database/index.ts";
import { Entity } from "../entity/index.ts";
import { RunCode } from "../run/schema.ts";
import { fn } from "../util/index.ts";
import type { ModelTable } from "./model.table.ts";
import { Difference, Feature, Metrics, Outcome, Plots, Rows, Task, Try } from "./schema.ts";

export const Info = Entity.Info.extend({
  task: Task,
  method: z.string(),
  outcome: Outcome,
  features: z.array(Feature),
  parameters: z.record(z.string(), z.unknown()),
  /** What was asked for, so that it can be asked for again. */
  settings: z.record(z.string(), z.unknown()),
  /** How many rows it learned from, and was tested by. */
  sample: Rows,
  metrics: Metrics,
  plots: Plots,
  tries: z.array(Try),
  difference: Difference,
  seconds: z.number(),
  onnx: z.object({ bytes: z.number().int(), sha256: z.string() }),
  /** What it learned from; null where you may not see that. */
  table: z
    .object({
      id: z.string(),
      name: z.string(),
      version: z.number().int(),
      currentVersion: z.number().int().nullable(),
    })
    .nullable(),
  runId: z.string(),
  /** What exactly trained it. */
  code: RunCode.nullable(),
});
export type Info = z.infer<typeof Info>;

type Row = Selectable<ModelTable> & {
  table_name: string | null;
  current_version: number | null;
  code: RunCode | null;
};

/** A model with all that is known of it. Metrics and plots tell of the data, so they take the right to read. */
export const get = fn(z.string(), async (id): Promise<Info> => {
  const entity = await Entity.get(id, "model");
  const found = await query((db) =>
    sql<Row>`
      select m.*, e.name as table_name, t.current_version, r.code
      from model m join run r on r.id = m.run_id
      left join entity e on e.id = m.table_id and e.deleted_at is null
      left join table_ t on t.id = e.id
      where m.id = ${id}`.execute(db),
  );
  const row = found.rows[0];
  if (!row) throw Access.missing(id);
  return toInfo(entity, row, await tableOf(row));
});

async function tableOf({ table_id, table_name, table_version, current_version }: Row): Promise<Info["table"]> {
  if (table_id === null || table_name === null || (await Access.effective(table_id)) === 0) return null;
  return { id: table_id, name: table_name, version: table_version, currentVersion: current_version };
}

function toInfo(entity: Entity.Info, row: Row, table: Info["table"]): Info {
  const reads = entity.privileges.includes("read");
  return {
    ...entity,
    task: row.task,
    method: row.method,
    outcome: reads ? row.outcome : { ...row.outcome, classes: null },
    features: reads ? row.features : row.features.map((feature) => ({ ...feature, categories: null })),
    parameters: row.parameters,
    settings: row.settings,
    sample: row.rows,
    metrics: reads ? row.metrics : {},
    plots: reads ? row.plots : { importance: [] },
    tries: reads ? row.tries : [],
    difference: row.difference,
    seconds: row.seconds,
    onnx: { bytes: row.bytes, sha256: row.sha256 },
    table,
    runId: row.run_id,
    code: row.code,
  };
}
