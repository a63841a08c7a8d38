import { S3Error } from "./errors.ts";

/** Both ends included, as in Content-Range. */
export type Range = { start: number; end: number };

/**
 * The bytes a Range header asks for; undefined means the whole object: several ranges and anything that is not a byte
 * range are ignored, as S3 does. Throws InvalidRange (416) where no byte satisfies it.
 */
export function parseRange(header: string | undefined, size: number): Range | undefined {
  const match = /^bytes=(\d*)-(\d*)$/.exec(header?.trim() ?? "");
  if (!match) return undefined;
  const [, first = "", last = ""] = match;
  if (first === "" && last === "") return undefined;
  const range =
    first === ""
      ? { start: Math.max(0, size - Number(last)), end: size - 1 }
      : { start: Number(first), end: last === "" ? size - 1 : Math.min(Number(last), size - 1) };
  if (first !== "" && last !== "" && Number(last) < Number(first)) return undefined;
  if (range.start >= size) throw unsatisfiable(header ?? "", size);
  return range;
}

/** x-amz-copy-source-range: only `bytes=first-last`, and it must lie within the source. */
export function parseCopyRange(header: string, size: number): Range {
  const match = /^bytes=(\d+)-(\d+)$/.exec(header);
  const range = { start: Number(match?.[1]), end: Number(match?.[2]) };
  if (!match || range.end < range.start)
    throw new S3Error("InvalidArgument", "The x-amz-copy-source-range value must be of the form bytes=first-last.");
  if (range.end >= size)
    throw new S3Error("InvalidArgument", `Range specified is not valid for source object of size: ${size}`);
  return range;
}

const unsatisfiable = (asked: string, size: number): S3Error =>
  new S3Error("InvalidRange", undefined, {
    details: { RangeRequested: asked, ActualObjectSize: size },
    headers: { "content-range": `bytes */${size}` },
  });
