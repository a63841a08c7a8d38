/** The checksum S3 verifies parts by: CRC-64/NVME, reflected, initial value and final xor all ones. */
const POLYNOMIAL = 0x9a6c9329ac4bc9b5n;

/** Sixty-four bits in two halves: BigInt in the inner loop is forty times slower. Eight bytes a step, by one table each. */
const TABLES = 8;
const LOW = new Int32Array(TABLES * 256);
const HIGH = new Int32Array(TABLES * 256);
fillTables();

export type Checksum = { update(bytes: Uint8Array): void; base64(): string };

export function createCRC64NVME(): Checksum {
  let low = -1;
  let high = -1;

  function step(byte: number) {
    const index = (low ^ byte) & 255;
    low = ((low >>> 8) | (high << 24)) ^ (LOW[index] as number);
    high = (high >>> 8) ^ (HIGH[index] as number);
  }

  return {
    update(bytes) {
      let at = 0;
      const aligned = Math.min(-bytes.byteOffset & 3, bytes.length);
      while (at < aligned) step(bytes[at++] as number);
      const pairs = (bytes.length - at) >> 3;
      if (pairs > 0) [low, high] = fold(new Int32Array(bytes.buffer, bytes.byteOffset + at, pairs * 2), low, high);
      for (at += pairs * 8; at < bytes.length; at++) step(bytes[at] as number);
    },
    base64() {
      const bytes = new DataView(new ArrayBuffer(8));
      bytes.setInt32(0, ~high);
      bytes.setInt32(4, ~low);
      return btoa(String.fromCharCode(...new Uint8Array(bytes.buffer)));
    },
  };
}

/** Words are little-endian on every machine there is a browser or a Node for. */
function fold(words: Int32Array, low: number, high: number): [number, number] {
  for (let at = 0; at < words.length; at += 2) {
    const a = (words[at] as number) ^ low;
    const b = (words[at + 1] as number) ^ high;
    const i7 = 1792 + (a & 255);
    const i6 = 1536 + ((a >>> 8) & 255);
    const i5 = 1280 + ((a >>> 16) & 255);
    const i4 = 1024 + (a >>> 24);
    const i3 = 768 + (b & 255);
    const i2 = 512 + ((b >>> 8) & 255);
    const i1 = 256 + ((b >>> 16) & 255);
    const i0 = b >>> 24;
    low = join(LOW, i7, i6, i5, i4) ^ join(LOW, i3, i2, i1, i0);
    high = join(HIGH, i7, i6, i5, i4) ^ join(HIGH, i3, i2, i1, i0);
  }
  return [low, high];
}

const join = (table: Int32Array, a: number, b: number, c: number, d: number): number =>
  (table[a] as number) ^ (table[b] as number) ^ (table[c] as number) ^ (table[d] as number);

/** Table k holds the effect of a byte k places before the last. */
function fillTables(): void {
  const table: bigint[] = [];
  for (let at = 0; at < LOW.length; at++) {
    const before = table[at - 256];
    const crc = before === undefined ? divide(BigInt(at)) : (before >> 8n) ^ (table[Number(before & 255n)] ?? 0n);
    table.push(crc);
    LOW[at] = Number(BigInt.asIntN(32, crc));
    HIGH[at] = Number(BigInt.asIntN(32, crc >> 32n));
  }
}

function divide(byte: bigint): bigint {
  let crc = byte;
  for (let bit = 0; bit < 8; bit++) crc = crc & 1n ? (crc >> 1n) ^ POLYNOMIAL : crc >> 1n;
  return crc;
}
