import { Readable } from "node:stream";
import {
  CopyObjectCommand,
  DeleteObjectCommand,
  DeleteObjectsCommand,
  GetBucketAclCommand,
  GetBucketLocationCommand,
  GetObjectAttributesCommand,
  GetObjectCommand,
  HeadBucketCommand,
  HeadObjectCommand,
  ListBucketsCommand,
  PutObjectCommand,
  type PutObjectCommandInput,
} from "@aws-sdk/client-s3";
import { afterAll, beforeAll, expect, test } from "vitest";
import { bucket as Bucket, codeOf, region, startTestServer, type TestServer, testClient } from "../testing.ts";

let server: TestServer;
beforeAll(async () => {
  server = await startTestServer();
});
afterAll(() => server.stop());

const put = (Key: string, Body: PutObjectCommandInput["Body"], extra: Partial<PutObjectCommandInput> = {}) =>
  server.client.send(new PutObjectCommand({ Bucket, Key, Body, ...extra }));
const get = (Key: string, extra = {}) => server.client.send(new GetObjectCommand({ Bucket, Key, ...extra }));
const text = async (Key: string, extra = {}) => (await get(Key, extra)).Body?.transformToString();

test("an object comes back with its bytes, content headers and metadata", async () => {
  const Key = "folder/../näme +&?=%20'\u0001.txt";
  const Expires = new Date("2027-01-01T00:00:00Z");
  const headers = {
    ContentType: "text/plain",
    CacheControl: "no-cache",
    ContentDisposition: "inline",
    ContentLanguage: "en",
  };
  await put(Key, "hello", { ...headers, Expires, ContentEncoding: "identity", Metadata: { Owner: "a b" } });
  const found = await get(Key);
  expect(await found.Body?.transformToString()).toBe("hello");
  expect(found).toMatchObject({
    ...headers,
    ContentEncoding: "identity",
    Metadata: { owner: "a b" },
    ContentLength: 5,
  });
  expect(found.ETag).toBe('"5d41402abc4b2a76b9719d911017c592"');
  expect(await server.client.send(new HeadObjectCommand({ Bucket, Key }))).toMatchObject({
    ContentLength: 5,
    ETag: found.ETag,
  });
});

test("keys that differ in letter case only are two objects", async () => {
  await put("Case", "upper");
  await put("case", "lower");
  expect([await text("Case"), await text("case")]).toEqual(["upper", "lower"]);
});

test("an empty object is an object", async () => {
  await put("empty", Buffer.alloc(0));
  expect(await text("empty")).toBe("");
  expect(await codeOf(get("empty", { Range: "bytes=0-" }))).toBe("InvalidRange");
});

test.each(["CRC32", "CRC32C", "CRC64NVME", "SHA1", "SHA256"] as const)(
  "%s travels in header and trailer",
  async (ChecksumAlgorithm) => {
    const field = `Checksum${ChecksumAlgorithm}` as const;
    const whole = await put("sum", "hello world", { ChecksumAlgorithm });
    const stream = Readable.from([Buffer.from("hello "), Buffer.from("world")]);
    const streamed = await put("streamed", stream, { ChecksumAlgorithm, ContentLength: 11 });
    expect(streamed[field]).toBe(whole[field]);
    const head = await server.client.send(new HeadObjectCommand({ Bucket, Key: "streamed", ChecksumMode: "ENABLED" }));
    expect(head).toMatchObject({ [field]: whole[field], ChecksumType: "FULL_OBJECT" });
    expect(await text("streamed")).toBe("hello world");
  },
);

test("a body that is not what was promised is refused and leaves the old object", async () => {
  await put("promised", "old");
  expect(await codeOf(put("promised", "new", { ChecksumCRC32: "AAAAAA==" }))).toBe("BadDigest");
  expect(await codeOf(put("promised", "new", { ChecksumSHA256: Buffer.alloc(32).toString("base64") }))).toBe(
    "BadDigest",
  );
  expect(await codeOf(put("promised", "new", { ContentMD5: Buffer.alloc(16).toString("base64") }))).toBe("BadDigest");
  expect(await text("promised")).toBe("old");
});

