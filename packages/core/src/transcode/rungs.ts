import { availableParallelism } from "node:os";
import type { Source } from "./arguments.ts";
import { fetchRung } from "./fetch.ts";
import { ladder, type Rung } from "./ladder.ts";
import { ARCHIVAL, audioName } from "./names.ts";
import { makePreview, makeSprite, makeThumbnail } from "./pictures.ts";
import type { Probe } from "./probe.ts";
import { makeArchival, makeAudio, makeRung } from "./video.ts";
import { picturedOf } from "./wanted.ts";
import { attempt, type Work } from "./work.ts";

/** Small rungs leave cores idle, so two go at once where there are two; more would only wait for each other. */
const AT_ONCE = Math.min(2, availableParallelism());

type Task = () => Promise<void>;

/** Each in one piece; then pictures of them. */
export const makeRungs = (work: Work, source: Source, rungs: Rung[]): Task[] =>
  rungs.map((rung) => async () => {
    await attempt(work, rung.name, () => makeRung(work, source, rung));
    await pictures(work, source.probe, rung);
  });

/** What there is of a video beside its rungs: each sound track, and what is kept to work from. */
export function besides(work: Work, source: Source): Task[] {
  const sound = source.probe.audio.map((_, n) => () => attempt(work, audioName(n), () => makeAudio(work, source, n)));
  if (source.settings.archival === "none") return sound;
  return [...sound, () => attempt(work, ARCHIVAL, () => makeArchival(work, source))];
}

/** What stands for a video is made of small rungs, each after the one it is made of. */
export async function pictures(work: Work, probe: Probe, rung: Rung): Promise<void> {
  const rungs = ladder(probe, work.plan.settings.heights);
  const small = { rung, probe };
  const make = (name: string, run: typeof makeSprite) =>
    attempt(work, name, async () => {
      if (work.plan.made.has(rung.name)) await fetchRung(work, rung);
      await run(work, small);
    });
  if (rung.name === rungs[0]?.name) await make("sprite", makeSprite);
  if (rung.name !== picturedOf(rungs)?.name) return;
  await make("thumbnail", makeThumbnail);
  await make("preview", makePreview);
}

/** Waits for all, also where one fails. */
export async function together(tasks: Task[]): Promise<void> {
  const waiting = [...tasks];
  const worker = async () => {
    for (let task = waiting.shift(); task; task = waiting.shift()) await task();
  };
  const ended = await Promise.allSettled(Array.from({ length: AT_ONCE }, worker));
  for (const one of ended) if (one.status === "rejected") throw one.reason;
}
