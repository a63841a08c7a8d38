/** Frames of RFC 6455, as far as a server needs them: it reads masked ones and writes plain ones. */
export const OPCODE = { continuation: 0, text: 1, binary: 2, close: 8, ping: 9, pong: 10 } as const;

export type Frame = { final: boolean; opcode: number; payload: Buffer };

/** Ends the connection with a code of RFC 6455 that says why. */
export class SocketError extends Error {
  override readonly name = "SocketError";
  readonly code: number;

  constructor(code: number, message: string) {
    super(message);
    this.code = code;
  }
}

const MOST_CONTROL_BYTES = 125;

/** Takes frames out of what arrived, however it was cut. */
export class FrameReader {
  readonly #mostBytes: number;
  #pending: Buffer = Buffer.alloc(0);

  constructor(mostBytes: number) {
    this.#mostBytes = mostBytes;
  }

  *push(chunk: Buffer): Generator<Frame> {
    this.#pending = this.#pending.length === 0 ? chunk : Buffer.concat([this.#pending, chunk]);
    for (let frame = this.#next(); frame; frame = this.#next()) yield frame;
  }

  #next(): Frame | undefined {
    const bytes = this.#pending;
    if (bytes.length < 2) return undefined;
    const [first = 0, second = 0] = bytes;
    const opcode = first & 0x0f;
    const final = (first & 0x80) !== 0;
    if ((first & 0x70) !== 0) throw new SocketError(1002, "No extension was agreed on");
    if ((second & 0x80) === 0) throw new SocketError(1002, "Clients must mask their frames");
    const short = second & 0x7f;
    if (opcode >= OPCODE.close && (short > MOST_CONTROL_BYTES || !final)) {
      throw new SocketError(1002, "A control frame must be short and whole");
    }
    const extra = short === 126 ? 2 : short === 127 ? 8 : 0;
    if (bytes.length < 2 + extra) return undefined;
    const length = extra === 2 ? bytes.readUInt16BE(2) : extra === 8 ? Number(bytes.readBigUInt64BE(2)) : short;
    // Before it has arrived: a length that was only announced must not cost memory.
    if (length > this.#mostBytes) throw new SocketError(1009, "The frame is too large");
    const start = 2 + extra + 4;
    if (bytes.length < start + length) return undefined;
    const payload = unmasked(bytes.subarray(start, start + length), bytes.subarray(start - 4, start));
    this.#pending = bytes.subarray(start + length);
    return { final, opcode, payload };
  }
}

function unmasked(bytes: Buffer, mask: Buffer): Buffer {
  const plain = Buffer.from(bytes);
  for (let at = 0; at < plain.length; at++) plain[at] = (plain[at] ?? 0) ^ (mask[at % 4] ?? 0);
  return plain;
}

export function frame(opcode: number, payload: Buffer): Buffer {
  const { length } = payload;
  const extra = length > 0xffff ? 8 : length > MOST_CONTROL_BYTES ? 2 : 0;
  const head = Buffer.alloc(2 + extra);
  head[0] = 0x80 | opcode;
  head[1] = extra === 8 ? 127 : extra === 2 ? 126 : length;
  if (extra === 2) head.writeUInt16BE(length, 2);
  if (extra === 8) head.writeBigUInt64BE(BigInt(length), 2);
  return Buffer.concat([head, payload]);
}

export function closeFrame(code: number, reason: string): Buffer {
  const payload = Buffer.alloc(2 + Buffer.byteLength(reason));
  payload.writeUInt16BE(code);
  payload.write(reason, 2);
  return frame(OPCODE.close, payload);
}
