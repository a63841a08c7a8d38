import { AppError } from "../error/index.ts";
import { File } from "../file/index.ts";
import { leaveReason } from "../ingest/reason.ts";
import { hashFile } from "../object/hash-file.ts";
import { Run } from "../run/index.ts";
import { cut } from "./cut.ts";
import { canEncode } from "./encoder.ts";
import { fetchOriginal, fetchPart } from "./fetch.ts";
import { makeImages } from "./image.ts";
import { type Job, type Plan, plan } from "./job.ts";
import { joinParts } from "./join.ts";
import { keepProbe } from "./keep.ts";
import { ladder } from "./ladder.ts";
import { survey } from "./look.ts";
import { makePart } from "./part.ts";
import { startProgress } from "./progress.ts";
import { besides, makeRungs, pictures, together } from "./rungs.ts";
import type { Share } from "./share.ts";
import { early, inOrder, isShort, probed, weights } from "./wanted.ts";
import { attempt, type Work } from "./work.ts";

export type Execution = {
  workdir: string;
  signal: AbortSignal;
  /** What this job makes; the first job of a run looks into the file, and makes all where that is not much. */
  share?: Share | undefined;
};

/** Fetches the original and makes of it what is missing. Whatever was made is there for good at once. */
export async function execute(job: Job, { workdir, signal, share }: Execution): Promise<void> {
  const planned = await plan(job);
  const progress = startProgress(job, signal);
  const work: Work = { plan: planned, folder: workdir, signal: progress.signal, progress };
  try {
    if (share) await further(work, share);
    else await first(work);
  } catch (error) {
    progress.signal.throwIfAborted();
    await leaveReason(job, error);
    throw error;
  } finally {
    await progress.close();
  }
}

async function first(work: Work): Promise<void> {
  const { plan: planned, signal, progress } = work;
  await report(planned, "Fetch");
  const path = await fetchOriginal(work);
  if (planned.media.dtype === "image") return makeImages(work, path, await verified(work, path));
  await report(planned, "Look");
  const looking = survey(path, signal);
  looking.catch(() => undefined); // said below, unless what there is to read is not even the file
  const hash = await verified(work, path);
  const found = await looking;
  const { settings } = planned;
  const probe = { ...found.probe, parts: await cut(path, found, planned.file.bytes) };
  await keepProbe(planned, probe, hash);
  progress.weigh(weights(probe, settings.heights));
  const source = { path, probe, settings };
  const rungs = ladder(probe, settings.heights);
  if (!(await canEncode(work, rungs))) return together(besides(work, source));
  if (probe.parts.length > 0) {
    const there = early(rungs).filter(({ name }) => planned.made.has(name));
    return together([...besides(work, source), ...there.map((rung) => () => pictures(work, probe, rung))]);
  }
  const mine = isShort(probe, settings.heights) ? rungs : early(rungs);
  await together([...makeRungs(work, source, inOrder(mine)), ...besides(work, source)]);
}

async function verified({ plan: { file }, signal }: Work, path: string): Promise<string> {
  const hash = await hashFile(path, signal);
  if (await File.verify(file.id, hash)) return hash;
  throw new AppError(
    "unprocessable",
    "media.wrong_hash",
    "The file's bytes are not those its SHA-256 was declared for. Upload it again.",
  );
}

async function further(work: Work, share: Share): Promise<void> {
  const probe = probed(work.plan.media);
  if (!probe) throw new AppError("internal", "media.not_probed", "The file was not looked into.");
  const { settings } = work.plan;
  const rungs = ladder(probe, settings.heights);
  const named = (names: string[]) => rungs.filter(({ name }) => names.includes(name));
  if ("join" in share) {
    for (const rung of named([share.join])) {
      let isThere = work.plan.made.has(rung.name);
      await attempt(work, rung.name, async () => {
        isThere = await joinParts(work, probe, rung);
      });
      if (isThere) await pictures(work, probe, rung);
    }
    return;
  }
  if (!("part" in share)) {
    const path = await fetchOriginal(work);
    return together(makeRungs(work, { path, probe, settings }, named(share.rungs)));
  }
  const part = probe.parts?.[share.part];
  if (!part) return; // since found that it can't be cut
  const path = await fetchPart(work, part);
  const source = { path, probe, settings, part };
  await together(inOrder(named(share.rungs)).map((rung) => () => makePart(work, source, rung, share.part)));
}

const report = ({ job }: Plan, step: string) =>
  Run.report({
    ...{ runID: job.runId, attempt: job.attempt, progress: { fraction: 0.01, step } },
    ...{ engine: "batch", stage: "Encode" },
  });
