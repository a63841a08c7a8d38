import { isAscii, isUtf8 } from "node:buffer";
import { open } from "node:fs/promises";
import { DuckDBError } from "../duckdb/index.ts";
import { AppError } from "../error/index.ts";
import type { Compression, Encoding, Format } from "../table/schema.ts";

export type { Compression, Encoding, Format };

const HEAD_BYTES = 64 * 1024;
const CHUNK_BYTES = 4 * 1024 * 1024;

/** First bytes of files that are no table, and what to do about each. */
const STRANGERS: [magic: string, sentence: string][] = [
  ["504b0304", "This is a ZIP archive or an Excel workbook. Unpack it, or save the sheet as CSV, and import that."],
  ["d0cf11e0", "This is an old Excel workbook. Save the sheet as CSV and import that."],
  ["25504446", "This is a PDF. Import a CSV, TSV, NDJSON, JSON, Parquet or Arrow file."],
  ["46454131", "This is a file of the first Feather format. Save it as Arrow or Parquet and import that."],
  ["53514c69746520666f726d6174", "This is an SQLite database. Export a table of it as CSV and import that."],
  ["89504e47", "This is an image. Import a CSV, TSV, NDJSON, JSON, Parquet or Arrow file."],
  ["ffd8ff", "This is an image. Import a CSV, TSV, NDJSON, JSON, Parquet or Arrow file."],
];

const refuse = (code: string, sentence: string) => new AppError("unprocessable", code, sentence);

export const damagedParquet = (cause?: unknown) =>
  new AppError(
    "unprocessable",
    "import.damaged_parquet",
    "The Parquet file is damaged or cut short. Write it again and upload that.",
    { cause },
  );

export const damagedArrow = (cause?: unknown) =>
  new AppError(
    "unprocessable",
    "import.damaged_arrow",
    "The Arrow file is damaged or cut short. Write it again and upload that.",
    { cause },
  );

const mixedLines = (cause: unknown) =>
  new AppError(
    "unprocessable",
    "import.mixed_lines",
    "The lines of this file cannot be told apart: some end with a carriage return, others with a line feed. Save it again with one kind of line end.",
    { cause },
  );

const tooLarge = (cause: unknown) =>
  new AppError(
    "unprocessable",
    "import.needs_more_memory",
    "This file needs more memory than an import has, as one with thousands of columns does. Import some of its columns at a time.",
    { cause },
  );

/**
 * What DuckDB cannot read of a file that some program wrote is that file's fault. Of text, which anything may be, only what
 * no setting of the reader helps against.
 */
export function damagedBy(error: unknown, format: Format): unknown {
  // Another attempt has no more memory than this one.
  if (error instanceof AppError && error.code === "duckdb.out_of_memory") return tooLarge(error);
  if (!(error instanceof DuckDBError)) return error;
  if (format === "parquet") return damagedParquet(error);
  if (format === "arrow") return damagedArrow(error);
  return (format === "csv" || format === "tsv") && error.type === "Invalid Input Error" ? mixedLines(error) : error;
}

export async function readHead(path: string, bytes = HEAD_BYTES): Promise<Buffer> {
  await using file = await open(path, "r");
  const buffer = Buffer.alloc(bytes);
  const { bytesRead } = await file.read(buffer, 0, bytes, 0);
  return buffer.subarray(0, bytesRead);
}

export function compressionOf(head: Buffer): Compression | undefined {
  if (head.length >= 2 && head.readUInt16BE(0) === 0x1f8b) return "gzip";
  if (head.length >= 4 && head.readUInt32LE(0) === 0xfd2fb528) return "zstd";
  return undefined;
}

const BINARY: ReadonlySet<Format> = new Set(["parquet", "arrow"]);
const KINDS = "Import a CSV, TSV, NDJSON, JSON, Parquet or Arrow file.";

/** What the file is: what the person says, as far as it can be, else what its content says. */
export function formatOf(head: Buffer, name: string, encoding: Encoding, said?: Format): Format {
  if (head.length === 0) throw refuse("import.empty", "The file is empty.");
  const found = binaryFormatOf(head) ?? textFormatOf(head, name, encoding);
  if (said === undefined || said === found) return found;
  if (!BINARY.has(said) && !BINARY.has(found)) return said;
  throw refuse("import.other_format", `The file is ${found}, not ${said}. Leave the format to be found out.`);
}

function binaryFormatOf(head: Buffer): Format | undefined {
  if (head.subarray(0, 4).toString("latin1") === "PAR1") return "parquet";
  if (head.subarray(0, 6).toString("latin1") === "ARROW1") return "arrow";
  // A stream begins with a message: the marker, then the length of its metadata.
  if (head.length >= 8 && head.readInt32LE(0) === -1 && head.readInt32LE(4) > 0) return "arrow";
  return undefined;
}

