import { createHash } from "node:crypto";
import * as Actor from "../actor/index.ts";
import { parseLines } from "../analysis/lines.ts";
import { transaction } from "../database/index.ts";
import { AppError } from "../error/index.ts";
import { Objects } from "../object/index.ts";
import { must } from "../util/index.ts";
import { own } from "./read.ts";
import type { Uploads } from "./schema.ts";
import { outputKey } from "./upload.ts";

const MIB = 1024 * 1024;
/** A request to a function has at most 6 MB. */
const LARGEST = 4 * MIB;
/** Of all pieces, as the step that writes them holds them at once. */
const LARGEST_TOGETHER = 64 * MIB;
const TYPE = "application/x-ndjson";
const DIGITS = 6;

export type Kept = { piece: number; lines: number; bytes: number };

/**
 * Keeps some lines of what a job found until it hands in its result; nothing is written before. The same piece again is the same
 * one; what is wrong with a line is said at once. The number says in which order they are read.
 */
export async function keepPiece(piece: number, bytes: Uint8Array): Promise<Kept> {
  const run = Actor.job();
  if ((await own()).spec.task !== "image")
    throw new AppError("unprocessable", "job.no_pieces", "This job leaves its annotations as a file, not in pieces.");
  if (bytes.length > LARGEST) throw tooLarge(`A piece has at most ${LARGEST / MIB} MiB.`);
  const lines = parseLines(bytes).length;
  const sha256 = createHash("sha256").update(bytes).digest("hex");
  // Before it is noted: what is noted is there.
  await Objects.put(keyOf(run, piece, sha256), bytes, TYPE);
  await transaction(async (tx) => {
    const ofThis = { run_id: run.runID, part: run.part, attempt: run.attempt };
    const row = await tx
      .selectFrom("job")
      .select(["uploads", "result"])
      .where((eb) => eb.and(ofThis))
      .forUpdate()
      .executeTakeFirst();
    const { uploads, result } = must(row, `job of ${run.runID}`);
    const before = uploads[nameOf(piece)];
    if (before?.sha256 === sha256) return;
    if (before)
      throw new AppError("conflict", "job.piece_differs", `Piece ${piece} is there already, with other lines.`);
    if (result)
      throw new AppError("conflict", "job.handed_in", "The result of this job was handed in; no piece is added to it.");
    const all: Uploads = { ...uploads, [nameOf(piece)]: { bytes: bytes.length, sha256, contentType: TYPE } };
    const total = Object.values(all).reduce((sum, one) => sum + one.bytes + NEW_LINE.length, 0);
    if (total > LARGEST_TOGETHER)
      throw tooLarge(
        `The pieces of a batch have at most ${LARGEST_TOGETHER / MIB} MiB together. Give a job fewer media.`,
      );
    await tx
      .updateTable("job")
      .set({ uploads: JSON.stringify(all) })
      .where((eb) => eb.and(ofThis))
      .execute();
  });
  return { piece, lines, bytes: bytes.length };
}

type JobKey = { runID: string; attempt: number; part: number };

/** All that a job handed in, in order. */
export async function piecesOf(job: JobKey, uploads: Uploads): Promise<Uint8Array> {
  const pieces: Uint8Array[] = [];
  for (const [name, { bytes, sha256 }] of Object.entries(uploads).toSorted(([a], [b]) => (a < b ? -1 : 1)))
    if (bytes > 0) pieces.push(await Objects.range(keyOf(job, Number(name), sha256), 0, bytes), NEW_LINE);
  return Buffer.concat(pieces);
}

const NEW_LINE = Buffer.from("\n");
const nameOf = (piece: number): string => `${piece}`.padStart(DIGITS, "0");
/** Another try of the same batch never writes over what an earlier one left. */
const keyOf = (job: JobKey, piece: number, sha256: string): string =>
  outputKey(job, `${nameOf(piece)}-${sha256}.ndjson`);

const tooLarge = (message: string) => new AppError("unprocessable", "job.piece_too_large", message);
