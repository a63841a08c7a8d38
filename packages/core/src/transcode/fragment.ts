import { boxesIn, find } from "./boxes.ts";

/** When the frames of a fragment are shown, in the track's timescale, in the order they are stored in. */
export type Fragment = { times: number[]; beginsWithKey: boolean };

const DURATION_DEFAULT = 0x8;
const FLAGS_DEFAULT = 0x20;
const [BASE, DESCRIPTION, SIZE_DEFAULT] = [0x1, 0x2, 0x10];
const [OFFSET, FIRST_FLAGS, DURATION, SIZE, FLAGS, COMPOSITION] = [0x1, 0x4, 0x100, 0x200, 0x400, 0x800];
const NOT_SYNC = 0x10000;

/** Reads a `moof` box of one track. */
export function readFragment(moof: Buffer): Fragment {
  const traf = find(moof, ["moof", "traf"]);
  if (!traf) throw new Error("A fragment without a track");
  const end = traf.offset + traf.size;
  const defaults = trackDefaults(moof, traf.body, end);
  let time = decodeTime(moof, traf.body, end);
  const times: number[] = [];
  let firstFlags: number | undefined;
  for (const box of boxesIn(moof, traf.body, end)) {
    if (box.type !== "trun") continue;
    const version = moof.readUInt8(box.body);
    const flags = moof.readUInt32BE(box.body) & 0xffffff;
    const count = moof.readUInt32BE(box.body + 4);
    let at = box.body + 8 + (flags & OFFSET ? 4 : 0);
    const said = flags & FIRST_FLAGS ? moof.readUInt32BE(at) : undefined;
    if (said !== undefined) at += 4;
    for (let n = 0; n < count; n++) {
      let duration = defaults.duration;
      let sampleFlags = n === 0 && said !== undefined ? said : defaults.flags;
      let shift = 0;
      if (flags & DURATION) {
        duration = moof.readUInt32BE(at);
        at += 4;
      }
      if (flags & SIZE) at += 4;
      if (flags & FLAGS) {
        sampleFlags = moof.readUInt32BE(at);
        at += 4;
      }
      if (flags & COMPOSITION) {
        shift = version === 0 ? moof.readUInt32BE(at) : moof.readInt32BE(at);
        at += 4;
      }
      firstFlags ??= sampleFlags;
      times.push(time + shift);
      time += duration;
    }
  }
  return { times, beginsWithKey: ((firstFlags ?? NOT_SYNC) & NOT_SYNC) === 0 };
}

function trackDefaults(moof: Buffer, from: number, to: number): { duration: number; flags: number } {
  const tfhd = find(moof, ["tfhd"], from, to);
  if (!tfhd) throw new Error("A track without a header");
  const flags = moof.readUInt32BE(tfhd.body) & 0xffffff;
  let at = tfhd.body + 8 + (flags & BASE ? 8 : 0) + (flags & DESCRIPTION ? 4 : 0);
  const take = (flag: number): number => {
    if (!(flags & flag)) return 0;
    at += 4;
    return moof.readUInt32BE(at - 4);
  };
  const duration = take(DURATION_DEFAULT);
  take(SIZE_DEFAULT);
  return { duration, flags: take(FLAGS_DEFAULT) };
}

function decodeTime(moof: Buffer, from: number, to: number): number {
  const tfdt = find(moof, ["tfdt"], from, to);
  if (!tfdt) throw new Error("A fragment without a time");
  return moof.readUInt8(tfdt.body) === 1
    ? Number(moof.readBigUInt64BE(tfdt.body + 4))
    : moof.readUInt32BE(tfdt.body + 4);
}
