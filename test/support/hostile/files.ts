/** Files that nobody would upload in good faith, and broken ones that people do. */
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { deflateRawSync, gzipSync, zstdCompressSync } from "node:zlib";
import { tableFromArrays, tableToIPC } from "apache-arrow";
import { text, withDuckDB } from "../../bench/duckdb.ts";
import { temporaryFolder } from "../paths.ts";
import type { Random } from "../random.ts";

export type HostileFile = { what: string; name: string; content: Buffer };

const MIB = 2 ** 20;
const ROWS = 500;

async function parquet(): Promise<Buffer> {
  const folder = temporaryFolder("hostile");
  const path = join(folder.path, "a.parquet");
  try {
    await withDuckDB((db) =>
      db.run(`copy (select i as n, 'word ' || i as word from range(${ROWS}) t(i)) to ${text(path)} (format parquet)`),
    );
    return readFileSync(path);
  } finally {
    folder.remove();
  }
}

/** One sound file of every format, each large enough to be cut anywhere. */
export async function soundFiles(): Promise<HostileFile[]> {
  const numbers = Array.from({ length: ROWS }, (_, n) => n);
  const lines = (delimiter: string) =>
    `n${delimiter}word\n${numbers.map((n) => `${n}${delimiter}"wörd ${n}"`).join("\n")}\n`;
  const objects = numbers.map((n) => ({ n, word: `wörd ${n}` }));
  const csv = lines(",");
  const arrow = tableToIPC(tableFromArrays({ n: numbers, word: numbers.map((n) => `wörd ${n}`) }), "file");
  const file = (name: string, content: string | Uint8Array): HostileFile => ({
    what: name,
    name,
    content: Buffer.from(content),
  });
  return [
    file("sound.csv", csv),
    file("sound.tsv", lines("\t")),
    file("sound.ndjson", objects.map((object) => JSON.stringify(object)).join("\n")),
    file("sound.json", JSON.stringify(objects)),
    file("sound.parquet", await parquet()),
    file("sound.arrow", arrow),
    file("sound.csv.gz", gzipSync(csv)),
    file("sound.csv.zst", zstdCompressSync(csv)),
    file("utf16.csv", Buffer.from(`\ufeff${csv}`, "utf16le")),
    file("latin.csv", Buffer.from(csv, "latin1")),
  ];
}

const cut = ({ name, content }: HostileFile, random: Random): HostileFile => {
  const length = random.integer(1, content.length - 1);
  return { what: `${name} cut to ${length} of ${content.length} bytes`, name, content: content.subarray(0, length) };
};

const flipped = ({ name, content }: HostileFile, random: Random): HostileFile => {
  const damaged = Buffer.from(content);
  const places = Array.from({ length: random.integer(1, 20) }, () => random.integer(0, content.length - 1));
  for (const place of places) damaged[place] = random.integer(0, 255);
  return { what: `${name} with ${places.length} bytes changed`, name, content: damaged };
};

const binary = (random: Random): HostileFile => {
  const name = `noise${random.pick(["", ".csv", ".tsv", ".ndjson", ".json", ".parquet", ".arrow", ".csv.gz", ".csv.zst"])}`;
  const magic = random.pick([
    "",
    "PAR1",
    "ARROW1\0\0",
    "\x1f\x8b\x08",
    "(\xb5/\xfd",
    "\xff\xfe",
    "\xef\xbb\xbf",
    "[{",
    "PK\x03\x04",
  ]);
  const content = Buffer.concat([Buffer.from(magic, "latin1"), random.bytes(random.integer(0, 20_000))]);
  return { what: `${content.length} random bytes after ${JSON.stringify(magic)}`, name, content };
};

/** A ZIP of one member that claims nothing true about its size. */
function zip(content: Buffer): Buffer {
  const header = Buffer.alloc(30);
  header.writeUInt32LE(0x04034b50, 0);
  header.writeUInt16LE(8, 8);
  header.writeUInt16LE(5, 26);
  return Buffer.concat([header, Buffer.from("a.csv"), deflateRawSync(content)]);
}

/** Small to send, and by ratio large enough to fill a disk if anybody let them. */
function bombs(): HostileFile[] {
  const zeros = Buffer.alloc(200 * MIB);
  const rows = Buffer.alloc(200 * MIB, "a,b\n");
  const packed = { gz: gzipSync(zeros), rows: gzipSync(rows), zst: zstdCompressSync(rows) };
  const bomb = (what: string, name: string, content: Buffer) => ({ what, name, content });
  return [
    bomb("a gzip bomb of zeros", "zeros.csv.gz", packed.gz),
    bomb("a gzip bomb of rows", "rows.csv.gz", packed.rows),
    bomb("a gzip bomb of rows called JSON", "rows.ndjson.gz", packed.rows),
    bomb("a gzip bomb called Parquet", "rows.parquet", packed.rows),
    bomb("a gzip bomb of many members", "many.csv.gz", Buffer.concat(Array.from({ length: 50 }, () => packed.rows))),
    bomb("a gzip in a gzip", "twice.csv.gz", gzipSync(packed.gz)),
    bomb("a zstd bomb of rows", "rows.csv.zst", packed.zst),
    bomb("a zstd in a gzip", "mixed.csv.gz", gzipSync(packed.zst)),
    bomb("a zip bomb", "zeros.zip", zip(zeros)),
    bomb("a zip bomb called CSV", "zeros.csv", zip(zeros)),
  ];
}

