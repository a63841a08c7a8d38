import { broken } from "./broken.ts";

const BLOCK = 512;
const MOST_NAME_BYTES = 64 * 1024;

/** A file in an archive. What of it is not read is passed over. */
export type Packed = { name: string; bytes: number; content: () => AsyncGenerator<Buffer> };

/** The files of a tar archive, one after the other. Nothing is ever written where a name says: names are only compared. */
export async function* untar(chunks: AsyncIterable<Buffer>): AsyncGenerator<Packed> {
  const source = reader(chunks);
  try {
    yield* filesIn(source);
  } finally {
    // An archive ends before its bytes do, and whoever gives them may hold a file open.
    await source.close();
  }
}

async function* filesIn(source: ReturnType<typeof reader>): AsyncGenerator<Packed> {
  let named: string | undefined;
  for (;;) {
    const header = await source.take(BLOCK);
    if (header === undefined || header.every((byte) => byte === 0)) return;
    refuseForged(header);
    const bytes = numberAt(header, 124, 12);
    const type = String.fromCharCode(header[156] ?? 0);
    const padding = (BLOCK - (bytes % BLOCK)) % BLOCK;
    if (type === "x" || type === "L") {
      if (bytes > MOST_NAME_BYTES) throw broken("A name in the archive is too long.");
      const text = (await source.take(bytes))?.toString() ?? "";
      named = type === "L" ? text.replace(/\0.*$/s, "") : pathIn(text);
    } else if (type === "0" || type === "\0" || type === "7") {
      let left = bytes;
      yield {
        name: named ?? nameIn(header),
        bytes,
        content: async function* () {
          while (left > 0) {
            const chunk = await source.some(left);
            left -= chunk.length;
            yield chunk;
          }
        },
      };
      named = undefined;
      while (left > 0) left -= (await source.some(left)).length;
    } else {
      // Folders, links and devices hold no text.
      named = undefined;
      for (let left = bytes; left > 0; ) left -= (await source.some(left)).length;
    }
    await source.take(padding);
  }
}

function reader(chunks: AsyncIterable<Buffer>) {
  const iterator = chunks[Symbol.asyncIterator]();
  let held: Buffer = Buffer.alloc(0);
  const more = async () => {
    const { value, done } = await iterator.next();
    if (!done) held = held.length === 0 ? value : Buffer.concat([held, value]);
    return !done;
  };
  const cut = (bytes: number) => {
    const taken = held.subarray(0, bytes);
    held = held.subarray(bytes);
    return taken;
  };
  return {
    /** Exactly so many, or undefined at the very end. */
    async take(bytes: number): Promise<Buffer | undefined> {
      while (held.length < bytes) if (!(await more())) break;
      if (held.length === 0 && bytes > 0) return undefined;
      if (held.length < bytes) throw cutOff();
      return cut(bytes);
    },
    close: async () => {
      await iterator.return?.();
    },
    /** As many as are there, at most so many. */
    async some(most: number): Promise<Buffer> {
      if (held.length === 0 && !(await more())) throw cutOff();
      return cut(most);
    },
  };
}

const cutOff = () => broken("The archive ends in the middle of a file.");

function refuseForged(header: Buffer): void {
  const sum = header.reduce((all, byte, i) => all + (i >= 148 && i < 156 ? 32 : byte), 0);
  if (sum !== numberAt(header, 148, 8)) throw broken("The file is no tar archive.");
}

function numberAt(header: Buffer, at: number, digits: number): number {
  const text = header
    .toString("latin1", at, at + digits)
    .replace(/[\0 ]+$/g, "")
    .trim();
  if (!/^[0-7]*$/.test(text)) throw broken("The archive says a size that is none.");
  return Number.parseInt(text || "0", 8);
}

function nameIn(header: Buffer): string {
  const text = (at: number, bytes: number) => header.toString("utf8", at, at + bytes).replace(/\0.*$/s, "");
  const prefix = header.toString("latin1", 257, 262) === "ustar" ? text(345, 155) : "";
  return prefix === "" ? text(0, 100) : `${prefix}/${text(0, 100)}`;
}

/** The path that the records of an extended header say: `<length> <key>=<value>\n`. */
function pathIn(records: string): string | undefined {
  return /(?:^|\n)\d+ path=([^\n]*)\n/.exec(records)?.[1];
}
