import { sql } from "kysely";
import { z } from "zod";
import { Access } from "../access/index.ts";
import { Algorithm } from "../algorithm/index.ts";
import { query, type Row } from "../database/index.ts";
import { AppError } from "../error/index.ts";
import { fn } from "../util/index.ts";
import type { Info } from "./schema.ts";

type Found = Row<"algorithm_trigger"> & { run_as_name: string; waiting: number };

/** The triggers of an algorithm, oldest first. */
export const list = fn(z.string(), async (algorithmID): Promise<Info[]> => {
  await Algorithm.get(algorithmID);
  return found(sql`t.algorithm_id = ${algorithmID}`);
});

export const get = fn(z.string(), async (id): Promise<Info> => {
  const [info] = await found(sql`t.id = ${id}`);
  if (!info) throw Access.missing(id);
  try {
    await Algorithm.get(info.algorithmId);
  } catch (error) {
    // Of a project that is hidden, or not theirs to read.
    if (error instanceof AppError && ["not_found", "forbidden"].includes(error.kind)) throw Access.missing(id);
    throw error;
  }
  return info;
});

async function found(which: ReturnType<typeof sql>): Promise<Info[]> {
  const rows = await query((db) =>
    sql<Found>`
      select t.*, u.name as run_as_name,
        (select count(*)::integer from trigger_due d where d.trigger_id = t.id) as waiting
      from algorithm_trigger t join "user" u on u.id = t.run_as where ${which} order by t.id`.execute(db),
  );
  return rows.rows.map((row) => ({
    ...{
      id: row.id,
      algorithmId: row.algorithm_id,
      event: row.event,
      enabled: row.enabled,
      chain: row.chain,
      revision: row.revision,
    },
    ...{ typeIds: row.type_ids, layerIds: row.layer_ids, parameters: row.parameters, layerId: row.layer_id },
    waitSeconds: row.wait_seconds,
    runAs: { id: row.run_as, name: row.run_as_name },
    waiting: row.waiting,
    lastAt: row.last_at?.toISOString() ?? null,
    ...{ lastRunId: row.last_run_id, lastError: row.last_error },
  }));
}
