import { boxesIn, find } from "./boxes.ts";

const [OFFSET, FIRST_FLAGS, DURATION, SIZE, FLAGS, COMPOSITION] = [0x1, 0x4, 0x100, 0x200, 0x400, 0x800];

type Shift = {
  /** Its place among all fragments, from 1. */
  sequence: number;
  /** Ticks that it comes later. */
  by: number;
  /** Where what follows it begins, in ticks of the whole, so that its last frame lasts until then. */
  until?: number | undefined;
};

/** Moves a fragment of one track to its place in a longer file: changes the `moof` box that is given. */
export function shift(moof: Buffer, { sequence, by, until }: Shift): void {
  const mfhd = find(moof, ["moof", "mfhd"]);
  const traf = find(moof, ["moof", "traf"]);
  const tfdt = traf && find(moof, ["tfdt"], traf.body, traf.offset + traf.size);
  if (!mfhd || !tfdt || moof.readUInt8(tfdt.body) !== 1) throw new Error("A fragment without a number or a time");
  moof.writeUInt32BE(sequence, mfhd.body + 4);
  const time = Number(moof.readBigUInt64BE(tfdt.body + 4)) + by;
  moof.writeBigUInt64BE(BigInt(time), tfdt.body + 4);
  if (until !== undefined) lastUntil(moof, { from: traf.body, to: traf.offset + traf.size, time, until });
}

type Last = { from: number; to: number; time: number; until: number };

/** Only where each frame says how long it lasts: where none does they come evenly, and the last lasts as long as any. */
function lastUntil(moof: Buffer, { from, to, time, until }: Last): void {
  let end = time;
  let last: number | undefined;
  for (const box of boxesIn(moof, from, to)) {
    if (box.type !== "trun") continue;
    const flags = moof.readUInt32BE(box.body) & 0xffffff;
    if (!(flags & DURATION)) return;
    const each = 4 * [DURATION, SIZE, FLAGS, COMPOSITION].filter((flag) => flags & flag).length;
    const first = box.body + 8 + (flags & OFFSET ? 4 : 0) + (flags & FIRST_FLAGS ? 4 : 0);
    for (let n = 0; n < moof.readUInt32BE(box.body + 4); n++) {
      last = first + n * each;
      end += moof.readUInt32BE(last);
    }
  }
  if (last === undefined) return;
  const lasting = moof.readUInt32BE(last) + until - end;
  if (lasting > 0) moof.writeUInt32BE(lasting, last);
}
