import { sql } from "kysely";
import { z } from "zod";
import { query } from "../database/index.ts";
import { Run } from "../run/index.ts";
import { fn } from "../util/index.ts";

/** Where a run of an algorithm came from, and what came of it; of other runs those that one sees. */
export const Origin = z.object({
  /** That started it; null where somebody did. */
  triggerId: z.string().nullable(),
  depth: z.number().int(),
  causes: z.array(z.object({ runId: z.string(), name: z.string() })),
  led: z.array(z.object({ runId: z.string(), name: z.string() })),
});
export type Origin = z.infer<typeof Origin>;

const MOST = 50;

export const originOf = fn(z.string(), async (runID): Promise<Origin> => {
  await Run.get(runID);
  const own = await query((db) =>
    db
      .selectFrom("algorithm_run")
      .select(["trigger_id", "causes", "depth"])
      .where("run_id", "=", runID)
      .executeTakeFirst(),
  );
  const led = await query((db) =>
    sql<{ run_id: string }>`select run_id from algorithm_run where causes @> array[${runID}]::text[]
      order by run_id desc limit ${MOST}`.execute(db),
  );
  return {
    triggerId: own?.trigger_id ?? null,
    depth: own?.depth ?? 0,
    causes: await seen(own?.causes ?? []),
    led: await seen(led.rows.map((row) => row.run_id)),
  };
});

const seen = async (ids: string[]): Promise<Origin["causes"]> =>
  (await Run.some(ids.slice(0, MOST))).map(({ id, inputs }) => ({ runId: id, name: String(inputs.name ?? "") }));
