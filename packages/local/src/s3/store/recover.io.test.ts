import { readdir, readFile, rm, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { afterEach, beforeEach, expect, test } from "vitest";
import { codeOf, collect, streamOf, temporaryFolder } from "../testing.ts";
import { Layout } from "./layout.ts";
import { type OpenBucket, openBucket } from "./recover.ts";

let root: string;
let layout: Layout;
beforeEach(async () => {
  root = await temporaryFolder();
  layout = new Layout(join(root, "b"));
});
afterEach(() => rm(root, { recursive: true }));

const open = () => openBucket(root, "b");
const anything = () => undefined;

async function put({ bucket }: OpenBucket, key: string, text: string): Promise<void> {
  const blob = await bucket.store(streamOf(text));
  await bucket.put(key, { headers: {}, metadata: {}, size: blob.size, etag: text, blobs: [blob] }, anything);
}

const keys = ({ bucket }: OpenBucket) =>
  bucket.list({ prefix: "", delimiter: "", after: "", max: 1000 }).items.map((entry) => `${entry.key}=${entry.etag}`);

async function text({ bucket }: OpenBucket, key: string): Promise<string | undefined> {
  const reading = await bucket.open(key);
  return reading && (await collect(reading.bytes())).toString();
}

const blobs = async () => (await readdir(layout.blobs(), { recursive: true })).filter((name) => name.includes("/"));

/** An end without `close`, whose journal stays. The process itself goes on, which the folder cannot tell. */
async function history(): Promise<void> {
  const first = open();
  for (const key of ["a", "b", "c"]) await put(first, key, `${key}1`);
  first.close();
  const second = open();
  await put(second, "b", "b2");
  await put(second, "d", "d1");
  await second.bucket.remove("a", anything);
  await second.bucket.store(streamOf("never committed"));
}

const afterHistory = ["b=b2", "c=c1", "d=d1"];

test("a crash costs a look at what changed, and leaves nothing behind", async () => {
  await history();
  await writeFile(layout.object("c"), "unreadable, and unread"); // proof that descriptors not in the journal are not read
  const again = open();
  expect(keys(again)).toEqual(afterHistory);
  expect([await text(again, "b"), await text(again, "d"), await text(again, "a")]).toEqual(["b2", "d1", undefined]);
  expect(await blobs()).toHaveLength(3);
});

test("crash after crash", async () => {
  await history();
  await put(open(), "e", "e1");
  await put(open(), "c", "c2");
  const last = open();
  expect(keys(last)).toEqual(["b=b2", "c=c2", "d=d1", "e=e1"]);
  last.close();
  expect(await readdir(layout.root)).not.toContain("journal");
  expect(keys(open())).toEqual(["b=b2", "c=c2", "d=d1", "e=e1"]);
  expect(await blobs()).toHaveLength(4);
});

const spoil: [string, () => Promise<void>][] = [
  ["the journal is of another boot", async () => writeFile(layout.journal(), `another\nk "a"\n`)],
  [
    "the journal is torn",
    async () => writeFile(layout.journal(), `${await readFile(layout.journal())}k "ab ../../x\n`),
  ],
  ["the journal is empty, as after a power cut", () => writeFile(layout.journal(), "")],
  ["the index file is missing", () => rm(layout.index())],
  [
    "the index file is cut off",
    async () => writeFile(layout.index(), (await readFile(layout.index())).subarray(0, -12)),
  ],
];

test.each(spoil)("where %s, every descriptor is read", async (_, damage) => {
  await history();
  await damage();
  const again = open();
  expect(keys(again)).toEqual(afterHistory);
  expect(await blobs()).toHaveLength(3);
});

test("a line cut off at the end of the journal announced what did not begin", async () => {
  await history();
  await writeFile(layout.journal(), `${await readFile(layout.journal())}k "nev`);
  expect(keys(open())).toEqual(afterHistory);
});

test("while a descriptor cannot be read, no blob is removed", async () => {
  await history();
  await rm(layout.index());
  await writeFile(layout.object("b"), "{");
  expect(keys(open())).toEqual(["c=c1", "d=d1"]);
  expect((await blobs()).length).toBeGreaterThanOrEqual(4);
});

test("an object whose file is gone is gone, not waited for", async () => {
  const first = open();
  await put(first, "a", "a1");
  await rm(layout.object("a"));
  expect(await first.bucket.open("a")).toBeUndefined();
  expect(await codeOf(first.bucket.remove("a", anything))).toBe("accepted");
});
