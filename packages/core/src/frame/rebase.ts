import { must } from "../util/index.ts";
import { type Box, boxes, findBox, flagsOf, versionOf } from "./boxes.ts";

/**
 * Gives the fragments of a video new times and numbers, so that what is left of it begins at zero and has no holes. The first chunk is
 * the beginning of the video, every other holds whole fragments. Bytes are changed where they are.
 */
export async function* rebased(chunks: AsyncIterable<Uint8Array>): AsyncGenerator<Uint8Array> {
  let usual: number | undefined;
  let sequence = 0;
  let time = 0n;
  for await (const chunk of chunks) {
    const bytes = new DataView(chunk.buffer, chunk.byteOffset, chunk.byteLength);
    if (usual === undefined) usual = usualDuration(bytes);
    else
      for (const box of boxes(bytes)) {
        if (box.type !== "moof") continue;
        const fragment = fragmentOf(bytes, box);
        bytes.setUint32(fragment.mfhd.start + 4, ++sequence);
        setTime(bytes, fragment.tfdt, time);
        time += BigInt(durationOf(bytes, fragment, usual));
      }
    yield chunk;
  }
}

type Fragment = { mfhd: Box; tfhd: Box; tfdt: Box; runs: Box[] };

function fragmentOf(bytes: DataView, moof: Box): Fragment {
  const traf = must(findBox(bytes, ["traf"], moof), "track of a fragment");
  const tfhd = must(findBox(bytes, ["tfhd"], traf), "header of a track");
  // Offsets from the beginning of the file would lead elsewhere in a clip.
  if (flagsOf(bytes, tfhd) & 0x1) throw new Error("A fragment says where its samples are by their place in the file");
  return {
    mfhd: must(findBox(bytes, ["mfhd"], moof), "header of a fragment"),
    tfhd,
    tfdt: must(findBox(bytes, ["tfdt"], traf), "time of a fragment"),
    runs: [...boxes(bytes, traf.start, traf.end)].filter(({ type }) => type === "trun"),
  };
}

function setTime(bytes: DataView, tfdt: Box, time: bigint): void {
  if (versionOf(bytes, tfdt) === 1) bytes.setBigUint64(tfdt.start + 4, time);
  else bytes.setUint32(tfdt.start + 4, Number(time));
}

/** What a sample lasts where nothing else is said. */
function usualDuration(bytes: DataView): number {
  const trex = findBox(bytes, ["moov", "mvex", "trex"]);
  return trex ? bytes.getUint32(trex.start + 12) : 0;
}

function durationOf(bytes: DataView, { tfhd, runs }: Fragment, usual: number): number {
  const flags = flagsOf(bytes, tfhd);
  const own = flags & 0x8 ? bytes.getUint32(tfhd.start + 8 + (flags & 0x2 ? 4 : 0)) : usual;
  return runs.reduce((sum, run) => sum + durationOfRun(bytes, run, own), 0);
}

/** Each sample has those of four fields that the flags name; its duration is the first of them. */
function durationOfRun(bytes: DataView, run: Box, usual: number): number {
  const flags = flagsOf(bytes, run);
  const count = bytes.getUint32(run.start + 4);
  if (!(flags & 0x100)) return count * usual;
  const first = run.start + 8 + (flags & 0x1 ? 4 : 0) + (flags & 0x4 ? 4 : 0);
  const stride = 4 * [0x100, 0x200, 0x400, 0x800].filter((flag) => flags & flag).length;
  let sum = 0;
  for (let at = 0; at < count; at++) sum += bytes.getUint32(first + at * stride);
  return sum;
}
