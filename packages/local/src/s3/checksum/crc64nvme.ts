import { unaligned, wordPairs } from "./words.ts";

/** A 64-bit CRC in two halves, so that the inner loop stays in machine words: BigInt is forty times slower. */
export type Crc64 = { low: number; high: number };

/** CRC-64/NVME, eight bytes a step. `crc` is the value so far, zero at first. */
export function crc64nvme(bytes: Uint8Array, crc: Crc64): Crc64 {
  let low = ~crc.low;
  let high = ~crc.high;
  let at = 0;
  const aligned = unaligned(bytes);
  for (; at < aligned; at++) {
    const index = (low ^ (bytes[at] as number)) & 255;
    low = ((low >>> 8) | (high << 24)) ^ (LOW[index] as number);
    high = (high >>> 8) ^ (HIGH[index] as number);
  }
  const words = wordPairs(bytes, at);
  for (let word = 0; word < words.length; word += 2) {
    const a = (words[word] as number) ^ low;
    const b = (words[word + 1] as number) ^ high;
    const i7 = 1792 + (a & 255);
    const i6 = 1536 + ((a >>> 8) & 255);
    const i5 = 1280 + ((a >>> 16) & 255);
    const i4 = 1024 + (a >>> 24);
    const i3 = 768 + (b & 255);
    const i2 = 512 + ((b >>> 8) & 255);
    const i1 = 256 + ((b >>> 16) & 255);
    const i0 = b >>> 24;
    low = fold(LOW, i7, i6, i5, i4) ^ fold(LOW, i3, i2, i1, i0);
    high = fold(HIGH, i7, i6, i5, i4) ^ fold(HIGH, i3, i2, i1, i0);
  }
  for (at += words.length * 4; at < bytes.length; at++) {
    const index = (low ^ (bytes[at] as number)) & 255;
    low = ((low >>> 8) | (high << 24)) ^ (LOW[index] as number);
    high = (high >>> 8) ^ (HIGH[index] as number);
  }
  return { low: ~low >>> 0, high: ~high >>> 0 };
}

const fold = (table: Int32Array, a: number, b: number, c: number, d: number): number =>
  (table[a] as number) ^ (table[b] as number) ^ (table[c] as number) ^ (table[d] as number);

/** Eight tables end to end, in halves: table k holds the effect of a byte k places before the last. */
const LOW = new Int32Array(8 * 256);
const HIGH = new Int32Array(8 * 256);
fillTables(0x9a6c9329ac4bc9b5n);

function fillTables(polynomial: bigint): void {
  const table: bigint[] = [];
  for (let at = 0; at < LOW.length; at++) {
    const before = table[at - 256];
    const crc =
      before === undefined ? divide(BigInt(at), polynomial) : (before >> 8n) ^ (table[Number(before & 255n)] ?? 0n);
    table.push(crc);
    LOW[at] = Number(BigInt.asIntN(32, crc));
    HIGH[at] = Number(BigInt.asIntN(32, crc >> 32n));
  }
}

function divide(byte: bigint, polynomial: bigint): bigint {
  let crc = byte;
  for (let bit = 0; bit < 8; bit++) crc = crc & 1n ? (crc >> 1n) ^ polynomial : crc >> 1n;
  return crc;
}
