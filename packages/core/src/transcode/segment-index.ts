import { type FileHandle, open, stat } from "node:fs/promises";
import { find, readAt, topBoxes } from "./boxes.ts";
import { readFragment } from "./fragment.ts";
import { mimeOf } from "./mime.ts";
import type { Rational } from "./rational.ts";
import type { SegmentIndex } from "./segment-schema.ts";

export type Track = { index: SegmentIndex; mime: string; durationSeconds: number };

/** Reads a fragmented MP4 file of one track. Its samples are not read, so an hour of video takes a moment. */
export async function indexOf(path: string, { fps, variable }: { fps: Rational; variable: boolean }): Promise<Track> {
  const { size } = await stat(path);
  const file = await open(path);
  try {
    const moov = await headOf(file, size);
    const segments: SegmentIndex["segments"] = [];
    const times: number[] = [];
    for await (const box of topBoxes(file, size)) {
      const last = segments.at(-1);
      if (box.type === "moof") {
        const fragment = readFragment(await readAt(file, box.offset, box.size));
        const { offset, size: bytes } = box;
        segments.push({
          frame: times.length,
          frames: fragment.times.length,
          offset,
          size: bytes,
          time: fragment.times[0] ?? 0,
        });
        for (const time of fragment.times) times.push(time);
      } else if (box.type === "mdat" && last && last.offset + last.size === box.offset) last.size += box.size;
    }
    const index: SegmentIndex = {
      version: 1,
      timescale: moov.timescale,
      fps,
      startTime: times[0] ?? 0,
      frames: times.length,
      init: { offset: 0, size: moov.end },
      segments,
      timestamps: variable ? times : null,
    };
    return { index, mime: moov.mime, durationSeconds: durationOf(times, moov.timescale) };
  } finally {
    await file.close();
  }
}

/** The last frame lasts as long as the one before it. */
function durationOf(times: number[], timescale: number): number {
  const [first = 0, last = 0] = [times[0], times.at(-1)];
  const before = times.at(-2) ?? last;
  return (last - first + (last - before)) / timescale;
}

async function headOf(file: FileHandle, bytes: number): Promise<{ end: number; timescale: number; mime: string }> {
  for await (const box of topBoxes(file, bytes)) {
    if (box.type !== "moov") continue;
    const moov = await readAt(file, box.offset, box.size);
    return { end: box.offset + box.size, timescale: timescaleOf(moov), mime: mimeOf(moov) };
  }
  throw new Error("A file without a head");
}

function timescaleOf(moov: Buffer): number {
  const mdhd = find(moov, ["moov", "trak", "mdia", "mdhd"]);
  if (!mdhd) throw new Error("A track without a clock");
  return moov.readUInt32BE(mdhd.body + (moov.readUInt8(mdhd.body) === 1 ? 20 : 12));
}
