const none = new Int32Array(0);

/** How many bytes come before the first whole word in memory. */
export const unaligned = (bytes: Uint8Array): number => Math.min(-bytes.byteOffset & 3, bytes.length);

/** An even number of words from `at` on, where memory is aligned. In little-endian order, as every host we run on. */
export function wordPairs(bytes: Uint8Array, at: number): Int32Array {
  const words = ((bytes.length - at) >> 3) * 2;
  return words === 0 ? none : new Int32Array(bytes.buffer, bytes.byteOffset + at, words);
}
