import { sql } from "kysely";
import * as Config from "../config/index.ts";
import { query } from "../database/index.ts";
import { hasHoles } from "./fetch.ts";
import type { Plan } from "./job.ts";
import { tell } from "./keep.ts";
import type { Survey } from "./look.ts";
import { type Part, partsOf } from "./parts.ts";

/** The parts of a long video; none of one that is short, or that has nothing to cut at. */
export async function cut(path: string, { probe, times, keys }: Survey, bytes: number): Promise<Part[]> {
  const { longSeconds, partSeconds } = Config.videoParts();
  if (probe.duration <= longSeconds) return [];
  const size = (await hasHoles(path, probe, bytes)) ? bytes : null;
  return partsOf({ times, keys, timeBase: probe.timeBase, seconds: partSeconds, size });
}

/** Where a file doesn't have the frames that it says, parts would not fit each other; then each rung is made in one piece. */
export async function dontCut(planned: Plan, rung: string, why: string): Promise<void> {
  await tell(planned, rung, "warn", `${why} So it is made in one piece.`);
  await query((db) =>
    db
      .updateTable("media")
      .set({ probe: sql<string>`jsonb_set(probe, '{parts}', '[]')` })
      .where("id", "=", planned.media.id)
      .execute(),
  );
}
