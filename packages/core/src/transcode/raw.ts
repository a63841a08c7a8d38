import { open } from "node:fs/promises";

/** `DNGVersion` (DNG specification 1.7, chapter 4): no other TIFF has it. */
const DNG_VERSION = 0xc612;
const [HEADER, ENTRY] = [8, 12];

/** Whether a file that calls itself a TIFF is a camera's raw picture, of which readers of TIFF find no more than a stamp. */
export async function isRaw(path: string): Promise<boolean> {
  const file = await open(path);
  try {
    const read = async (at: number, length: number) => (await file.read(Buffer.alloc(length), 0, length, at)).buffer;
    const header = await read(0, HEADER);
    const order = header.toString("latin1", 0, 2);
    if (order !== "II" && order !== "MM") return false;
    const short = (data: Buffer, at: number) => (order === "II" ? data.readUInt16LE(at) : data.readUInt16BE(at));
    if (short(header, 2) !== 42) return false;
    const first = order === "II" ? header.readUInt32LE(4) : header.readUInt32BE(4);
    const count = short(await read(first, 2), 0);
    const entries = await read(first + 2, count * ENTRY);
    return Array.from({ length: count }, (_, n) => short(entries, n * ENTRY)).includes(DNG_VERSION);
  } finally {
    await file.close();
  }
}
