import { createHash } from "node:crypto";
import { readdir } from "node:fs/promises";
import { join } from "node:path";
import {
  AbortMultipartUploadCommand,
  type CompletedPart,
  CompleteMultipartUploadCommand,
  type CompleteMultipartUploadCommandInput,
  CopyObjectCommand,
  CreateMultipartUploadCommand,
  type CreateMultipartUploadCommandInput,
  GetObjectAttributesCommand,
  GetObjectCommand,
  HeadObjectCommand,
  ListMultipartUploadsCommand,
  ListPartsCommand,
  PutObjectCommand,
  UploadPartCommand,
  UploadPartCopyCommand,
} from "@aws-sdk/client-s3";
import { afterAll, beforeAll, expect, test } from "vitest";
import { abortBefore } from "../store/expiry.ts";
import { openBucket } from "../store/recover.ts";
import { bucket as Bucket, codeOf, presigningClient, startTestServer, type TestServer } from "../testing.ts";

const MiB = 1024 * 1024;
const big = Buffer.alloc(5 * MiB, "a");
const small = Buffer.from("the end");

let server: TestServer;
let plain: ReturnType<typeof presigningClient>;
beforeAll(async () => {
  server = await startTestServer();
  plain = presigningClient(server.url);
});
afterAll(async () => {
  plain.destroy();
  await server.stop();
});

async function begin(Key: string, extra: Partial<CreateMultipartUploadCommandInput> = {}): Promise<string> {
  return (await plain.send(new CreateMultipartUploadCommand({ Bucket, Key, ...extra }))).UploadId ?? "";
}

async function upload(Key: string, UploadId: string, PartNumber: number, Body: Buffer): Promise<CompletedPart> {
  const { ETag } = await plain.send(new UploadPartCommand({ Bucket, Key, UploadId, PartNumber, Body }));
  return { ETag, PartNumber };
}

const complete = (
  Key: string,
  UploadId: string,
  Parts: CompletedPart[],
  extra: Partial<CompleteMultipartUploadCommandInput> = {},
) => plain.send(new CompleteMultipartUploadCommand({ Bucket, Key, UploadId, MultipartUpload: { Parts }, ...extra }));

const get = async (Key: string, extra = {}) => {
  const { Body } = await server.client.send(new GetObjectCommand({ Bucket, Key, ...extra }));
  return Buffer.from((await Body?.transformToByteArray()) ?? []);
};

const md5 = (...data: Buffer[]) => createHash("md5").update(Buffer.concat(data)).digest();

test("parts become one object, with S3's entity tag, readable across their seams and one by one", async () => {
  const id = await begin("parts", { ContentType: "text/plain", Metadata: { a: "1" } });
  const last = await upload("parts", id, 7, small);
  const parts = [await upload("parts", id, 2, Buffer.alloc(5 * MiB)), await upload("parts", id, 2, big), last].slice(1);
  const { ETag } = await complete("parts", id, parts);
  expect(ETag).toBe(`"${md5(md5(big), md5(small)).toString("hex")}-2"`);
  expect((await get("parts")).equals(Buffer.concat([big, small]))).toBe(true);
  expect((await get("parts", { Range: `bytes=${5 * MiB - 2}-${5 * MiB + 2}` })).toString()).toBe("aathe");
  expect((await get("parts", { PartNumber: 2 })).equals(small)).toBe(true);
  expect(await codeOf(get("parts", { PartNumber: 3 }))).toBe("InvalidPartNumber");
  const head = await server.client.send(new HeadObjectCommand({ Bucket, Key: "parts", PartNumber: 1 }));
  expect(head).toMatchObject({
    PartsCount: 2,
    ContentType: "text/plain",
    Metadata: { a: "1" },
    ContentLength: 5 * MiB,
  });
  expect(await codeOf(upload("parts", id, 1, small))).toBe("NoSuchUpload");
});

test("completing again gives the same answer, and nothing else does", async () => {
  const id = await begin("again");
  const parts = [await upload("again", id, 1, small)];
  const first = await complete("again", id, parts);
  expect((await complete("again", id, parts)).ETag).toBe(first.ETag);
  expect(await codeOf(complete("again", id, [{ PartNumber: 1, ETag: `"${"0".repeat(32)}"` }]))).toBe("NoSuchUpload");
  await server.client.send(new PutObjectCommand({ Bucket, Key: "again", Body: "other" }));
  expect(await codeOf(complete("again", id, parts))).toBe("NoSuchUpload");
});