test("ranges, and the answer to none that fits", async () => {
  await put("digits", "0123456789");
  expect(await text("digits", { Range: "bytes=2-4" })).toBe("234");
  expect(await text("digits", { Range: "bytes=-3" })).toBe("789");
  expect((await get("digits", { Range: "bytes=8-99" })).ContentRange).toBe("bytes 8-9/10");
  expect(await codeOf(get("digits", { Range: "bytes=10-" }))).toBe("InvalidRange");
});

test("conditions on reading and writing", async () => {
  const { ETag } = await put("conditional", "one", { IfNoneMatch: "*" });
  expect(await codeOf(put("conditional", "two", { IfNoneMatch: "*" }))).toBe("PreconditionFailed");
  expect(await codeOf(put("conditional", "two", { IfMatch: '"other"' }))).toBe("PreconditionFailed");
  expect(await codeOf(put("not there", "two", { IfMatch: ETag }))).toBe("NoSuchKey");
  expect(await codeOf(get("conditional", { IfMatch: '"other"' }))).toBe("PreconditionFailed");
  await expect(get("conditional", { IfNoneMatch: ETag })).rejects.toMatchObject({ $metadata: { httpStatusCode: 304 } });
  await put("conditional", "two", { IfMatch: ETag });
  expect(await text("conditional")).toBe("two");
  expect(await codeOf(server.client.send(new DeleteObjectCommand({ Bucket, Key: "conditional", IfMatch: ETag })))).toBe(
    "PreconditionFailed",
  );
});

test("of many writers that want a free key, one gets it", async () => {
  const writes = Array.from({ length: 8 }, (_, at) => codeOf(put("race", String(at), { IfNoneMatch: "*" })));
  const results = await Promise.all(writes);
  expect(results.filter((code) => code === "accepted")).toHaveLength(1);
  expect(await text("race")).toBe(String(results.indexOf("accepted")));
});

test("a reader keeps the object it began with while another is written", async () => {
  const [old, young] = [Buffer.alloc(3 * 1024 * 1024, "o"), Buffer.alloc(1024, "y")];
  await put("moving", old);
  const reading = await get("moving");
  await put("moving", young);
  expect(Buffer.from((await reading.Body?.transformToByteArray()) ?? []).equals(old)).toBe(true);
  expect(await text("moving")).toBe(young.toString());
});

test("copying keeps or replaces metadata, and needs its source", async () => {
  await put("source é", "copy me", { ContentType: "text/plain", Metadata: { a: "1" }, ChecksumAlgorithm: "SHA256" });
  const copy = (Key: string, extra = {}) =>
    server.client.send(
      new CopyObjectCommand({ Bucket, Key, CopySource: `${Bucket}/${encodeURIComponent("source é")}`, ...extra }),
    );
  await copy("kept");
  expect(await get("kept")).toMatchObject({ ContentType: "text/plain", Metadata: { a: "1" } });
  await copy("replaced", { MetadataDirective: "REPLACE", ContentType: "text/html", Metadata: { b: "2" } });
  expect(await get("replaced")).toMatchObject({ ContentType: "text/html", Metadata: { b: "2" } });
  expect((await copy("crc", { ChecksumAlgorithm: "CRC32" })).CopyObjectResult?.ChecksumCRC32).toBeDefined();
  await server.client.send(new DeleteObjectCommand({ Bucket, Key: "source é" }));
  expect(await text("kept")).toBe("copy me");
  expect(await codeOf(copy("again"))).toBe("NoSuchKey");
  const self = { CopySource: `${Bucket}/kept` };
  expect(await codeOf(copy("kept", self))).toBe("InvalidRequest");
  await copy("kept", { ...self, MetadataDirective: "REPLACE", Metadata: { c: "3" } });
  expect(await get("kept")).toMatchObject({ Metadata: { c: "3" } });
  expect(await codeOf(copy("kept2", { ...self, CopySourceIfNoneMatch: "*" }))).toBe("PreconditionFailed");
});

