import { record } from "../audit/record.ts";
import { type Row, transaction } from "../database/index.ts";
import { AppError } from "../error/index.ts";
import { Media } from "../media/index.ts";
import { Run } from "../run/index.ts";
import { type Job, type Plan, plan } from "./job.ts";
import { keepProblem, tell } from "./keep.ts";
import { wanted } from "./wanted.ts";

const SHOWN = ["streaming", "image"];

/** Ends the run: everything there, or what there is and why not the rest. Without anything to look at it has failed. */
export async function register(job: Job): Promise<{ mediaId: string; renditions: number }> {
  const planned = await plan(job);
  const { media, file } = planned;
  const progress = { fraction: 0.98, step: "Register" };
  await Run.report({ runID: job.runId, attempt: job.attempt, progress, engine: "lambda", stage: "Register" });
  const rows = await Media.renditionsOf(media.id);
  const missing = await explained(planned, rows);
  if (!rows.some(({ role }) => SHOWN.includes(role))) {
    const why = missing[0]?.message ?? "Nothing of it could be read.";
    throw new AppError("unprocessable", "media.nothing_made", `Nothing could be made of it to look at. ${why}`);
  }
  const frames = await decoded(planned, rows);
  const state = missing.length === 0 ? "ready" : "partial";
  await transaction(async (tx) => {
    await tx
      .updateTable("media")
      .set({ state, ...(frames === null ? {} : { frames }) })
      .where("id", "=", media.id)
      .execute();
    // Of what was made in one piece after all; their objects go with the next sweep.
    const names = rows.map(({ name }) => name);
    await tx.deleteFrom("media_part").where("media_id", "=", media.id).where("rendition", "in", names).execute();
    await record({ type: `media.${state}`, entityID: media.id, parameters: { runId: job.runId } });
    await Run.succeed({
      ...{ runID: job.runId, attempt: job.attempt },
      outputs: { media: media.id, renditions: rows.length, missing: missing.map(({ rendition }) => rendition) },
      used: [{ entityID: file.id, role: "source", ...(media.fingerprint ? { contentHash: media.fingerprint } : {}) }],
      generated: [{ entityID: media.id, role: "media" }],
    });
  });
  return { mediaId: media.id, renditions: rows.length };
}

/** Of a job that was lost nobody wrote down what became of its rungs. */
async function explained(planned: Plan, rows: Row<"media_rendition">[]): Promise<Media.Problem[]> {
  const made = new Set(rows.map(({ name }) => name));
  const problems = planned.media.problems.filter(({ rendition }) => !made.has(rendition));
  const known = new Set(problems.map(({ rendition }) => rendition));
  for (const rendition of wanted(planned)) {
    if (made.has(rendition) || known.has(rendition)) continue;
    const message = "The job that was to make it ended without saying why.";
    await keepProblem(planned, rendition, "media.job_lost", message);
    problems.push({ rendition, code: "media.job_lost", message });
  }
  return problems;
}

/** A damaged file has fewer frames than it says: what counts is what its renditions show. */
async function decoded(planned: Plan, rows: Row<"media_rendition">[]): Promise<number | null> {
  const counts = rows.flatMap(({ role, frames }) => (role === "streaming" && frames !== null ? [frames] : []));
  const [frames] = counts;
  if (frames === undefined || counts.some((count) => count !== frames)) return null;
  const said = planned.media.frames;
  if (frames !== said)
    await tell(
      planned,
      "Register",
      "warn",
      `The file says that it has ${said} frames; ${frames} of them can be shown.`,
    );
  return frames;
}