/** A name only decides between kinds of text. */
function textFormatOf(head: Buffer, name: string, encoding: Encoding): Format {
  const hex = head.subarray(0, 16).toString("hex");
  for (const [magic, sentence] of STRANGERS) if (hex.startsWith(magic)) throw refuse("import.not_a_table", sentence);
  if (!encoding.startsWith("utf-16") && head.includes(0)) {
    throw refuse("import.binary", `The file holds binary data, not text. ${KINDS}`);
  }
  const text = decodeHead(head, encoding).trimStart();
  if (text === "" && head.length < HEAD_BYTES) throw refuse("import.empty", "The file holds nothing but empty lines.");
  if (/^<(!doctype|html|\?xml)/i.test(text)) {
    throw refuse("import.not_a_table", `This is a web page or XML, not a table. ${KINDS}`);
  }
  if (/\.parquet$/i.test(name)) throw damagedParquet();
  if (/\.(arrows?|feather)$/i.test(name)) throw damagedArrow();
  const isNamedJson = /\.(ndjson|jsonl|json)(\.(gz|zst))?$/i.test(name);
  if (/^\[\s*\{\s*["}]/.test(text) || (isNamedJson && text.startsWith("["))) return "json";
  if (isNamedJson || /^\{\s*"/.test(text)) return "ndjson";
  return /\.(tsv|tab)(\.(gz|zst))?$/i.test(name) ? "tsv" : "csv";
}

export const decodeHead = (head: Buffer, encoding: Encoding): string =>
  new TextDecoder(encoding, { ignoreBOM: false }).decode(head, { stream: true });

/** By byte order mark, or by where the zero bytes of Latin text stand. */
export function utf16Of(head: Buffer): "utf-16le" | "utf-16be" | undefined {
  if (head[0] === 0xff && head[1] === 0xfe) return "utf-16le";
  if (head[0] === 0xfe && head[1] === 0xff) return "utf-16be";
  const sample = head.subarray(0, 512);
  let even = 0;
  let odd = 0;
  for (let i = 0; i < sample.length; i++) if (sample[i] === 0) i % 2 === 0 ? even++ : odd++;
  const half = sample.length / 2;
  if (half >= 2 && odd > half * 0.7 && even === 0) return "utf-16le";
  if (half >= 2 && even > half * 0.7 && odd === 0) return "utf-16be";
  return undefined;
}

export type Scan = { encoding: "utf-8" | "windows-1252"; mixed: boolean };

/**
 * Whether the whole file is UTF-8. A file with invalid bytes and no valid multi-byte character is Windows-1252; one with
 * both is UTF-8 with damaged rows, which the reader sets aside.
 */
export async function scanEncoding(path: string, signal?: AbortSignal): Promise<Scan> {
  await using file = await open(path, "r");
  const buffer = Buffer.allocUnsafe(CHUNK_BYTES);
  let kept = 0;
  let valid = 0;
  let invalid = 0;
  while (true) {
    signal?.throwIfAborted();
    const { bytesRead } = await file.read(buffer, kept, buffer.length - kept, null);
    const filled = buffer.subarray(0, kept + bytesRead);
    const whole = bytesRead === 0 ? filled : filled.subarray(0, lastBoundary(filled));
    if (!isAscii(whole)) {
      if (isUtf8(whole)) valid++;
      else {
        const counted = countSequences(whole);
        valid += counted.valid;
        invalid += counted.invalid;
      }
    }
    if (bytesRead === 0) break;
    kept = filled.length - whole.length;
    filled.copyWithin(0, whole.length);
  }
  if (invalid === 0) return { encoding: "utf-8", mixed: false };
  return valid === 0 ? { encoding: "windows-1252", mixed: false } : { encoding: "utf-8", mixed: true };
}

/** Where the last character that may go on in the next chunk begins. */
function lastBoundary(bytes: Buffer): number {
  for (let back = 1; back <= Math.min(3, bytes.length); back++) {
    const byte = bytes[bytes.length - back] ?? 0;
    if (byte >= 0xc0) return bytes.length - back;
    if (byte < 0x80) break;
  }
  return bytes.length;
}

function countSequences(bytes: Buffer): { valid: number; invalid: number } {
  let valid = 0;
  let invalid = 0;
  for (let i = 0; i < bytes.length; ) {
    const lead = bytes[i] ?? 0;
    if (lead < 0x80) {
      i++;
      continue;
    }
    const length = lead >= 0xf0 ? 4 : lead >= 0xe0 ? 3 : lead >= 0xc2 ? 2 : 0;
    if (length > 0 && isUtf8(bytes.subarray(i, i + length))) {
      valid++;
      i += length;
    } else {
      invalid++;
      i++;
    }
  }
  return { valid, invalid };
}
