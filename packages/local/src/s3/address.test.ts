import { expect, test } from "vitest";
import { parseAddress } from "./address.ts";
import { codeOf, region } from "./testing.ts";

test.each([
  ["127.0.0.1:9000", "/", {}],
  ["127.0.0.1:9000", "/b", { bucket: "b" }],
  ["127.0.0.1:9000", "/b/", { bucket: "b", key: undefined }],
  ["127.0.0.1:9000", "/b/a/../c%2Fd", { bucket: "b", key: "a/../c/d" }],
  ["127.0.0.1:9000", "/b//double", { bucket: "b", key: "/double" }],
  ["[::1]:9000", "/b/k", { bucket: "b", key: "k" }],
  ["localhost:9000", "/b/k", { bucket: "b", key: "k" }],
  ["b.localhost:9000", "/k", { bucket: "b", key: "k" }],
  ["b.c.s3.localhost", "/", { bucket: "b.c", key: undefined }],
  [`b.s3.${region}.amazonaws.com`, "/k%20k", { bucket: "b", key: "k k" }],
  [`s3.${region}.amazonaws.com`, "/b/k", { bucket: "b", key: "k" }],
])("%s%s", (host, path, expected) => {
  expect(parseAddress(host, path, region)).toEqual(expected);
});

test("keys are counted in bytes", async () => {
  const two = encodeURIComponent("ü");
  expect(await codeOf(() => parseAddress("127.0.0.1", `/b/${two.repeat(512)}`, region))).toBe("accepted");
  expect(await codeOf(() => parseAddress("127.0.0.1", `/b/a${two.repeat(512)}`, region))).toBe("KeyTooLongError");
  expect(await codeOf(() => parseAddress("127.0.0.1", "/b/%ff", region))).toBe("InvalidURI");
});
