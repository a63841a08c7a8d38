import { sql } from "kysely";
import { query } from "../database/index.ts";
import type { Role } from "../media/schema.ts";
import { Objects } from "../object/index.ts";
import { Run } from "../run/index.ts";
import type { Plan } from "./job.ts";
import type { Probe } from "./probe.ts";

type Made = {
  name: string;
  role: Role;
  path: string;
  mime: string;
  width?: number;
  height?: number;
  frames?: number;
  codec?: string;
  /** Seconds, of what is played. */
  duration?: number;
  /** What is stored beside it as JSON. */
  index?: object;
  details?: Record<string, unknown>;
};

/** Stores what was made and names it: from then on it is there, whatever becomes of the job. Nothing is ever written twice. */
export async function keep({ job, media }: Plan, made: Made, signal: AbortSignal): Promise<void> {
  const ending = /\.[a-z0-9]+$/.exec(made.path)?.[0] ?? "";
  const key = `media/${media.id}/${made.name}-${job.runId}-${job.attempt}${ending}`;
  const indexKey = made.index ? `${key}.json` : null;
  const contentType = made.mime.split(";")[0] ?? made.mime;
  const { bytes } = await Objects.upload(made.path, key, { signal, contentType });
  if (indexKey) await Objects.putJSON(indexKey, made.index);
  const { name, role, mime, width = null, height = null, frames = null, codec = null, duration, details = {} } = made;
  await query((db) =>
    db
      .insertInto("media_rendition")
      .values({
        ...{ media_id: media.id, name, role, key, index_key: indexKey, bytes, width, height, frames, codec, mime },
        bit_rate: duration ? Math.round((8 * bytes) / duration) : null,
        sha256: null,
        details: JSON.stringify(details),
      })
      .onConflict((conflict) => conflict.columns(["media_id", "name"]).doNothing())
      .execute(),
  );
}

/** Writes down what the video is, so that it is known before anything of it is made. */
export async function keepProbe({ media }: Plan, probe: Probe, fingerprint: string): Promise<void> {
  await query((db) =>
    db
      .updateTable("media")
      .set({
        width: probe.width,
        height: probe.height,
        frames: probe.frames,
        fps_num: probe.fps.num,
        fps_den: probe.fps.den,
        duration: probe.duration,
        start_time: probe.startTime,
        variable: probe.variable,
        codec: probe.codec,
        rotation: probe.rotation,
        probe: JSON.stringify(probe),
        fingerprint,
      })
      .where("id", "=", media.id)
      .execute(),
  );
}

/** What could not be made, for whoever looks at the media and its run; the rest goes on. */
export async function keepProblem(
  { job, media }: Plan,
  rendition: string,
  code: string,
  message: string,
): Promise<void> {
  const problem = JSON.stringify([{ rendition, code, message }]);
  await query((db) =>
    db
      .updateTable("media")
      .set({ problems: sql<string>`problems || ${problem}::jsonb` })
      .where("id", "=", media.id)
      .execute(),
  );
  await tell({ job }, rendition, "error", message);
}

export const tell = ({ job }: Pick<Plan, "job">, step: string, level: "info" | "warn" | "error", message: string) =>
  Run.log({ runID: job.runId, attempt: job.attempt, entries: [{ level, step, message }] });
