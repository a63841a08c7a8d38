import { unaligned, wordPairs } from "./words.ts";

/** CRC-32/ISCSI (Castagnoli), eight bytes a step. `crc` is the value so far, 0 at first. */
export function crc32c(bytes: Uint8Array, crc: number): number {
  let state = ~crc;
  let at = 0;
  const aligned = unaligned(bytes);
  for (; at < aligned; at++) state = step(state, bytes[at] ?? 0);
  const words = wordPairs(bytes, at);
  for (let word = 0; word < words.length; word += 2) {
    const a = (words[word] as number) ^ state;
    const b = words[word + 1] as number;
    state =
      (T[1792 + (a & 255)] as number) ^
      (T[1536 + ((a >>> 8) & 255)] as number) ^
      (T[1280 + ((a >>> 16) & 255)] as number) ^
      (T[1024 + (a >>> 24)] as number) ^
      (T[768 + (b & 255)] as number) ^
      (T[512 + ((b >>> 8) & 255)] as number) ^
      (T[256 + ((b >>> 16) & 255)] as number) ^
      (T[b >>> 24] as number);
  }
  for (at += words.length * 4; at < bytes.length; at++) state = step(state, bytes[at] ?? 0);
  return ~state >>> 0;
}

const step = (state: number, byte: number): number => (state >>> 8) ^ (T[(state ^ byte) & 255] as number);

/** Eight tables end to end: table k holds the effect of a byte k places before the last. */
const T = slicingTable(0x82f63b78);

function slicingTable(polynomial: number): Uint32Array {
  const table = new Uint32Array(8 * 256);
  for (let byte = 0; byte < 256; byte++) {
    let crc = byte;
    for (let bit = 0; bit < 8; bit++) crc = crc & 1 ? (crc >>> 1) ^ polynomial : crc >>> 1;
    table[byte] = crc;
  }
  for (let at = 256; at < table.length; at++) {
    const before = table[at - 256] as number;
    table[at] = (before >>> 8) ^ (table[before & 255] as number);
  }
  return table;
}
