import { type Job, plan } from "./job.ts";
import { ladder } from "./ladder.ts";
import { isShort, probed } from "./wanted.ts";

/** Rungs that the first job left to others, a list for each job. What it could not make is not tried again by the same run. */
export async function remaining(job: Job): Promise<{ works: string[] }> {
  const { media, made, settings } = await plan(job);
  const probe = probed(media);
  if (!probe || isShort(probe, settings.heights)) return { works: [] };
  const failed = new Set(media.problems.map(({ rendition }) => rendition));
  const rungs = ladder(probe, settings.heights).filter(({ name }) => !made.has(name) && !failed.has(name));
  // The largest take longest, so they begin first.
  return { works: rungs.reverse().map(({ name }) => JSON.stringify([name])) };
}