test("a completion that does not fit is refused and can be put right", async () => {
  const id = await begin("refused");
  const [one, two] = [await upload("refused", id, 1, small), await upload("refused", id, 2, small)];
  const code = (parts: CompletedPart[], extra = {}) => codeOf(complete("refused", id, parts, extra));
  expect(await code([])).toBe("MalformedXML");
  expect(await code([two, one])).toBe("InvalidPartOrder");
  expect(await code([one, one])).toBe("InvalidPartOrder");
  expect(await code([one, { ...two, ETag: one.ETag?.replace(/./g, "0") }])).toBe("InvalidPart");
  expect(await code([one, { ...two, PartNumber: 3 }])).toBe("InvalidPart");
  expect(await code([one, two])).toBe("EntityTooSmall");
  expect(await code([one], { MpuObjectSize: 1 })).toBe("InvalidRequest");
  expect(await codeOf(complete("another key", id, [one]))).toBe("NoSuchUpload");
  await server.client.send(new PutObjectCommand({ Bucket, Key: "refused", Body: "taken" }));
  expect(await code([one], { IfNoneMatch: "*" })).toBe("PreconditionFailed");
  expect(await code([one])).toBe("accepted");
});

test("part numbers and unknown uploads", async () => {
  const id = await begin("numbers");
  expect(await codeOf(upload("numbers", id, 0, small))).toBe("InvalidArgument");
  expect(await codeOf(upload("numbers", id, 10_001, small))).toBe("InvalidArgument");
  expect(await codeOf(upload("numbers", "../../etc", 1, small))).toBe("NoSuchUpload");
  expect(await codeOf(upload("other key", id, 1, small))).toBe("NoSuchUpload");
});

test("parts and uploads are listed in pages", async () => {
  const id = await begin("listed/one");
  await begin("listed/two/x");
  await begin("listed/two/y");
  for (const number of [3, 1, 2]) await upload("listed/one", id, number, small);
  const first = await plain.send(new ListPartsCommand({ Bucket, Key: "listed/one", UploadId: id, MaxParts: 2 }));
  expect(first).toMatchObject({ IsTruncated: true, NextPartNumberMarker: "2" });
  expect(first.Parts?.map((part) => part.PartNumber)).toEqual([1, 2]);
  const PartNumberMarker = first.NextPartNumberMarker;
  const rest = await plain.send(new ListPartsCommand({ Bucket, Key: "listed/one", UploadId: id, PartNumberMarker }));
  expect(rest).toMatchObject({ IsTruncated: false, Parts: [{ PartNumber: 3, Size: small.length }] });

  const list = (extra: object) => plain.send(new ListMultipartUploadsCommand({ Bucket, Prefix: "listed/", ...extra }));
  expect((await list({})).Uploads?.map((item) => item.Key)).toEqual(["listed/one", "listed/two/x", "listed/two/y"]);
  const page = await list({ Delimiter: "/", MaxUploads: 1 });
  expect(page).toMatchObject({ IsTruncated: true, NextKeyMarker: "listed/one", NextUploadIdMarker: id });
  const next = await list({ Delimiter: "/", KeyMarker: page.NextKeyMarker, UploadIdMarker: page.NextUploadIdMarker });
  expect(next).toMatchObject({ IsTruncated: false, CommonPrefixes: [{ Prefix: "listed/two/" }] });
  expect(next.Uploads ?? []).toEqual([]);
});

const blobCount = async (): Promise<number> => {
  const names = await readdir(join(server.root, Bucket, "blobs"), { recursive: true });
  return names.filter((name) => name.includes("/")).length;
};

test("aborted uploads and parts left out of the completion leave no bytes behind", async () => {
  const before = await blobCount();
  const id = await begin("aborted");
  await upload("aborted", id, 1, small);
  await plain.send(new AbortMultipartUploadCommand({ Bucket, Key: "aborted", UploadId: id }));
  expect(await codeOf(plain.send(new AbortMultipartUploadCommand({ Bucket, Key: "aborted", UploadId: id })))).toBe(
    "NoSuchUpload",
  );
  const other = await begin("some");
  const [one] = [await upload("some", other, 1, small), await upload("some", other, 2, small)];
  await complete("some", other, [one]);
  expect(await blobCount()).toBe(before + 1);
});

