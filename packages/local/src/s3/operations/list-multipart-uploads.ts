import type { BucketContext } from "../context.ts";
import { isoDate, sendXml } from "../respond.ts";
import { compareKeys } from "../store/key-order.ts";
import type { UploadInfo } from "../store/uploads.ts";
import { keyEncoding, pageSize } from "./paging.ts";

/** Ordered by key and, within one key, by id. */
export function listMultipartUploads({ call, bucket, uploads }: BucketContext): void {
  const { query } = call;
  const encoding = keyEncoding(call);
  const prefix = query.get("prefix") ?? "";
  const delimiter = query.get("delimiter") ?? "";
  const keyMarker = query.get("key-marker") ?? "";
  const idMarker = keyMarker === "" ? "" : (query.get("upload-id-marker") ?? "");
  const max = pageSize(call, "max-uploads");

  const rest = uploads
    .all()
    .map(({ info }) => info)
    .filter(({ key, id }) => key.startsWith(prefix) && isAfter({ key, id }, keyMarker, idMarker))
    .sort(compareUploads);
  const { page, prefixes, truncated, last } = takePage(rest, prefix, delimiter, keyMarker, max);
  sendXml(call, "ListMultipartUploadsResult", {
    Bucket: bucket.name,
    KeyMarker: encoding.encode(keyMarker),
    UploadIdMarker: idMarker,
    NextKeyMarker: truncated ? encoding.encode(last.key) : undefined,
    NextUploadIdMarker: truncated ? last.id : undefined,
    Prefix: encoding.encode(prefix),
    Delimiter: delimiter === "" ? undefined : encoding.encode(delimiter),
    EncodingType: encoding.name,
    MaxUploads: max,
    IsTruncated: truncated,
    Upload: page.map(({ key, id, initiated, checksum }) => ({
      Key: encoding.encode(key),
      UploadId: id,
      Initiator: owner,
      Owner: owner,
      StorageClass: "STANDARD",
      Initiated: isoDate(initiated),
      ChecksumAlgorithm: checksum?.algorithm,
      ChecksumType: checksum?.type,
    })),
    CommonPrefixes: prefixes.map((group) => ({ Prefix: encoding.encode(group) })),
  });
}

type Place = { key: string; id: string };

function takePage(rest: readonly UploadInfo[], prefix: string, delimiter: string, keyMarker: string, max: number) {
  const page: UploadInfo[] = [];
  const prefixes: string[] = [];
  let last: Place = { key: "", id: "" };
  for (const info of rest) {
    const at = delimiter === "" ? -1 : info.key.indexOf(delimiter, prefix.length);
    const group = at < 0 ? undefined : info.key.slice(0, at + delimiter.length);
    if (group !== undefined && (group === prefixes.at(-1) || group === keyMarker)) continue;
    if (page.length + prefixes.length === max) return { page, prefixes, truncated: max > 0, last };
    if (group === undefined) page.push(info);
    else prefixes.push(group);
    last = group === undefined ? info : { key: group, id: "" };
  }
  return { page, prefixes, truncated: false, last };
}

/** A key marker alone skips its key; with an id it resumes within that key. */
function isAfter({ key, id }: Place, keyMarker: string, idMarker: string): boolean {
  const order = compareKeys(key, keyMarker);
  return order > 0 || (order === 0 && idMarker !== "" && id > idMarker);
}

const compareUploads = (a: Place, b: Place): number => compareKeys(a.key, b.key) || (a.id < b.id ? -1 : 1);

const owner = { ID: "atrium", DisplayName: "atrium" };
