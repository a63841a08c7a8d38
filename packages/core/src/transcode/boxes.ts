import type { FileHandle } from "node:fs/promises";

/** A box of an MP4 file (ISO/IEC 14496-12): `offset` and `size` with its header, `body` where its content begins. */
export type Box = { type: string; offset: number; size: number; body: number };

const HEADER = 8;
const LARGE_HEADER = 16;

/** The boxes at the top of a file, of which only the headers are read. */
export async function* topBoxes(file: FileHandle, bytes: number): AsyncGenerator<Box> {
  for (let offset = 0; offset + HEADER <= bytes; ) {
    const head = await readAt(file, offset, Math.min(LARGE_HEADER, bytes - offset));
    const box = boxAt(head, 0, bytes - offset);
    if (!box) throw new Error(`No box at ${offset} of ${bytes}`);
    yield { ...box, offset, body: offset + box.body };
    offset += box.size;
  }
}

/** The boxes between two places of what was read. */
export function* boxesIn(data: Buffer, from = 0, to = data.length): Generator<Box> {
  for (let offset = from; offset + HEADER <= to; ) {
    const box = boxAt(data, offset, to - offset);
    if (!box) throw new Error(`No box at ${offset} of ${to}`);
    yield box;
    offset += box.size;
  }
}

/** The first box that a path of types leads to. */
export function find(data: Buffer, [type, ...path]: string[], from = 0, to = data.length): Box | undefined {
  for (const box of boxesIn(data, from, to)) {
    if (box.type !== type) continue;
    return path.length === 0 ? box : find(data, path, box.body, box.offset + box.size);
  }
  return undefined;
}

function boxAt(data: Buffer, offset: number, left: number): Box | undefined {
  const short = data.readUInt32BE(offset);
  const type = data.toString("latin1", offset + 4, offset + HEADER);
  const isLarge = short === 1;
  if (isLarge && offset + LARGE_HEADER > data.length) return undefined;
  const size = isLarge ? Number(data.readBigUInt64BE(offset + HEADER)) : short === 0 ? left : short;
  const header = isLarge ? LARGE_HEADER : HEADER;
  return size < header || size > left ? undefined : { type, offset, size, body: offset + header };
}

export async function readAt(file: FileHandle, offset: number, length: number): Promise<Buffer> {
  const { bytesRead, buffer } = await file.read(Buffer.allocUnsafe(length), 0, length, offset);
  if (bytesRead !== length) throw new Error(`${bytesRead} of ${length} bytes at ${offset}`);
  return buffer;
}
