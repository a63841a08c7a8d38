const MAGIC = 0x184d2204;
const UNCOMPRESSED = 0x80000000;
const MIN_MATCH = 4;
const CHECKSUM_BYTES = 4;

const damaged = () => new RangeError("damaged LZ4 frame");

/** An LZ4 frame, as Arrow files hold their buffers by default in pandas. Checksums are not looked at: S3 has checked the bytes. */
export function decodeLz4Frame(frame: Uint8Array, maxBytes: number): Uint8Array {
  const view = new DataView(frame.buffer, frame.byteOffset, frame.byteLength);
  if (frame.length < 7 || view.getUint32(0, true) !== MAGIC) throw damaged();
  const flags = view.getUint8(4);
  const [hasBlockChecksum, hasSize, hasDictionary] = [flags & 0x10, flags & 0x08, flags & 0x01];
  let at = 6 + (hasSize ? 8 : 0) + (hasDictionary ? 4 : 0) + 1;
  let out = new Uint8Array(Math.min(maxBytes, Math.max(4_096, frame.length * 4)));
  let length = 0;
  const room = (bytes: number) => {
    if (length + bytes > maxBytes) throw damaged();
    if (length + bytes <= out.length) return;
    const grown = new Uint8Array(Math.min(maxBytes, Math.max(length + bytes, out.length * 2)));
    grown.set(out.subarray(0, length));
    out = grown;
  };
  while (true) {
    if (at + 4 > frame.length) throw damaged();
    const header = view.getUint32(at, true);
    at += 4;
    if (header === 0) return out.subarray(0, length);
    const size = header & ~UNCOMPRESSED;
    if (size < 0 || at + size > frame.length) throw damaged();
    const block = frame.subarray(at, at + size);
    at += size + (hasBlockChecksum ? CHECKSUM_BYTES : 0);
    if (header & UNCOMPRESSED) {
      room(size);
      out.set(block, length);
      length += size;
    } else decodeBlock(block);
  }

  /** Sequences of literal bytes and of matches, copies of what came up to 64 KiB before. */
  function decodeBlock(block: Uint8Array): void {
    let from = 0;
    const byte = (): number => {
      const value = block[from++];
      if (value === undefined) throw damaged();
      return value;
    };
    const long = (short: number): number => {
      let total = short;
      if (short < 15) return total;
      let more: number;
      do {
        more = byte();
        total += more;
      } while (more === 255);
      return total;
    };
    while (from < block.length) {
      const token = byte();
      const literals = long(token >> 4);
      if (from + literals > block.length) throw damaged();
      room(literals);
      out.set(block.subarray(from, from + literals), length);
      length += literals;
      from += literals;
      if (from === block.length) return;
      const offset = byte() | (byte() << 8);
      const match = long(token & 15) + MIN_MATCH;
      if (offset === 0 || offset > length) throw damaged();
      room(match);
      // Byte by byte: a match may reach into what it itself writes.
      for (let i = 0; i < match; i++, length++) out[length] = out[length - offset] as number;
    }
  }
}
