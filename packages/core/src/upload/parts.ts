import { AppError, type FieldError } from "../error/index.ts";

const MIB = 1024 * 1024;
const MIN_PART_BYTES = 8 * MIB;
const MAX_PARTS = 10_000;
export const MAX_BYTES = 5 * 1024 ** 4;

/** What objects are stored as: nobody has seen their bytes yet, and a URL for reading names the type it serves. */
export const STORED_TYPE = "application/octet-stream";

export type Plan = { bytes: number; partBytes: number; partCount: number };

/** How an upload is cut into parts. An empty file has none. */
export function planOf(bytes: number): Plan {
  const partBytes = Math.max(MIN_PART_BYTES, Math.ceil(bytes / MAX_PARTS));
  return { bytes, partBytes, partCount: Math.ceil(bytes / partBytes) };
}

/** All parts have the same length but the last. */
export const lengthOf = ({ bytes, partBytes }: Plan, number: number): number =>
  Math.min(partBytes, bytes - (number - 1) * partBytes);

type Sent = { number: number; etag: string };
type Arrived = { number: number; bytes: number; etag: string };

/** Refuses to complete unless what arrived is exactly what was declared and what the client thinks it sent. */
export function verify(plan: Plan, sent: readonly Sent[], arrived: readonly Arrived[]): void {
  const known = new Map(arrived.map((part) => [part.number, part]));
  const missing = range(plan.partCount).filter((number) => known.get(number)?.bytes !== lengthOf(plan, number));
  if (missing.length > 0) {
    const some = missing.slice(0, 20).join(", ");
    throw incomplete(
      `Parts ${some}${missing.length > 20 ? ", …" : ""} have not arrived whole. Send them again, then complete.`,
      [],
    );
  }
  const extra = arrived.find((part) => part.number > plan.partCount);
  if (extra) throw incomplete(`Part ${extra.number} is more than the declared ${plan.bytes} bytes need.`, []);
  const faults: FieldError[] = [];
  const named = new Set<number>();
  for (const [index, { number, etag }] of sent.entries()) {
    if (named.has(number)) faults.push({ path: `/parts/${index}/number`, message: "Named twice" });
    named.add(number);
    if (known.get(number)?.etag !== bare(etag))
      faults.push({ path: `/parts/${index}/etag`, message: "Not what arrived" });
  }
  for (const number of range(plan.partCount)) {
    if (!named.has(number)) faults.push({ path: "/parts", message: `Part ${number} is missing` });
    if (faults.length > 100) break;
  }
  if (faults.length > 0) throw incomplete("The list of parts is not what arrived.", faults);
}

const range = (count: number): number[] => Array.from({ length: count }, (_, index) => index + 1);
const bare = (etag: string): string => etag.replace(/^"|"$/g, "");
const incomplete = (message: string, fields: FieldError[]) =>
  new AppError("unprocessable", "upload.incomplete", message, { fields });
