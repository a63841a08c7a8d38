import { availableParallelism } from "node:os";
import { extname, join } from "node:path";
import { AppError } from "../error/index.ts";
import { File } from "../file/index.ts";
import { leaveReason } from "../ingest/reason.ts";
import { Media } from "../media/index.ts";
import { hashFile } from "../object/hash-file.ts";
import { Objects } from "../object/index.ts";
import { Run } from "../run/index.ts";
import type { Source } from "./arguments.ts";
import { makeImages } from "./image.ts";
import { type Job, type Plan, plan } from "./job.ts";
import { keepProbe } from "./keep.ts";
import { ladder, type Rung } from "./ladder.ts";
import { look } from "./look.ts";
import { ARCHIVAL, audioName } from "./names.ts";
import { makePreview, makeSprite, makeThumbnail } from "./pictures.ts";
import type { Probe } from "./probe.ts";
import { startProgress } from "./progress.ts";
import { makeArchival, makeAudio, makeRung } from "./video.ts";
import { isShort, probed, weights } from "./wanted.ts";
import { attempt, fileIn, type Work } from "./work.ts";

/** Small rungs leave cores idle, so two go at once where there are two; more would only wait for each other. */
const AT_ONCE = Math.min(2, availableParallelism());
/** What thumbnail and preview are made of: large enough to look well, small enough to be read at once. */
const PICTURED = 360;

export type Execution = {
  workdir: string;
  signal: AbortSignal;
  /** Rungs that this job makes; the first job of a run looks into the file, and makes all where that is not much. */
  only?: string[] | undefined;
};

/** Fetches the original and makes of it what is missing. Whatever was made is there for good at once. */
export async function execute(job: Job, { workdir, signal, only }: Execution): Promise<void> {
  const planned = await plan(job);
  const progress = startProgress(job, signal);
  const work: Work = { plan: planned, folder: workdir, signal: progress.signal, progress };
  try {
    if (only) await others(work, only);
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
  const hash = await hashFile(path, signal);
  if (!(await File.verify(planned.file.id, hash)))
    throw new AppError(
      "unprocessable",
      "media.wrong_hash",
      "The file's bytes are not those its SHA-256 was declared for. Upload it again.",
    );
  if (planned.media.dtype === "image") return makeImages(work, path, hash);
  await report(planned, "Look");
  const probe = await look(path, signal);
  await keepProbe(planned, probe, hash);
  const { settings } = planned;
  progress.weigh(weights(probe, settings.heights));
  const rungs = ladder(probe, settings.heights);
  const [smallest] = rungs;
  const mine = isShort(probe, settings.heights)
    ? rungs
    : rungs.filter((rung) => rung === smallest || rung.name === `${PICTURED}`);
  await makeAll(work, { path, probe, settings }, mine, true);
}

async function others(work: Work, only: string[]): Promise<void> {
  const probe = probed(work.plan.media);
  if (!probe) throw new AppError("internal", "media.not_probed", "The file was not looked into.");
  const path = await fetchOriginal(work);
  const { settings } = work.plan;
  const rungs = ladder(probe, settings.heights).filter(({ name }) => only.includes(name));
  await makeAll(work, { path, probe, settings }, rungs, false);
}

/** Rungs from the smallest, which can be looked at while the others are made; then pictures of them, and sound. */
async function makeAll(work: Work, source: Source, rungs: Rung[], isFirst: boolean): Promise<void> {
  const { probe } = source;
  const pictured = rungs.find(({ height }) => height >= PICTURED) ?? rungs.at(-1);
  const [smallest] = rungs;
  const tasks: (() => Promise<void>)[] = rungs.map((rung) => async () => {
    await attempt(work, rung.name, () => makeRung(work, source, rung));
    if (!isFirst) return;
    if (rung === smallest) await pictureOf(work, rung, probe, "sprite", makeSprite);
    if (rung !== pictured) return;
    await pictureOf(work, rung, probe, "thumbnail", makeThumbnail);
    await pictureOf(work, rung, probe, "preview", makePreview);
  });
  if (isFirst)
    tasks.splice(
      1,
      0,
      ...probe.audio.map((_, n) => () => attempt(work, audioName(n), () => makeAudio(work, source, n))),
    );
  if (isFirst && source.settings.archival !== "none")
    tasks.push(() => attempt(work, ARCHIVAL, () => makeArchival(work, source)));
  await together(tasks, AT_ONCE);
}

type Make = (work: Work, small: { rung: Rung; probe: Probe }) => Promise<void>;

/** Of a rung that was made before this job there is no file here yet. */
const pictureOf = (work: Work, rung: Rung, probe: Probe, name: string, make: Make): Promise<void> =>
  attempt(work, name, async () => {
    if (work.plan.made.has(rung.name)) await fetchRung(work, rung);
    await make(work, { rung, probe });
  });

async function together(tasks: (() => Promise<void>)[], most: number): Promise<void> {
  const waiting = [...tasks];
  const worker = async () => {
    for (let task = waiting.shift(); task; task = waiting.shift()) await task();
  };
  const ended = await Promise.allSettled(Array.from({ length: most }, worker));
  for (const one of ended) if (one.status === "rejected") throw one.reason;
}

/** Under a name of ours: only its ending is the file's, for formats that are known by nothing else. */
async function fetchOriginal({ plan: { file }, folder, signal }: Work): Promise<string> {
  const ending = /^\.[a-z0-9]{1,5}$/i.exec(extname(file.name))?.[0] ?? "";
  const path = join(folder, `original${ending.toLowerCase()}`);
  const { bytes } = await Objects.download(file.key, path, { signal });
  if (bytes === file.bytes) return path;
  throw new AppError("unavailable", "media.incomplete_download", `Fetched ${bytes} of ${file.bytes} bytes.`);
}

async function fetchRung(work: Work, { name }: Rung): Promise<void> {
  const row = (await Media.renditionsOf(work.plan.media.id)).find((one) => one.name === name);
  if (row) await Objects.download(row.key, fileIn(work, `${name}.mp4`), { signal: work.signal });
}

const report = ({ job }: Plan, step: string) =>
  Run.report({
    ...{ runID: job.runId, attempt: job.attempt, progress: { fraction: 0.01, step } },
    ...{ engine: "batch", stage: "Encode" },
  });
