import { readdir, rm } from "node:fs/promises";
import { join } from "node:path";
import {
  CompleteMultipartUploadCommand,
  CopyObjectCommand,
  CreateMultipartUploadCommand,
  DeleteObjectCommand,
  DeleteObjectsCommand,
  PutObjectCommand,
  type S3Client,
  UploadPartCommand,
} from "@aws-sdk/client-s3";
import { afterEach, beforeEach, expect, test } from "vitest";
import { startS3 } from "../server.ts";
import { bucket as Bucket, options, temporaryFolder, testClient } from "../testing.ts";
import { EVENT_BRIDGE, type Notice } from "./outbox.ts";
import type { NoticeRule } from "./rule.ts";

type Records = { Records: { eventName: string; s3: { configurationId: string; object: Record<string, unknown> } }[] };

let root: string;
let client: S3Client;
let stop: () => Promise<void>;
let taken: Notice[];
let refuse = false;

const rules: NoticeRule[] = [
  { id: "all", target: "arn:queue", events: ["s3:ObjectCreated:*", "s3:ObjectRemoved:*"] },
  { id: "some", target: "arn:function", events: ["s3:ObjectCreated:Put"], prefix: "in/", suffix: ".csv" },
  { id: "bus", target: EVENT_BRIDGE, events: ["s3:Object*"], prefix: "bus/" },
];

async function start(): Promise<void> {
  const base = options(root);
  const buckets = base.buckets.map((one) => (one.name === Bucket ? { ...one, notices: rules } : one));
  const post = async (notice: Notice) => {
    if (refuse) throw new Error("not now");
    taken.push(notice);
  };
  const server = await startS3({ ...base, buckets }, { post, called: () => undefined });
  client = testClient(server.url);
  stop = server.stop;
}

beforeEach(async () => {
  root = await temporaryFolder();
  taken = [];
  refuse = false;
  await start();
});
afterEach(async () => {
  client.destroy();
  await stop();
  await rm(root, { recursive: true });
});

const put = (Key: string) => client.send(new PutObjectCommand({ Bucket, Key, Body: "text" }));
const records = () =>
  taken
    .filter(({ target }) => target !== EVENT_BRIDGE)
    .map(({ target, payload }) => ({ target, ...(payload as Records).Records[0] }));
const names = () => records().map(({ eventName, s3 }) => `${eventName} ${s3?.object.key}`);

test("every way an object comes or goes is told, in order", async () => {
  await put("a b+é");
  await client.send(
    new CopyObjectCommand({ Bucket, Key: "copy", CopySource: `${Bucket}/${encodeURIComponent("a b+é")}` }),
  );
  const { UploadId } = await client.send(new CreateMultipartUploadCommand({ Bucket, Key: "parts" }));
  const { ETag } = await client.send(
    new UploadPartCommand({ Bucket, Key: "parts", UploadId, PartNumber: 1, Body: "part" }),
  );
  const MultipartUpload = { Parts: [{ PartNumber: 1, ETag }] };
  await client.send(new CompleteMultipartUploadCommand({ Bucket, Key: "parts", UploadId, MultipartUpload }));
  await client.send(new DeleteObjectCommand({ Bucket, Key: "copy" }));
  await client.send(new DeleteObjectCommand({ Bucket, Key: "never was" }));
  await client.send(new DeleteObjectsCommand({ Bucket, Delete: { Objects: [{ Key: "parts" }] } }));
  await expect
    .poll(names)
    .toEqual([
      "ObjectCreated:Put a+b%2B%C3%A9",
      "ObjectCreated:Copy copy",
      "ObjectCreated:CompleteMultipartUpload parts",
      "ObjectRemoved:Delete copy",
      "ObjectRemoved:Delete parts",
    ]);
  expect(records()[0]).toMatchObject({ s3: { configurationId: "all", object: { size: 4 } } });
  const sequencers = records().map(({ s3 }) => s3?.object.sequencer);
  expect(sequencers).toEqual([...sequencers].sort());
});

test("prefix, suffix and event choose who is told", async () => {
  await put("in/x.csv");
  await put("in/x.txt");
  await put("bus/x");
  await expect.poll(() => taken.length).toBe(5);
  expect(records().filter(({ target }) => target === "arn:function")).toHaveLength(1);
  const onBus = taken.filter(({ target }) => target === EVENT_BRIDGE);
  expect(onBus).toMatchObject([
    { payload: { detailType: "Object Created", detail: { reason: "PutObject", object: { key: "bus/x" } } } },
  ]);
});

test("what nobody took is told after the next start, and then forgotten", async () => {
  refuse = true;
  await put("kept");
  await stop();
  refuse = false;
  await start();
  await expect.poll(names).toEqual(["ObjectCreated:Put kept"]);
  await expect.poll(() => readdir(join(root, Bucket, "notices"))).toEqual([]);
});

test("a write that was refused tells nothing", async () => {
  await put("once");
  const again = client.send(new PutObjectCommand({ Bucket, Key: "once", Body: "other", IfNoneMatch: "*" }));
  await expect(again).rejects.toMatchObject({ name: "PreconditionFailed" });
  await put("after");
  await expect.poll(names).toEqual(["ObjectCreated:Put once", "ObjectCreated:Put after"]);
});