test("deleting one and many, there or not", async () => {
  await Promise.all(["d1", "d2", "d3"].map((key) => put(key, key)));
  await server.client.send(new DeleteObjectCommand({ Bucket, Key: "d1" }));
  await server.client.send(new DeleteObjectCommand({ Bucket, Key: "d1" }));
  const Objects = [{ Key: "d2" }, { Key: "never" }, { Key: "d3", ETag: '"other"' }];
  const many = await server.client.send(new DeleteObjectsCommand({ Bucket, Delete: { Objects } }));
  expect(many.Deleted?.map((item) => item.Key)).toEqual(["d2", "never"]);
  expect(many.Errors).toMatchObject([{ Key: "d3", Code: "PreconditionFailed" }]);
  expect(await codeOf(get("d2"))).toBe("NoSuchKey");
  expect(await text("d3")).toBe("d3");
});

test("a list of keys to delete has its limits", async () => {
  const removal = (count: number) => {
    const Objects = Array.from({ length: count }, (_, at) => ({ Key: String(at).padEnd(1000, "k") }));
    return codeOf(server.client.send(new DeleteObjectsCommand({ Bucket, Delete: { Objects } })));
  };
  expect(await removal(1000)).toBe("accepted");
  expect(await removal(1001)).toBe("MalformedXML");
  expect(await removal(3000)).toBe("EntityTooLarge");
});

test("attributes", async () => {
  await put("attributes", "abc", { ChecksumAlgorithm: "CRC64NVME" });
  const ObjectAttributes = ["ETag" as const, "Checksum" as const, "ObjectSize" as const];
  expect(
    await server.client.send(new GetObjectAttributesCommand({ Bucket, Key: "attributes", ObjectAttributes })),
  ).toMatchObject({
    ETag: "900150983cd24fb0d6963f7d28e17f72",
    ObjectSize: 3,
    Checksum: { ChecksumType: "FULL_OBJECT" },
  });
});

test("buckets are those of the configuration", async () => {
  const { Buckets } = await server.client.send(new ListBucketsCommand({}));
  expect(Buckets?.map((item) => item.Name)).toEqual([Bucket, "other-bucket"]);
  expect((await server.client.send(new GetBucketLocationCommand({ Bucket }))).LocationConstraint).toBe(region);
  expect((await server.client.send(new HeadBucketCommand({ Bucket }))).BucketRegion).toBe(region);
  expect(await codeOf(server.client.send(new HeadBucketCommand({ Bucket: "no-such-bucket" })))).toBe("NotFound");
  expect(
    await codeOf(server.client.send(new PutObjectCommand({ Bucket: "no-such-bucket", Key: "a", Body: "x" }))),
  ).toBe("NoSuchBucket");
});

test("limits", async () => {
  expect(await codeOf(put("metadata", "x", { Metadata: { a: "x".repeat(2047) } }))).toBe("accepted");
  expect(await codeOf(put("metadata", "x", { Metadata: { a: "x".repeat(2048) } }))).toBe("MetadataTooLarge");
  expect(await codeOf(put("k".repeat(1024), "x"))).toBe("accepted");
  expect(await codeOf(put("k".repeat(1025), "x"))).toBe("KeyTooLongError");
});

test("what is not there says so by its name", async () => {
  const answer = server.client.send(new GetBucketAclCommand({ Bucket }));
  await expect(answer).rejects.toMatchObject({ name: "NotImplemented", Operation: "GetBucketAcl" });
  expect(await codeOf(put("acl", "x", { ACL: "public-read" }))).toBe("NotImplemented");
  expect(await codeOf(put("acl", "x", { ACL: "private", ServerSideEncryption: "AES256" }))).toBe("accepted");
  expect(await codeOf(put("tags", "x", { Tagging: "a=b" }))).toBe("NotImplemented");
  expect(await codeOf(get("acl", { VersionId: "v1" }))).toBe("NoSuchVersion");
});

test("a client with another secret is refused everything", async () => {
  const stranger = testClient(server.url, { credentials: { accessKeyId: "TESTKEY", secretAccessKey: "guess" } });
  expect(await codeOf(stranger.send(new ListBucketsCommand({})))).toBe("SignatureDoesNotMatch");
  expect(await codeOf(stranger.send(new GetObjectCommand({ Bucket, Key: "digits" })))).toBe("SignatureDoesNotMatch");
  expect(await codeOf(stranger.send(new PutObjectCommand({ Bucket, Key: "digits", Body: "x" })))).toBe(
    "SignatureDoesNotMatch",
  );
  stranger.destroy();
});
