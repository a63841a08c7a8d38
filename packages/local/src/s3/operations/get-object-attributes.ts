import { type Checksum, checksumElement } from "../checksum/algorithm.ts";
import type { ObjectContext } from "../context.ts";
import { S3Error } from "../errors.ts";
import { httpDate, sendXml } from "../respond.ts";
import type { Descriptor } from "../store/descriptor.ts";
import type { XmlTree } from "../xml.ts";

const known = ["ETag", "Checksum", "ObjectParts", "StorageClass", "ObjectSize"];
const MAX_PARTS = 1000;

export async function getObjectAttributes({ call, bucket, key }: ObjectContext): Promise<void> {
  const asked = (call.headers.get("x-amz-object-attributes") ?? "").split(",").map((name) => name.trim());
  if (asked.some((name) => !known.includes(name)))
    throw new S3Error("InvalidArgument", "Invalid attribute name specified.");
  const reading = await bucket.open(key);
  if (!reading) throw new S3Error("NoSuchKey", undefined, { details: { Key: key } });
  await reading.close();
  const { descriptor } = reading;
  const marker = Number(call.headers.get("x-amz-part-number-marker") ?? "0");
  const max = Math.min(Number(call.headers.get("x-amz-max-parts") ?? MAX_PARTS), MAX_PARTS);
  const values: XmlTree = {
    ETag: descriptor.etag,
    Checksum: descriptor.checksum && checksumTree(descriptor.checksum),
    ObjectParts: objectParts(descriptor, marker, max),
    StorageClass: "STANDARD",
    ObjectSize: descriptor.size,
  };
  const chosen = Object.fromEntries(Object.entries(values).filter(([name]) => asked.includes(name)));
  sendXml(call, "GetObjectAttributesResponse", chosen, { "last-modified": httpDate(descriptor.modified) });
}

const checksumTree = ({ algorithm, value, type }: Checksum): XmlTree => ({
  [checksumElement(algorithm)]: value,
  ChecksumType: type,
});

/** Parts are told one by one only where they have checksums, as on AWS. */
function objectParts({ parts, checksum }: Descriptor, marker: number, max: number): XmlTree | undefined {
  if (!parts) return undefined;
  if (!checksum) return { PartsCount: parts.length };
  const rest = parts.filter((part) => part.number > marker);
  const page = rest.slice(0, max);
  return {
    PartsCount: parts.length,
    PartNumberMarker: marker,
    NextPartNumberMarker: page.at(-1)?.number ?? 0,
    MaxParts: max,
    IsTruncated: max > 0 && rest.length > page.length,
    Part: page.map((part) => ({
      PartNumber: part.number,
      Size: part.size,
      [checksumElement(checksum.algorithm)]: part.checksum,
    })),
  };
}
