import { expect, test } from "vitest";
import { RequestHeaders } from "../headers.ts";
import { codeOf } from "../testing.ts";
import { declaredChecksums } from "./declared.ts";

const declared = (headers: Record<string, string>) =>
  declaredChecksums(new RequestHeaders(Object.entries(headers).flat()));

test("a checksum comes in a header, or is promised for the trailer", () => {
  expect(declared({})).toEqual({});
  expect(declared({ "x-amz-checksum-crc32": "AAAAAA==" }).checksum).toEqual({ algorithm: "CRC32", value: "AAAAAA==" });
  expect(declared({ "x-amz-trailer": "x-amz-checksum-crc64nvme" }).checksum).toEqual({ algorithm: "CRC64NVME" });
});

test.each([
  ["of a wrong length", { "x-amz-checksum-crc32": "AAAA" }, "InvalidRequest"],
  ["not base64", { "x-amz-checksum-sha256": "?" }, "InvalidRequest"],
  ["twice", { "x-amz-checksum-crc32": "AAAAAA==", "x-amz-checksum-crc32c": "AAAAAA==" }, "InvalidRequest"],
  [
    "in header and trailer",
    { "x-amz-checksum-crc32": "AAAAAA==", "x-amz-trailer": "x-amz-checksum-crc32" },
    "InvalidRequest",
  ],
  ["named but not given", { "x-amz-sdk-checksum-algorithm": "CRC32" }, "InvalidRequest"],
  ["named otherwise", { "x-amz-sdk-checksum-algorithm": "SHA1", "x-amz-checksum-crc32": "AAAAAA==" }, "InvalidRequest"],
  ["an unknown trailer", { "x-amz-trailer": "x-amz-meta-a" }, "InvalidRequest"],
  ["a wrong Content-MD5", { "content-md5": "AAAA" }, "InvalidDigest"],
])("refused: %s", async (_, headers, code) => {
  expect(await codeOf(() => declared(headers as Record<string, string>))).toBe(code);
});
