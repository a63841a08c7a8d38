import { type ChildProcess, spawn } from "node:child_process";
import { once } from "node:events";
import { readdir, rm, writeFile } from "node:fs/promises";
import { request } from "node:http";
import { join } from "node:path";
import {
  CompleteMultipartUploadCommand,
  CreateMultipartUploadCommand,
  GetObjectCommand,
  ListObjectsV2Command,
  ListPartsCommand,
  PutObjectCommand,
  type S3Client,
  UploadPartCommand,
} from "@aws-sdk/client-s3";
import { getSignedUrl } from "@aws-sdk/s3-request-presigner";
import { afterAll, afterEach, beforeAll, expect, test, vi } from "vitest";
import { openBucket } from "./store/recover.ts";
import { bucket as Bucket, collect, options, presigningClient, temporaryFolder } from "./testing.ts";

const main = join(import.meta.dirname, "main.ts");
// Each test starts several processes, on a machine that may be busy.
vi.setConfig({ testTimeout: 30_000 });

let root: string;
let child: ChildProcess | undefined;

beforeAll(async () => {
  root = await temporaryFolder();
});
afterEach(() => crash());
afterAll(() => rm(root, { recursive: true }));

async function start(): Promise<S3Client> {
  const env = { ...process.env, ATRIUM_S3: JSON.stringify(options(root)) };
  child = spawn(process.execPath, [main], { env, stdio: ["pipe", "pipe", "inherit"] });
  const [line] = await once(child.stdout ?? process.stdin, "data");
  const { ready, url } = JSON.parse(String(line)) as { ready: boolean; url: string };
  expect(ready).toBe(true);
  return presigningClient(url);
}

async function crash(): Promise<void> {
  if (!child || child.exitCode !== null || child.signalCode !== null) return;
  child.kill("SIGKILL");
  await once(child, "exit");
}

const put = (client: S3Client, Key: string, Body: Buffer | string) =>
  client.send(new PutObjectCommand({ Bucket, Key, Body }));

async function get(client: S3Client, Key: string): Promise<Buffer> {
  const { Body } = await client.send(new GetObjectCommand({ Bucket, Key }));
  return Buffer.from((await Body?.transformToByteArray()) ?? []);
}

/** Sends the head of a request and a part of its body, and leaves it hanging. */
async function half(url: string, length: number, body: Buffer): Promise<void> {
  const call = request(url, { method: "PUT", headers: { "content-length": length } });
  call.on("error", () => undefined); // the server is about to be killed
  await new Promise<void>((resolve) => call.write(body, () => resolve()));
}

const blobs = async (): Promise<string[]> => {
  const names = await readdir(join(root, Bucket, "blobs"), { recursive: true });
  return names.filter((name) => name.includes("/"));
};

test("kill -9 in the middle of a write leaves the old object, the acknowledged ones and no debris", async () => {
  const client = await start();
  await put(client, "old", "old bytes");
  const url = await getSignedUrl(client, new PutObjectCommand({ Bucket, Key: "old" }));
  const piece = Buffer.alloc(4 * 1024 * 1024, "x");
  await half(url, 8 * 1024 * 1024, piece);
  await expect.poll(blobs).toHaveLength(2);
  await crash();
  await writeFile(join(root, Bucket, "tmp", "torn"), '{"format":');

  const again = await start();
  expect((await get(again, "old")).toString()).toBe("old bytes");
  await expect.poll(blobs).toHaveLength(1);
  expect(await readdir(join(root, Bucket, "tmp"))).toEqual([]);
});

test("kill -9 at random moments of many writes never tears one", async () => {
  const versions = Array.from({ length: 6 }, (_, at) => Buffer.alloc(200_000 + at, String(at)));
  for (let round = 0; round < 2; round++) {
    const client = await start();
    const acknowledged = new Map<string, number>();
    const writer = async (key: string) => {
      for (const [at, body] of versions.entries()) {
        await put(client, key, body);
        acknowledged.set(key, at);
      }
    };
    const keys = ["w1", "w2", "w3"].map((key) => `${round}/${key}`);
    const writers = Promise.allSettled(keys.map(writer));
    setTimeout(() => child?.kill("SIGKILL"), 15 + round * 40);
    await writers;
    const again = await start();
    const listed = (await again.send(new ListObjectsV2Command({ Bucket, Prefix: `${round}/` }))).Contents ?? [];
    for (const key of keys) {
      const least = acknowledged.get(key) ?? -1;
      const found = listed.some((item) => item.Key === key) ? await get(again, key) : undefined;
      const version = found ? versions.findIndex((body) => body.equals(found)) : -1;
      if (found) expect(version).toBeGreaterThanOrEqual(0);
      expect(version).toBeGreaterThanOrEqual(least);
    }
    await crash();
  }
});

test("a multipart upload goes on after a crash with the parts it has", async () => {
  const client = await start();
  const target = { Bucket, Key: "resumed" };
  const { UploadId } = await client.send(new CreateMultipartUploadCommand(target));
  const big = Buffer.alloc(5 * 1024 * 1024, "a");
  await client.send(new UploadPartCommand({ ...target, UploadId, PartNumber: 1, Body: big }));
  const url = await getSignedUrl(client, new UploadPartCommand({ ...target, UploadId, PartNumber: 2 }));
  await half(url, 6 * 1024 * 1024, big);
  await crash();

  const again = await start();
  const { Parts = [] } = await again.send(new ListPartsCommand({ ...target, UploadId }));
  expect(Parts.map((part) => part.PartNumber)).toEqual([1]);
  const { ETag } = await again.send(new UploadPartCommand({ ...target, UploadId, PartNumber: 2, Body: "end" }));
  const parts = [...Parts, { PartNumber: 2, ETag }].map(({ PartNumber, ETag: tag }) => ({ PartNumber, ETag: tag }));
  await again.send(new CompleteMultipartUploadCommand({ ...target, UploadId, MultipartUpload: { Parts: parts } }));
  await crash();

  const last = await start();
  expect((await get(last, "resumed")).equals(Buffer.concat([big, Buffer.from("end")]))).toBe(true);
});

test("a crash between completing an upload and clearing it away is healed", async () => {
  const folder = await temporaryFolder();
  const { bucket, uploads } = openBucket(folder, Bucket);
  const { id } = await uploads.create({ key: "k", headers: {}, metadata: {} });
  const blob = await bucket.store(chunk("part"));
  const left = await bucket.store(chunk("left out"));
  await uploads.putPart("k", id, { number: 1, size: 4, etag: "e", blob });
  await uploads.putPart("k", id, { number: 2, size: 8, etag: "f", blob: left });
  await bucket.adopt(
    "k",
    { headers: {}, metadata: {}, size: 4, etag: "e-1", blobs: [blob], uploadID: id },
    () => undefined,
  );

  const again = openBucket(folder, Bucket);
  expect(again.uploads.all()).toEqual([]);
  const reading = await again.bucket.open("k");
  expect(reading && (await collect(reading.bytes())).toString()).toBe("part");
  expect(
    (await readdir(join(folder, Bucket, "blobs"), { recursive: true })).filter((name) => name.includes("/")),
  ).toHaveLength(1);
  await rm(folder, { recursive: true });
});

test("ends when its parent's end of standard input closes", async () => {
  await start();
  child?.stdin?.end();
  const [code] = await once(child ?? process, "exit");
  expect(code).toBe(0);
});

async function* chunk(text: string): AsyncGenerator<Buffer> {
  yield Buffer.from(text);
}
