import { join } from "node:path";
import * as Actor from "../actor/index.ts";
import { computeSegments } from "../annotation/members.ts";
import { allowEdit } from "../annotation/place.ts";
import { AnnotationType } from "../annotation-type/index.ts";
import { record } from "../audit/record.ts";
import { query, transaction } from "../database/index.ts";
import { AppError } from "../error/index.ts";
import { File } from "../file/index.ts";
import type { Reporter } from "../ingest/reporter.ts";
import { reporting } from "../ingest/reporting.ts";
import { asRequester } from "../job/requester.ts";
import { Layer } from "../layer/index.ts";
import { Objects } from "../object/index.ts";
import { Run } from "../run/index.ts";
import type { Execution } from "./job.ts";
import { PARSERS } from "./parse/index.ts";
import { openFile } from "./parse/opened.ts";
import type { Parsed, Problem } from "./parse/parsed.ts";
import { preview } from "./preview.ts";
import { insertDrawn, insertStated, type Row } from "./read/insert.ts";
import { mediaIn } from "./read/media.ts";
import { renamed } from "./read/renamed.ts";
import { Taking } from "./read/taking.ts";
import { Classes, definitionsOf, type Wanted, wanting } from "./read/types.ts";
import type { Import } from "./schema.ts";
import { WRITERS } from "./write/index.ts";

const BATCH_ROWS = 5_000;
const TRACKS_AT_ONCE = 200;
const TOLD_IN_ERROR = 20;
const TOLD_IN_REPORT = 100;

/** Takes a file in, and ends the run in the same transaction: all of it happened, or nothing. */
export const read = (job: Run.Job, asked: Import, execution: Execution): Promise<void> =>
  reporting(job, { ...execution, stage: "Work" }, async (reporter) => {
    reporter.tell({ fraction: 0, step: "Import", rows: 0 });
    const path = join(execution.workdir, "annotations");
    const { key, name } = await File.location(asked.fileId);
    await Objects.download(key, path, { signal: reporter.signal });
    const open = await openFile(path, { isText: !WRITERS[asked.format].archive });
    const said = () => PARSERS[asked.format](open, name);
    if (asked.preview) return await preview(job, asked, said, reporter);
    const parse = () => renamed(said(), asked.attributes ?? {});
    let taking: Taking | undefined;
    try {
      await transaction(async () => {
        // A run by itself only reads; what is written is written with the rights that whoever asked for it has now.
        const taken = await asRequester(Actor.userID(), async () => {
          const layerID = await layerFor(asked);
          const types = await typesFor(asked, parse);
          const media = await mediaIn(asked.projectId, asked.mediaId ?? undefined);
          taking = new Taking(layerID, media, new Classes(types, asked.classes ?? {}));
          const into = { layerID, reporter, keepGood: asked.keepGood ?? false };
          return { layerID, taking, created: await take(parse(), taking, into) };
        });
        refuse(taken.taking, asked);
        await finish(job, asked, taken);
      });
    } finally {
      if (taking) await tell(job, taking.problems);
    }
  });

/** The layer that is written on, which the actor may edit. Where none was named it was settled when the run was asked for. */
async function layerFor({ projectId: projectID, layerId, newLayer }: Import): Promise<string> {
  const layer = { description: "", baseIds: [], showEmpty: true };
  const id =
    layerId ??
    (newLayer == null
      ? await Layer.baseline(projectID)
      : await Layer.create({ projectID, layer: { ...layer, name: newLayer } }));
  await allowEdit([{ id, path: "/layerId" }], "layer");
  return id;
}

/** All types there are, and those that are made because the file speaks of them. */
async function typesFor({ projectId: projectID, classes, createTypes }: Import, parse: () => AsyncIterable<Parsed>) {
  const existing = await AnnotationType.typesAround(projectID);
  if (!createTypes) return existing;
  const [known, wanted]: [Classes, Wanted] = [new Classes(existing, classes ?? {}), new Map()];
  for await (const parsed of parse()) wanting(known, wanted, parsed);
  for (const type of definitionsOf(wanted, existing))
    await AnnotationType.create({ projectID, type: AnnotationType.Definition.parse(type) });
  return wanted.size === 0 ? existing : AnnotationType.typesAround(projectID);
}

