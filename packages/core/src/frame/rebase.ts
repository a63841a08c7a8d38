import { type Box, boxesIn, find } from "../transcode/boxes.ts";
import { must } from "../util/index.ts";

/**
 * Gives the fragments of a video new times and numbers, so that what is left of it begins at zero and has no holes. The first chunk is
 * the beginning of the video, every other holds whole fragments. Bytes are changed where they are.
 */
export async function* rebased(chunks: AsyncIterable<Uint8Array>): AsyncGenerator<Uint8Array> {
  let usual: number | undefined;
  let sequence = 0;
  let time = 0n;
  for await (const chunk of chunks) {
    const bytes = Buffer.from(chunk.buffer, chunk.byteOffset, chunk.byteLength);
    if (usual === undefined) usual = usualDuration(bytes);
    else
      for (const box of boxesIn(bytes)) {
        if (box.type !== "moof") continue;
        const fragment = fragmentOf(bytes, box);
        bytes.writeUInt32BE(++sequence, fragment.mfhd.body + 4);
        setTime(bytes, fragment.tfdt, time);
        time += BigInt(durationOf(bytes, fragment, usual));
      }
    yield bytes;
  }
}

type Fragment = { mfhd: Box; tfhd: Box; tfdt: Box; runs: Box[] };

function fragmentOf(bytes: Buffer, moof: Box): Fragment {
  const inside = (way: string[], box: Box) => must(find(bytes, way, box.body, box.offset + box.size), way.join("/"));
  const traf = inside(["traf"], moof);
  const tfhd = inside(["tfhd"], traf);
  // Offsets from the beginning of the file would lead elsewhere in a clip.
  if (flagsOf(bytes, tfhd) & 0x1) throw new Error("A fragment says where its samples are by their place in the file");
  const runs = [...boxesIn(bytes, traf.body, traf.offset + traf.size)].filter(({ type }) => type === "trun");
  return { mfhd: inside(["mfhd"], moof), tfhd, tfdt: inside(["tfdt"], traf), runs };
}

/** The 24 bits beside the version of a full box. */
const flagsOf = (bytes: Buffer, { body }: Box): number => bytes.readUInt32BE(body) & 0xffffff;

function setTime(bytes: Buffer, tfdt: Box, time: bigint): void {
  if (bytes.readUInt8(tfdt.body) === 1) bytes.writeBigUInt64BE(time, tfdt.body + 4);
  else bytes.writeUInt32BE(Number(time), tfdt.body + 4);
}

/** What a sample lasts where nothing else is said. */
function usualDuration(bytes: Buffer): number {
  const trex = find(bytes, ["moov", "mvex", "trex"]);
  return trex ? bytes.readUInt32BE(trex.body + 12) : 0;
}

function durationOf(bytes: Buffer, { tfhd, runs }: Fragment, usual: number): number {
  const flags = flagsOf(bytes, tfhd);
  const own = flags & 0x8 ? bytes.readUInt32BE(tfhd.body + 8 + (flags & 0x2 ? 4 : 0)) : usual;
  return runs.reduce((sum, run) => sum + durationOfRun(bytes, run, own), 0);
}

/** Each sample has those of four fields that the flags name; its duration is the first of them. */
function durationOfRun(bytes: Buffer, run: Box, usual: number): number {
  const flags = flagsOf(bytes, run);
  const count = bytes.readUInt32BE(run.body + 4);
  if (!(flags & 0x100)) return count * usual;
  const first = run.body + 8 + (flags & 0x1 ? 4 : 0) + (flags & 0x4 ? 4 : 0);
  const stride = 4 * [0x100, 0x200, 0x400, 0x800].filter((flag) => flags & flag).length;
  let sum = 0;
  for (let at = 0; at < count; at++) sum += bytes.readUInt32BE(first + at * stride);
  return sum;
}
