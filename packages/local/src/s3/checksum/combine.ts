/** A reflected CRC whose initial value and final xor are all ones, as those S3 knows. */
export type Polynomial = { bits: 32 | 64; reflected: bigint };

export const CRC32: Polynomial = { bits: 32, reflected: 0xedb88320n };
export const CRC32C: Polynomial = { bits: 32, reflected: 0x82f63b78n };
export const CRC64NVME: Polynomial = { bits: 64, reflected: 0x9a6c9329ac4bc9b5n };

/**
 * The CRC of all parts one after the other from the CRC of each: crc(A·B) = crc(A)·x^(8·|B|) + crc(B) over GF(2), so that
 * a complete object's checksum costs no reading.
 */
export function combine(polynomial: Polynomial, parts: readonly { crc: bigint; size: number }[]): bigint {
  const shifts = new Map<number, bigint>(); // nearly all parts have one size
  let total = 0n;
  for (const { crc, size } of parts) {
    const shift = shifts.get(size) ?? powerOfX(polynomial, 8n * BigInt(size));
    shifts.set(size, shift);
    total = multiply(polynomial, total, shift) ^ crc;
  }
  return total;
}

/** In reflected order the highest bit is x^0. */
const one = ({ bits }: Polynomial): bigint => 1n << BigInt(bits - 1);

function powerOfX(polynomial: Polynomial, exponent: bigint): bigint {
  let result = one(polynomial);
  let square = one(polynomial) >> 1n;
  for (let rest = exponent; rest > 0n; rest >>= 1n) {
    if (rest & 1n) result = multiply(polynomial, result, square);
    square = multiply(polynomial, square, square);
  }
  return result;
}

function multiply(polynomial: Polynomial, a: bigint, b: bigint): bigint {
  let product = 0n;
  let shifted = b;
  for (let bit = one(polynomial); bit > 0n; bit >>= 1n) {
    if (a & bit) product ^= shifted;
    shifted = shifted & 1n ? (shifted >> 1n) ^ polynomial.reflected : shifted >> 1n;
  }
  return product;
}
