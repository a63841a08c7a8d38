import { ListObjectsCommand, ListObjectsV2Command, PutObjectCommand, paginateListObjectsV2 } from "@aws-sdk/client-s3";
import { afterAll, beforeAll, expect, test } from "vitest";
import { bucket as Bucket, codeOf, startTestServer, type TestServer } from "../testing.ts";

const keys = ["a.txt", "b/1", "b/2", "b/c/3", "d/4", "e\u0001<&>", "z", "é"];

let server: TestServer;
beforeAll(async () => {
  server = await startTestServer();
  await Promise.all(keys.map((Key) => server.client.send(new PutObjectCommand({ Bucket, Key, Body: Key }))));
});
afterAll(() => server.stop());

const list = (extra: object) => server.client.send(new ListObjectsV2Command({ Bucket, ...extra }));
const names = (page: { Contents?: { Key?: string }[] }) => page.Contents?.map((item) => item.Key) ?? [];
const groups = (page: { CommonPrefixes?: { Prefix?: string }[] }) =>
  page.CommonPrefixes?.map((item) => item.Prefix) ?? [];

test("all keys in order, whatever they are made of", async () => {
  const page = await list({});
  expect(names(page)).toEqual(keys);
  expect(page).toMatchObject({ KeyCount: keys.length, IsTruncated: false, MaxKeys: 1000 });
  expect(page.Contents?.[0]).toMatchObject({ Size: 5, StorageClass: "STANDARD", ChecksumAlgorithm: ["CRC32"] });
  const encoded = await list({ EncodingType: "url" });
  expect(names(encoded).map((name) => decodeURIComponent(name ?? ""))).toEqual(keys);
});

test("groups by delimiter under a prefix", async () => {
  const page = await list({ Delimiter: "/" });
  expect([names(page), groups(page)]).toEqual([
    ["a.txt", "e\u0001<&>", "z", "é"],
    ["b/", "d/"],
  ]);
  const inner = await list({ Delimiter: "/", Prefix: "b/" });
  expect([names(inner), groups(inner)]).toEqual([["b/1", "b/2"], ["b/c/"]]);
});

test("pages by token give everything once", async () => {
  const found: (string | undefined)[] = [];
  for await (const page of paginateListObjectsV2({ client: server.client, pageSize: 2 }, { Bucket, Delimiter: "/" })) {
    expect(page.KeyCount).toBeLessThanOrEqual(2);
    found.push(...names(page), ...groups(page));
  }
  expect(found.sort()).toEqual(["a.txt", "b/", "d/", "e\u0001<&>", "z", "é"].sort());
});

test("start-after, max-keys and what they may not be", async () => {
  expect(names(await list({ StartAfter: "d" }))).toEqual(keys.slice(4));
  expect(await list({ MaxKeys: 0 })).toMatchObject({ KeyCount: 0, IsTruncated: false });
  expect(await codeOf(list({ MaxKeys: -1 }))).toBe("InvalidArgument");
  expect(await codeOf(list({ ContinuationToken: "nonsense" }))).toBe("InvalidArgument");
  expect(await codeOf(list({ EncodingType: "rot13" }))).toBe("InvalidArgument");
});

test("the first version of the call, by marker", async () => {
  const first = await server.client.send(new ListObjectsCommand({ Bucket, Delimiter: "/", MaxKeys: 2 }));
  expect(first).toMatchObject({ IsTruncated: true, NextMarker: "b/" });
  const next = await server.client.send(new ListObjectsCommand({ Bucket, Delimiter: "/", Marker: first.NextMarker }));
  expect(groups(next)).toEqual(["d/"]);
});
