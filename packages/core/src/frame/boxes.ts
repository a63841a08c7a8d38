/** A box of an MP4: its content is the bytes `start` up to but without `end`. */
export type Box = { type: string; start: number; end: number };

const HEADER = 8;

/** The boxes side by side in a part of the bytes (ISO/IEC 14496-12, section 4.2). */
export function* boxes(bytes: DataView, from = 0, to = bytes.byteLength): Generator<Box> {
  for (let at = from; at + HEADER <= to; ) {
    const isLarge = bytes.getUint32(at) === 1;
    const size = isLarge ? Number(bytes.getBigUint64(at + HEADER)) : bytes.getUint32(at);
    const type = String.fromCharCode(...[4, 5, 6, 7].map((offset) => bytes.getUint8(at + offset)));
    const end = at + size;
    if (size < HEADER || end > to) throw new Error(`A box "${type}" of ${size} bytes does not fit`);
    yield { type, start: at + (isLarge ? 2 * HEADER : HEADER), end };
    at = end;
  }
}

/** The first box at the end of a way through boxes. */
export function findBox(bytes: DataView, way: readonly string[], within?: Pick<Box, "start" | "end">): Box | undefined {
  let at: Pick<Box, "start" | "end"> = within ?? { start: 0, end: bytes.byteLength };
  let found: Box | undefined;
  for (const type of way) {
    found = [...boxes(bytes, at.start, at.end)].find((box) => box.type === type);
    if (!found) return undefined;
    at = found;
  }
  return found;
}

/** The 24 bits beside the version of a full box. */
export const flagsOf = (bytes: DataView, { start }: Box): number => bytes.getUint32(start) & 0xffffff;
export const versionOf = (bytes: DataView, { start }: Box): number => bytes.getUint8(start);
