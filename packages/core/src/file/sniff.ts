import { isUtf8 } from "node:buffer";
import { isMarkup, markupOf } from "./markup.ts";

/** As many of a file's first bytes as `sniff` needs. */
export const SNIFF_BYTES = 4096;

const UNKNOWN = "application/octet-stream";

/** What stands at the beginning of a file of that type, in hex; the first that fits counts. */
const SIGNATURES: [offset: number, hex: string, type: string][] = [
  [0, "50415231", "application/vnd.apache.parquet"],
  [0, "4152524f57310000", "application/vnd.apache.arrow.file"],
  [0, "1f8b", "application/gzip"],
  [0, "28b52ffd", "application/zstd"],
  [0, "fd377a585a00", "application/x-xz"],
  [0, "425a68", "application/x-bzip2"],
  [0, "377abcaf271c", "application/x-7z-compressed"],
  [0, "255044462d", "application/pdf"],
  [0, "53514c69746520666f726d6174203300", "application/vnd.sqlite3"],
  [0, "894844460d0a1a0a", "application/x-hdf5"],
  [0, "d0cf11e0a1b11ae1", "application/x-ole-storage"],
  [0, "0061736d", "application/wasm"],
  [0, "7f454c46", "application/x-executable"],
  [0, "89504e470d0a1a0a", "image/png"],
  [0, "ffd8ff", "image/jpeg"],
  [0, "474946383761", "image/gif"],
  [0, "474946383961", "image/gif"],
  [0, "49492a00", "image/tiff"],
  [0, "4d4d002a", "image/tiff"],
  [0, "664c6143", "audio/flac"],
  [0, "4f676753", "application/ogg"],
  [0, "494433", "audio/mpeg"],
  [8, "57415645", "audio/wav"],
  [8, "57454250", "image/webp"],
  [8, "41564920", "video/x-msvideo"],
  [4, "6674797061766966", "image/avif"],
  [4, "6674797068656963", "image/heic"],
  [4, "667479706d696631", "image/heif"],
  [4, "667479704d3441", "audio/mp4"],
  [4, "6674797071742020", "video/quicktime"],
  [4, "66747970", "video/mp4"],
  [128, "4449434d", "application/dicom"],
];

/** Kinds of text that bytes cannot tell apart, so that the name, or else what was declared, decides. */
const TEXT: Record<string, string> = {
  csv: "text/csv",
  tsv: "text/tab-separated-values",
  tab: "text/tab-separated-values",
  json: "application/json",
  ipynb: "application/x-ipynb+json",
  ndjson: "application/x-ndjson",
  jsonl: "application/x-ndjson",
  md: "text/markdown",
  yaml: "application/yaml",
  yml: "application/yaml",
  txt: "text/plain",
};

/**
 * The media type that a file's first bytes speak for. What was declared counts only where bytes say nothing: between
 * kinds of plain text, and for binary formats without a signature here.
 */
export function sniff(head: Uint8Array, { name, declared }: { name: string; declared: string }): string {
  const claimed = baseOf(declared);
  const signed = signedType(head) ?? containerType(head);
  if (signed) return signed;
  const text = textOf(head);
  if (text !== undefined) return markupOf(text) ?? plainType(name, claimed);
  const refuted = isText(claimed) || isMarkup(claimed) || SIGNATURES.some(([, , type]) => type === claimed);
  return refuted ? UNKNOWN : claimed;
}

const baseOf = (type: string): string => (type.split(";")[0] ?? "").trim().toLowerCase();
const isText = (type: string): boolean => type.startsWith("text/") || Object.values(TEXT).includes(type);

const hexAt = (head: Uint8Array, offset: number, bytes: number): string =>
  Buffer.from(head.subarray(offset, offset + bytes)).toString("hex");

const signedType = (head: Uint8Array): string | undefined =>
  SIGNATURES.find(([offset, hex]) => hexAt(head, offset, hex.length / 2) === hex)?.[2];

/** Containers that say inside what they hold. */
function containerType(head: Uint8Array): string | undefined {
  const magic = hexAt(head, 0, 4);
  const holds = (text: string) => Buffer.from(head).includes(text);
  if (magic === "1a45dfa3") return holds("webm") ? "video/webm" : "video/x-matroska";
  if (magic !== "504b0304") return undefined;
  const office = "application/vnd.openxmlformats-officedocument";
  if (holds("xl/")) return `${office}.spreadsheetml.sheet`;
  if (holds("word/")) return `${office}.wordprocessingml.document`;
  return holds("ppt/") ? `${office}.presentationml.presentation` : "application/zip";
}

/** Undefined for what is no text in any encoding that a table may come in. */
function textOf(head: Uint8Array): string | undefined {
  const mark = hexAt(head, 0, 2);
  if (mark === "fffe") return new TextDecoder("utf-16le").decode(head, { stream: true });
  if (mark === "feff") return new TextDecoder("utf-16be").decode(head, { stream: true });
  if (head.some((byte) => byte < 0x20 && !(byte >= 0x09 && byte <= 0x0d) && byte !== 0x1b)) return undefined;
  return new TextDecoder(isUtf8(cutAtCharacter(head)) ? "utf-8" : "windows-1252").decode(head, { stream: true });
}

/** The head may end within a character. */
function cutAtCharacter(head: Uint8Array): Uint8Array {
  for (let back = 1; back <= 3; back++) if ((head.at(-back) ?? 0) >= 0xc0) return head.subarray(0, head.length - back);
  return head;
}

function plainType(name: string, claimed: string): string {
  const extension = /\.([^.]+)$/.exec(name)?.[1]?.toLowerCase() ?? "";
  return TEXT[extension] ?? (Object.values(TEXT).includes(claimed) ? claimed : "text/plain");
}
