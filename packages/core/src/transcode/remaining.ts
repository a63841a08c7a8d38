import { type Job, type Plan, plan } from "./job.ts";
import { ladder, type Rung } from "./ladder.ts";
import { partsMade } from "./part.ts";
import type { Probe } from "./probe.ts";
import type { Share } from "./share.ts";
import { early, probed } from "./wanted.ts";

/**
 * What the jobs before have left to others, a text for each job; asked again after each round, until nothing is left. What could
 * not be made is not tried again by the same run.
 */
export async function remaining(job: Job): Promise<{ works: string[] }> {
  const planned = await plan(job);
  const { media, made, settings } = planned;
  const probe = probed(media);
  if (!probe) return { works: [] };
  const failed = new Set(media.problems.map(({ rendition }) => rendition));
  const rungs = ladder(probe, settings.heights);
  const left = rungs.filter(({ name }) => !made.has(name) && !failed.has(name));
  const shares = probe.parts?.length
    ? await inParts(planned, { ...probe, parts: probe.parts }, { rungs, left })
    : left.map(({ name }): Share => ({ rungs: [name] })).reverse(); // the largest take longest, so they begin first
  return { works: shares.map((share) => JSON.stringify(share)) };
}

/** Each part is fetched once for all rungs that are made of it. The early rungs come in a round before the others. */
async function inParts(
  planned: Plan,
  probe: Probe & Required<Pick<Probe, "parts">>,
  { rungs, left }: { rungs: Rung[]; left: Rung[] },
): Promise<Share[]> {
  const { parts } = probe;
  const lacking = new Map<Rung, number[]>();
  for (const rung of left) {
    const there = new Set((await partsMade(planned, probe, rung)).map(({ part }) => part));
    lacking.set(
      rung,
      [...parts.keys()].filter((part) => !there.has(part)),
    );
  }
  const whole = left.filter((rung) => lacking.get(rung)?.length === 0);
  const before = early(rungs).filter((rung) => lacking.get(rung)?.length);
  const now = before.length > 0 ? before : left;
  return [
    ...whole.map(({ name }): Share => ({ join: name })),
    ...[...parts.keys()].flatMap((part): Share[] => {
      const names = now.filter((rung) => lacking.get(rung)?.includes(part)).map(({ name }) => name);
      return names.length > 0 ? [{ part, rungs: names }] : [];
    }),
  ];
}
