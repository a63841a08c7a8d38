import * as Config from "../config/index.ts";
import { FFmpeg } from "../ffmpeg/index.ts";
import { ENCODERS } from "./codec.ts";
import { keepProblem } from "./keep.ts";
import type { Rung } from "./ladder.ts";
import type { Work } from "./work.ts";

/** Whether there is what makes these rungs; where not, each says so, and how to go on. */
export async function canEncode({ plan, progress }: Work, rungs: readonly Rung[]): Promise<boolean> {
  const { codec } = plan.settings;
  const encoder = ENCODERS[codec];
  if ((await FFmpeg.encoders(Config.ffmpeg())).has(encoder)) return true;
  const message = `The ffmpeg here can't make ${codec.toUpperCase()}: it lacks ${encoder}. Choose another codec for this type of media and repair it, or install an ffmpeg that has it.`;
  for (const { name } of rungs) {
    if (plan.made.has(name)) continue;
    await keepProblem(plan, name, "media.no_encoder", message);
    progress.end(name, "failed");
  }
  return false;
}