const columns = (count: number): HostileFile => {
  const line = (value: (column: number) => string) =>
    Array.from({ length: count }, (_, column) => value(column)).join(",");
  const content = Buffer.from(`${line((column) => `c${column}`)}\n${line(String)}\n${line(() => "x")}\n`);
  return { what: `${count} columns`, name: "wide.csv", content };
};

function mixedEncodings(random: Random): HostileFile {
  const encodings: BufferEncoding[] = ["utf8", "latin1", "utf16le"];
  const lines = Array.from({ length: 50 }, (_, n) => Buffer.from(`${n},Zoë,żółw,日本\n`, random.pick(encodings)));
  return {
    what: "lines in several encodings",
    name: "mixed.csv",
    content: Buffer.concat([Buffer.from("n,a,b,c\n"), ...lines]),
  };
}

const CELLS = [
  "=cmd|' /C calc'!A0",
  "+1+1",
  "@SUM(A1)",
  "'; drop table entity; --",
  "$$; copy (select 1) to '/tmp/x'",
  "read_csv('/etc/passwd')",
  "<script>alert(1)</script>",
  "\u202e\u0000evil",
  '""""',
  "x".repeat(1_000_000),
  "../../../etc/passwd",
  "NaN",
  "1e999",
  "-9223372036854775809",
  "9999-99-99",
];

/** In cells, in headers, and as the header of nothing. */
function oddCells(random: Random): HostileFile {
  const cell = () => `"${random.pick(CELLS).replaceAll('"', '""')}"`;
  const line = () => [cell(), cell(), cell()].join(",");
  const header = random.chance(0.5) ? line() : "a,b,c";
  return {
    what: "cells that look like code",
    name: "code.csv",
    content: Buffer.from([header, line(), line(), line(), ""].join("\n")),
  };
}

const ODD: [what: string, name: string, content: string | Buffer][] = [
  ["one line without end", "line.csv", "a".repeat(5 * MIB)],
  ["only delimiters", "commas.csv", `${",".repeat(2_000)}\n`.repeat(50)],
  ["only quotes", "quotes.csv", '"'.repeat(MIB + 1)],
  ["JSON nested without end", "deep.json", `${'{"a":'.repeat(20_000)}1${"}".repeat(20_000)}`],
  ["JSON arrays nested without end", "deeper.json", "[".repeat(200_000)],
  ["JSON with a million keys", "keys.ndjson", `{${Array.from({ length: 50_000 }, (_, n) => `"k${n}":${n}`).join()}}`],
  ["JSON with __proto__", "proto.ndjson", '{"__proto__":{"admin":true},"constructor":1,"a":2}\n{"a":3}\n'],
  ["duplicate names in a header", "same.csv", "a,a,A,a \n1,2,3,4\n"],
  ["names of the database's own", "reserved.csv", "rowid,filename,select,c0,\n1,2,3,4,5\n"],
  ["a NUL in the text", "nul.csv", "a,b\n1,x\0y\n2,z\n"],
  ["an empty file", "empty.csv", ""],
  ["a byte order mark alone", "bom.csv", "\ufeff"],
  ["line ends alone", "lines.csv", "\r\n\r\n\n\r"],
  ["a Parquet file that is only its ends", "ends.parquet", "PAR1\0\0\0\0PAR1"],
  [
    "a Parquet footer longer than the file",
    "footer.parquet",
    Buffer.concat([Buffer.from("PAR1"), Buffer.alloc(20, 0xff), Buffer.from("\xff\xff\xff\x7fPAR1", "latin1")]),
  ],
  ["an Arrow file that is only its ends", "ends.arrow", "ARROW1\0\0\0\0\0\0ARROW1"],
];

/** At least three hundred of them; the same seed makes the same files. */
export async function hostileFiles(random: Random): Promise<HostileFile[]> {
  const sound = await soundFiles();
  const repeat = (times: number, make: (index: number) => HostileFile) =>
    Array.from({ length: times }, (_, n) => make(n));
  return [
    ...sound.flatMap((file) => repeat(12, () => cut(file, random))),
    ...sound.flatMap((file) => repeat(8, () => flipped(file, random))),
    ...repeat(40, () => binary(random)),
    ...repeat(12, () => mixedEncodings(random)),
    ...repeat(16, () => oddCells(random)),
    ...bombs(),
    ...[500, 10_000, 10_001, 60_000].map(columns),
    ...ODD.map(([what, name, content]) => ({ what, name, content: Buffer.from(content) })),
  ];
}
