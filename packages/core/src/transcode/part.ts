import { createHash } from "node:crypto";
import * as Config from "../config/index.ts";
import { query, type Row } from "../database/index.ts";
import { FFmpeg } from "../ffmpeg/index.ts";
import { Objects } from "../object/index.ts";
import { rungArguments, type Source } from "./arguments.ts";
import { dontCut } from "./cut.ts";
import type { Plan } from "./job.ts";
import type { Rung } from "./ladder.ts";
import { partName } from "./part-name.ts";
import type { Part } from "./parts.ts";
import type { Probe } from "./probe.ts";
import { indexOf } from "./segment-index.ts";
import { encode, fileIn, type Work } from "./work.ts";

/** One part of one rung, there for good at once. A job that is started again finds those that it has made. */
export async function makePart(work: Work, source: Source & { part: Part }, rung: Rung, part: number): Promise<void> {
  const { plan, signal, progress } = work;
  const { probe } = source;
  const name = partName(rung, part, probe);
  if ((await partsMade(plan, probe, rung)).some((made) => made.part === part)) return progress.end(name, "succeeded");
  const out = fileIn(work, `${rung.name}-${part}.mp4`);
  progress.tell(name, 0);
  try {
    const passthrough = await FFmpeg.passthrough(Config.ffmpeg());
    await encode(work, name, rungArguments(source, rung, out, passthrough), source.part.frames);
    const { frames } = (await indexOf(out, probe)).index;
    if (frames !== source.part.frames)
      throw new PartError(`Part ${part + 1} has ${frames} frames instead of ${source.part.frames}.`);
  } catch (error) {
    signal.throwIfAborted();
    if (!(error instanceof FFmpeg.FFmpegError || error instanceof PartError)) throw error;
    progress.end(name, "failed");
    return dontCut(plan, rung.name, error.message);
  }
  const madeWith = signature(plan, probe, rung);
  const key = `media/${plan.media.id}/parts/${rung.name}-${part}-${madeWith}.mp4`;
  await Objects.upload(out, key, { signal, contentType: "video/mp4" });
  const row = { key, made_with: madeWith, frames: source.part.frames };
  await query((db) =>
    db
      .insertInto("media_part")
      .values({ media_id: plan.media.id, rendition: rung.name, part, ...row })
      .onConflict((conflict) => conflict.columns(["media_id", "rendition", "part"]).doUpdateSet(row))
      .execute(),
  );
  progress.end(name, "succeeded");
}

class PartError extends Error {}

/** Parts of a rung that are there and fit each other, in order. */
export const partsMade = (plan: Plan, probe: Probe, rung: Rung): Promise<Row<"media_part">[]> =>
  query((db) =>
    db
      .selectFrom("media_part")
      .selectAll()
      .where("media_id", "=", plan.media.id)
      .where("rendition", "=", rung.name)
      .where("made_with", "=", signature(plan, probe, rung))
      .orderBy("part")
      .execute(),
  );

/** All that decides what is in a part, so that those of other settings, or of another file, are not joined with it. */
function signature(
  { file, settings: { codec, crf, preset } }: Plan,
  { parts }: Probe,
  { width, height }: Rung,
): string {
  const decisive = JSON.stringify([file.key, codec, crf, preset, width, height, parts]);
  return createHash("sha256").update(decisive).digest("hex").slice(0, 20);
}
