import { expect, test } from "vitest";
import { operationName } from "./operation-name.ts";
import { findOperation } from "./router.ts";
import { codeOf, fakeCall } from "./testing.ts";

test.each([
  ["GET", "/", "ListBuckets", true],
  ["GET", "/b", "ListObjects", true],
  ["GET", "/b/?list-type=2&prefix=acl", "ListObjectsV2", true],
  ["GET", "/b?constructor", "ListObjects", true],
  ["GET", "/b?uploads", "ListMultipartUploads", true],
  ["GET", "/b?location", "GetBucketLocation", true],
  ["POST", "/b?delete", "DeleteObjects", true],
  ["GET", "/b/k?x-id=GetObject", "GetObject", true],
  ["PUT", "/b/k?partNumber=1&uploadId=u", "UploadPart", true],
  ["POST", "/b/k?uploads", "CreateMultipartUpload", true],
  ["GET", "/b?acl", "GetBucketAcl", false],
  ["GET", "/b?versions", "ListObjectVersions", false],
  ["PUT", "/b?lifecycle", "PutBucketLifecycleConfiguration", false],
  ["DELETE", "/b", "DeleteBucket", false],
  ["POST", "/b", "PostObject", false],
  ["PUT", "/b/k?tagging", "PutObjectTagging", false],
  ["POST", "/b/k?select&select-type=2", "SelectObjectContent", false],
  ["PATCH", "/b/k", "PATCH object", false],
])("%s %s is %s", async (method, url, name, served) => {
  const call = fakeCall(method, url, { host: "127.0.0.1" });
  expect(operationName(call)).toBe(name);
  expect(await codeOf(() => findOperation(call))).toBe(served ? "accepted" : "NotImplemented");
});

test("a copy is told by its header", () => {
  const headers = { host: "127.0.0.1", "x-amz-copy-source": "b/other" };
  expect(operationName(fakeCall("PUT", "/b/k", headers))).toBe("CopyObject");
  expect(operationName(fakeCall("PUT", "/b/k?partNumber=1&uploadId=u", headers))).toBe("UploadPartCopy");
});