type Into = { layerID: string; reporter: Reporter; keepGood: boolean };

/** Row by row; where it is all or nothing and something is wrong, the rest is only looked at. Answers how many are new. */
async function take(
  parsed: AsyncIterable<Parsed>,
  taking: Taking,
  { layerID, reporter, keepGood }: Into,
): Promise<number> {
  const allowed = new Set<string>();
  let [created, rows] = [0, [] as Row[]];
  const flush = async () => {
    const batch = rows;
    rows = [];
    if (batch.length === 0 || (taking.problemCount > 0 && !keepGood)) return;
    await allowMedia(
      batch.map(({ m }) => m),
      allowed,
    );
    created += await insertDrawn(layerID, batch);
    // How much there is nobody knows before its end.
    reporter.tell({ fraction: 0.5, step: "Import", rows: taking.read });
  };
  for await (const one of parsed) {
    reporter.signal.throwIfAborted();
    rows.push(...taking.take(one));
    if (rows.length >= BATCH_ROWS) await flush();
  }
  await flush();
  if (taking.problemCount > 0 && !keepGood) return 0;
  const states = [...taking.states, ...taking.tracks()];
  await allowMedia(
    states.flatMap(({ m }) => m),
    allowed,
  );
  for (let i = 0; i < states.length; i += TRACKS_AT_ONCE) {
    const some = states.slice(i, i + TRACKS_AT_ONCE);
    const made = new Set(await insertStated(layerID, some));
    await computeSegments(some.filter(({ e, s }) => made.has(e) && s.length > 0).map(({ e }) => e));
    created += made.size;
  }
  return created;
}

async function allowMedia(ids: readonly string[], allowed: Set<string>): Promise<void> {
  const fresh = [...new Set(ids)].filter((id) => !allowed.has(id));
  if (fresh.length === 0) return;
  await allowEdit(
    fresh.map((id) => ({ id, path: "/fileId" })),
    "media",
  );
  for (const id of fresh) allowed.add(id);
}

function refuse({ problemCount, problems, read }: Taking, { keepGood }: Import): void {
  if (problemCount === 0 || keepGood) return;
  const told = problems.slice(0, TOLD_IN_ERROR).map(({ at, message }) => `${at}: ${message}`);
  const more = problemCount > told.length ? `\n… and ${problemCount - told.length} more; see the log` : "";
  throw new AppError(
    "unprocessable",
    "annotation_file.problems",
    `${problemCount} of ${Math.max(read, problemCount)} can't be taken in, so nothing was.\n${told.join("\n")}${more}`,
  );
}

type Taken = { layerID: string; taking: Taking; created: number };

async function finish(job: Run.Job, asked: Import, { layerID, taking, created }: Taken): Promise<void> {
  const { projectId, fileId, format } = asked;
  const { read, cut, left, problemCount, problems } = taking;
  const tracks = taking.tracks().length;
  const kept = taking.made + taking.states.length + tracks - created;
  const parameters = { layerId: layerID, fileId, format, created };
  await record({ type: "annotation.imported", entityID: projectId, parameters });
  const sha256 = await query((db) =>
    db.selectFrom("file").select("sha256").where("id", "=", fileId).executeTakeFirst(),
  );
  const contentHash = sha256?.sha256;
  await Run.succeed({
    ...{ runID: job.runId, attempt: job.attempt },
    outputs: {
      ...{ layerId: layerID, read, created, kept, cut, left, tracks, problemCount },
      problems: problems.slice(0, TOLD_IN_REPORT).map(({ at, message }) => ({ at, message })),
    },
    used: [{ entityID: fileId, role: "file", ...(contentHash ? { contentHash } : {}) }],
    generated: [{ entityID: layerID, role: "layer" }],
  });
}

/** Beside the run, where nobody has to count them: a line for each. */
const tell = ({ runId: runID, attempt }: Run.Job, problems: readonly Problem[]): Promise<void> =>
  Run.log({
    runID,
    attempt,
    entries: problems.map(({ at, message }) => ({
      level: "warn" as const,
      step: "Import",
      message: `${at}: ${message}`,
    })),
  });
