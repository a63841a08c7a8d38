import { z } from "zod";
import { Access } from "../access/index.ts";
import { query } from "../database/index.ts";
import { Run } from "../run/index.ts";
import { fn } from "../util/index.ts";
import { get } from "./read.ts";
import type { Batch } from "./schema.ts";

/** The batches of a run, for who may read what it works on. */
export const batches = fn(z.string(), async (runID): Promise<Batch[]> => {
  const { privileges } = await Run.get(runID);
  if (!privileges.includes("read")) throw Access.denied("read");
  const rows = await query((db) =>
    db.selectFrom("algorithm_batch").selectAll().where("run_id", "=", runID).orderBy("number").execute(),
  );
  return rows.map(({ number, state, media_ids: mediaIds, annotations, error }) => ({
    ...{ number, state, mediaIds, annotations, error },
  }));
});

const MOST = 20;

/** The latest runs of an algorithm that one sees, newest first. */
export const lastRuns = fn(z.string(), async (id): Promise<Run.Info[]> => {
  await get(id);
  const rows = await query((db) =>
    db
      .selectFrom("algorithm_run")
      .select("run_id")
      .where("algorithm_id", "=", id)
      .orderBy("run_id", "desc")
      .limit(MOST)
      .execute(),
  );
  return Run.some(rows.map(({ run_id }) => run_id));
});
