/** Archives of zip: what is written others read, and what others write is read; what is made to harm is refused. */
import { execFileSync, spawnSync } from "node:child_process";
import { mkdtemp, readFile, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { buffer } from "node:stream/consumers";
import { deflateRawSync } from "node:zlib";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { FULL } from "../../../../test/support/ring.ts";
import { openFile } from "./parse/opened.ts";
import { untar } from "./parse/tar.ts";
import { type Entry, textEntry } from "./write/tar.ts";
import { zip } from "./write/zip.ts";

const PYTHON = "python3";
const noPython = spawnSync(PYTHON, ["-c", "import zipfile"]).status !== 0;
const long = Array.from({ length: 60_000 }, (_, n) => `0 0.${n} 0.5 0.25 0.125\n`).join("");
const FILES: Record<string, string> = { "data.yaml": "names: [Fish]\n", "labels/Größe/1.txt": long, "leer.txt": "" };
let folder: string;
let path: string;

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), "zip-"));
  path = join(folder, "some.zip");
});
afterAll(() => rm(folder, { recursive: true }));

async function* entries(files = FILES): AsyncGenerator<Entry> {
  for (const [name, text] of Object.entries(files)) yield textEntry(name, text);
}
const zipped = (files?: Record<string, string>): Promise<Buffer> => buffer(zip(entries(files)));

async function read(archive: Buffer): Promise<Record<string, string>> {
  await writeFile(path, archive);
  const found: Record<string, string> = {};
  for await (const { name, content } of untar((await openFile(path))()))
    found[name] = (await buffer(content())).toString();
  return found;
}
const refusal = (archive: Buffer) =>
  read(archive).then(
    () => "taken",
    (error: Error & { code?: string }) => `${error.code} ${error.message}`,
  );

/** With other bytes at a place. */
function changed(archive: Buffer, at: number, ...bytes: number[]): Buffer {
  const copy = Buffer.from(archive);
  copy.set(bytes, at);
  return copy;
}
const directoryOf = (archive: Buffer): number => archive.readUInt32LE(archive.length - 22 + 16);

test("what is written is read, long files and none as well, and the same twice is the same", async () => {
  expect(await read(await zipped())).toEqual(FILES);
  expect((await zipped()).equals(await zipped())).toBe(true);
});

test("more files than a short archive counts: the end says so in 64 bits", async () => {
  const archive = await zipped();
  const [end, at] = [archive.length - 22, directoryOf(archive)];
  const record = Buffer.alloc(56 + 20);
  record.writeUInt32LE(0x06064b50, 0);
  for (const place of [24, 32]) record.writeBigUInt64LE(3n, place);
  record.writeBigUInt64LE(BigInt(end - at), 40);
  record.writeBigUInt64LE(BigInt(at), 48);
  record.writeUInt32LE(0x07064b50, 56);
  record.writeBigUInt64LE(BigInt(end), 64);
  record.writeUInt32LE(1, 72);
  const marked = changed(archive.subarray(end), 8, ...Array<number>(12).fill(0xff));
  expect(await read(Buffer.concat([archive.subarray(0, end), record, marked]))).toEqual(FILES);
});

test.runIf(FULL)("of more files than a short archive counts none is lost", { timeout: 300_000 }, async () => {
  const many = Object.fromEntries(Array.from({ length: 65_600 }, (_, n) => [`${n}`, ""]));
  expect(Object.keys(await read(await zipped(many)))).toHaveLength(65_600);
});

test("a text of which nobody knew the size is the one file of its archive", async () => {
  async function* one(): AsyncGenerator<Entry> {
    yield { name: "a.csv", bytes: Number.MAX_SAFE_INTEGER, content: [Buffer.from(long), Buffer.from("end")] };
  }
  await writeFile(path, await buffer(zip(one())));
  expect((await buffer((await openFile(path, { isText: true }))())).toString()).toBe(`${long}end`);
  await writeFile(path, await zipped());
  await expect(buffer((await openFile(path, { isText: true }))())).rejects.toThrow(/holds 3 files/);
});

describe.skipIf(noPython)("beside python3", () => {
  const python = (code: string) =>
    execFileSync(PYTHON, ["-c", `import json, zipfile\n${code}`, path], { encoding: "utf8", maxBuffer: 2 ** 26 });

  test("reads what is written here", async () => {
    await writeFile(path, await zipped());
    const code =
      "import sys\nz = zipfile.ZipFile(sys.argv[1])\nassert z.testzip() is None\nprint(json.dumps({n: z.read(n).decode() for n in z.namelist()}))";
    expect(JSON.parse(python(code))).toEqual(FILES);
  });

  test("writes what is read here, packed or not, in 64 bits, with folders and what macOS adds", async () => {
    const code = `import sys
with zipfile.ZipFile(sys.argv[1], "w", zipfile.ZIP_DEFLATED) as z:
    z.mkdir("labels") if hasattr(z, "mkdir") else z.writestr("labels/", "")
    z.writestr("labels/1.txt", "0 1\\n" * 9999)
    z.writestr("kept.txt", "as it is", zipfile.ZIP_STORED)
    z.writestr("__MACOSX/._1.txt", "no")
    with z.open("long.txt", "w", force_zip64=True) as f: f.write(b"wide")`;
    python(code);
    expect(await read(await readFile(path))).toEqual({
      "labels/1.txt": "0 1\n".repeat(9999),
      "kept.txt": "as it is",
      "long.txt": "wide",
    });
  });
});

describe("what is made to harm", () => {
  test("is refused before it is unpacked, with what to do", async () => {
    const archive = await zipped({ "one.txt": "x".repeat(100), "two.txt": "y".repeat(100) });
    const at = directoryOf(archive);
    const second = at + 46 + "one.txt".length;
    const cases: [Buffer, RegExp][] = [
      [changed(archive, at + 8, 1), /encrypted. Pack it without a password/],
      [changed(archive, at + 10, 12), /packed in a way that is not read \(12\)/],
      [changed(archive, at + 24, 0xff, 0xff, 0xff, 0x0f), /larger than it can be/],
      [changed(archive, second + 42, 0, 0, 0, 0), /lies over another file/],
      [changed(archive, at + 24, 99), /is damaged/],
      [changed(archive, at + 16, 1), /is not what it says that it is/],
      [changed(archive, archive.length - 22 + 4, 1), /in several parts/],
      [archive.subarray(0, -30), /damaged/],
      [changed(archive, 40, 0xff, 0xff), /damaged/],
      [await zipped({ "../../etc/passwd": "x" }), /names a place outside of it/],
      [await zipped({ "C:\\x.txt": "x" }), /names a place outside of it/],
    ];
    for (const [bytes, why] of cases) {
      const said = await refusal(bytes);
      expect(said).toMatch(why);
      expect(said).toMatch(/^annotation_file.broken /);
    }
  });

  test("a small file that is packed to be a large one stops where it said that it ends", async () => {
    const bomb = deflateRawSync(Buffer.alloc(64 * 1024 * 1024));
    const archive = await zipped({ "one.txt": "x".repeat(bomb.length * 2) });
    const head = 30 + "one.txt".length;
    const packed = Buffer.concat([archive.subarray(0, head), bomb]);
    const directory = Buffer.from(archive.subarray(directoryOf(archive)));
    directory.writeUInt32LE(bomb.length, 20);
    directory.writeUInt32LE(packed.length, directory.length - 22 + 16);
    expect(await refusal(Buffer.concat([packed, directory]))).toMatch(/one.txt in the archive is damaged/);
  });
});