test.each(["CRC32", "CRC32C", "CRC64NVME"] as const)(
  "the whole's %s is made of the parts', whoever computed them",
  async (ChecksumAlgorithm) => {
    const field = `Checksum${ChecksumAlgorithm}` as const;
    const whole = await server.client.send(
      new PutObjectCommand({ Bucket, Key: "whole", Body: Buffer.concat([big, small]), ChecksumAlgorithm }),
    );
    const id = await begin("full", { ChecksumAlgorithm, ChecksumType: "FULL_OBJECT" });
    const target = { Bucket, Key: "full", UploadId: id };
    const one = await plain.send(new UploadPartCommand({ ...target, PartNumber: 1, Body: big, ChecksumAlgorithm }));
    expect(one[field]).toBeDefined();
    const parts = [{ PartNumber: 1, ETag: one.ETag, [field]: one[field] }, await upload("full", id, 2, small)];
    const wrong = { [field]: one[field], ChecksumType: "FULL_OBJECT" as const };
    expect(await codeOf(complete("full", id, parts, wrong))).toBe("BadDigest");
    expect(await codeOf(complete("full", id, [{ ...parts[0], [field]: whole[field] }]))).toBe("InvalidPart");
    const done = await complete("full", id, parts, { [field]: whole[field] });
    expect(done).toMatchObject({ [field]: whole[field], ChecksumType: "FULL_OBJECT" });
    expect((await get("full")).length).toBe(big.length + small.length); // the SDK checks the checksum as it reads
  },
);

test("a composite checksum asks for every part's", async () => {
  const id = await begin("composite", { ChecksumAlgorithm: "SHA256" });
  expect(await codeOf(upload("composite", id, 1, small))).toBe("InvalidRequest");
  const target = { Bucket, Key: "composite", UploadId: id };
  const part = await plain.send(
    new UploadPartCommand({ ...target, PartNumber: 1, Body: small, ChecksumAlgorithm: "SHA256" }),
  );
  expect(await codeOf(complete("composite", id, [{ PartNumber: 1, ETag: part.ETag }]))).toBe("InvalidRequest");
  const Parts = [{ PartNumber: 1, ETag: part.ETag, ChecksumSHA256: part.ChecksumSHA256 }];
  expect((await complete("composite", id, Parts)).ChecksumSHA256).toMatch(/-1$/);
  const attributes = await plain.send(
    new GetObjectAttributesCommand({ Bucket, Key: "composite", ObjectAttributes: ["ObjectParts", "Checksum"] }),
  );
  expect(attributes).toMatchObject({
    Checksum: { ChecksumType: "COMPOSITE" },
    ObjectParts: { TotalPartsCount: 1, Parts: [{ PartNumber: 1, ChecksumSHA256: part.ChecksumSHA256 }] },
  });
});

test.each([
  [{ ChecksumType: "FULL_OBJECT" as const }, "InvalidRequest"],
  [{ ChecksumAlgorithm: "SHA256" as const, ChecksumType: "FULL_OBJECT" as const }, "InvalidRequest"],
  [{ ChecksumAlgorithm: "CRC64NVME" as const, ChecksumType: "COMPOSITE" as const }, "InvalidRequest"],
])("%j is no kind of checksum", async (extra, code) => {
  expect(await codeOf(begin("kinds", extra))).toBe(code);
});

test("parts copied out of other objects", async () => {
  await server.client.send(new PutObjectCommand({ Bucket, Key: "origin", Body: Buffer.concat([big, small]) }));
  const id = await begin("copied", { ChecksumAlgorithm: "CRC64NVME" });
  const copy = (PartNumber: number, CopySourceRange?: string) =>
    plain.send(
      new UploadPartCopyCommand({
        Bucket,
        Key: "copied",
        UploadId: id,
        PartNumber,
        CopySource: `${Bucket}/origin`,
        CopySourceRange,
      }),
    );
  const one = await copy(1);
  const two = await copy(2, `bytes=${big.length}-${big.length + 2}`);
  expect(two.CopyPartResult?.ETag).toBe(`"${md5(Buffer.from("the")).toString("hex")}"`);
  expect(await codeOf(copy(3, "bytes=0-99999999"))).toBe("InvalidArgument");
  await complete("copied", id, [
    { PartNumber: 1, ETag: one.CopyPartResult?.ETag },
    { PartNumber: 2, ETag: two.CopyPartResult?.ETag },
  ]);
  expect((await get("copied")).equals(Buffer.concat([big, small, Buffer.from("the")]))).toBe(true);
  await plain.send(new CopyObjectCommand({ Bucket, Key: "copied whole", CopySource: `${Bucket}/copied` }));
  expect((await get("copied whole", { Range: "bytes=-6" })).toString()).toBe("endthe");
});

test("uploads older than the bucket's term are aborted", async () => {
  const id = await begin("forgotten");
  await upload("forgotten", id, 1, small);
  const store = openBucket(server.root, "expiry-test");
  const fresh = await store.uploads.create({ key: "k", headers: {}, metadata: {} });
  await abortBefore(store, fresh.initiated);
  expect(store.uploads.find("k", fresh.id)).toBeDefined();
  await abortBefore(store, fresh.initiated + 1);
  expect(store.uploads.find("k", fresh.id)).toBeUndefined();
});
