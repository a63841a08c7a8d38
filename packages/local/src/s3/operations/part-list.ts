import { type Algorithm, algorithms, checksumElement } from "../checksum/algorithm.ts";
import { unquote } from "../conditions.ts";
import { S3Error } from "../errors.ts";
import { childText, parse, type XmlElement } from "../xml.ts";

const MAX_PARTS = 10_000;

export type ListedPart = { number: number; etag: string; checksums: Partial<Record<Algorithm, string>> };

/** The body of CompleteMultipartUpload: at least one part, in ascending order. */
export function parsePartList(body: Buffer): ListedPart[] {
  if (body.length === 0) throw new S3Error("InvalidRequest", "You must specify at least one part");
  const root = parse(body.toString("utf8"));
  const parts = root.children.filter((child) => child.name === "Part").map(parsePart);
  if (root.name !== "CompleteMultipartUpload" || parts.length === 0 || parts.length > MAX_PARTS)
    throw new S3Error("MalformedXML");
  for (const [at, part] of parts.entries()) {
    const before = parts[at - 1];
    if (before && before.number >= part.number) throw new S3Error("InvalidPartOrder");
  }
  return parts;
}

function parsePart(element: XmlElement): ListedPart {
  const number = Number(childText(element, "PartNumber"));
  const etag = childText(element, "ETag");
  if (!Number.isInteger(number) || number < 1 || etag === undefined) throw new S3Error("MalformedXML");
  const checksums = Object.fromEntries(
    algorithms.flatMap((algorithm) => {
      const value = childText(element, checksumElement(algorithm));
      return value === undefined ? [] : [[algorithm, value]];
    }),
  );
  return { number, etag: unquote(etag.trim()), checksums };
}
