import { createWriteStream } from "node:fs";
import { open, rm, stat } from "node:fs/promises";
import { pipeline } from "node:stream/promises";
import { query } from "../database/index.ts";
import { Objects } from "../object/index.ts";
import { type Box, readAt, topBoxes } from "./boxes.ts";
import { dontCut } from "./cut.ts";
import type { Rung } from "./ladder.ts";
import { partsMade } from "./part.ts";
import { startOf } from "./parts.ts";
import type { Probe } from "./probe.ts";
import { indexOf } from "./segment-index.ts";
import { shift } from "./shift.ts";
import { keepRung } from "./video.ts";
import { fileIn, type Work } from "./work.ts";

/** Makes one file of the parts of a rung, as if it had been encoded in one piece; false where they do not fit each other. */
export async function joinParts(work: Work, probe: Probe, rung: Rung): Promise<boolean> {
  const { plan, signal } = work;
  const made = await partsMade(plan, probe, rung);
  const out = fileIn(work, `${rung.name}.mp4`);
  const fetched = async function* () {
    for (const { key, part } of made) {
      const path = fileIn(work, `part-${part}.mp4`);
      await Objects.download(key, path, { signal });
      yield path;
      await rm(path);
    }
  };
  try {
    await joined(fetched(), probe, out);
  } catch (error) {
    if (!(error instanceof JoinError)) throw error;
    await dontCut(plan, rung.name, error.message);
    return false;
  }
  await keepRung(work, { probe, settings: plan.settings }, rung, out);
  await forget(work, rung, made);
  return true;
}

/** Whoever deletes an object that a row names leaves a row that names nothing, so rows go first. */
async function forget({ plan }: Work, { name }: Rung, made: { key: string }[]): Promise<void> {
  await query((db) =>
    db.deleteFrom("media_part").where("media_id", "=", plan.media.id).where("rendition", "=", name).execute(),
  );
  for (const { key } of made) await Objects.remove(key);
}

class JoinError extends Error {}

/** Writes the head of the first part and the fragments of all, each moved to its time. */
export async function joined(paths: AsyncIterable<string>, probe: Probe, out: string): Promise<void> {
  const { parts = [] } = probe;
  const heads: Buffer[] = [];
  let sequence = 0;
  const pieces = async function* () {
    for await (const path of paths) {
      const { index } = await indexOf(path, probe);
      const part = heads.length;
      const head = await headOf(path, index.init.size);
      heads.push(head);
      if (part === 0) yield head;
      else if (!heads[0]?.equals(head)) throw new JoinError("Its parts were not encoded alike.");
      for await (const { bytes, isLast } of fragmentsOf(path)) {
        const [by = 0, next] = parts.slice(part, part + 2).map((one) => startOf(one, probe, index.timescale));
        if (isMovie(bytes)) shift(bytes, { sequence: ++sequence, by, until: isLast ? next : undefined });
        yield bytes;
      }
    }
  };
  await pipeline(pieces, createWriteStream(out));
  const { frames } = (await indexOf(out, probe)).index;
  if (heads.length !== parts.length || frames !== probe.frames)
    throw new JoinError(`${heads.length} of ${parts.length} parts have ${frames} of ${probe.frames} frames.`);
}

/** What comes after the head, box by box: what is said of each fragment, and what is in it. */
async function* fragmentsOf(path: string): AsyncGenerator<{ bytes: Buffer; isLast: boolean }> {
  const { size } = await stat(path);
  const file = await open(path);
  try {
    const boxes: Box[] = [];
    for await (const box of topBoxes(file, size)) if (box.type === "moof" || box.type === "mdat") boxes.push(box);
    const last = boxes.findLast(({ type }) => type === "moof");
    for (const box of boxes) yield { bytes: await readAt(file, box.offset, box.size), isLast: box === last };
  } finally {
    await file.close();
  }
}

const isMovie = (box: Buffer): boolean => box.toString("latin1", 4, 8) === "moof";

async function headOf(path: string, length: number): Promise<Buffer> {
  const file = await open(path);
  try {
    return await readAt(file, 0, length);
  } finally {
    await file.close();
  }
}
