import { expect, test } from "vitest";
import { checkCopySource, checkRead, checkWrite, rangeApplies } from "./conditions.ts";
import { RequestHeaders } from "./headers.ts";
import { codeOf } from "./testing.ts";

const object = { etag: "abc", modified: Date.parse("2026-01-10T00:00:00Z") };
const before = "Fri, 09 Jan 2026 00:00:00 GMT";
const same = "Sat, 10 Jan 2026 00:00:00 GMT";
const headers = (fields: Record<string, string>) => new RequestHeaders(Object.entries(fields).flat());

test.each([
  ["none", {}, "send"],
  ["if-match same", { "if-match": '"abc"' }, "send"],
  ["if-match in a list", { "if-match": '"x", "abc"' }, "send"],
  ["if-match other", { "if-match": '"x"' }, "PreconditionFailed"],
  ["if-match beats if-unmodified-since", { "if-match": '"abc"', "if-unmodified-since": before }, "send"],
  ["if-unmodified-since before", { "if-unmodified-since": before }, "PreconditionFailed"],
  ["if-unmodified-since same second", { "if-unmodified-since": same }, "send"],
  ["if-none-match same", { "if-none-match": '"abc"' }, "notModified"],
  ["if-none-match weak", { "if-none-match": 'W/"abc"' }, "notModified"],
  ["if-none-match any", { "if-none-match": "*" }, "notModified"],
  ["if-none-match beats if-modified-since", { "if-none-match": '"x"', "if-modified-since": same }, "send"],
  ["if-modified-since same second", { "if-modified-since": same }, "notModified"],
  ["if-modified-since before", { "if-modified-since": before }, "send"],
  ["a date that is none", { "if-modified-since": "yesterday" }, "send"],
])("reading: %s", async (_, fields, expected) => {
  let result: string | undefined;
  const code = await codeOf(() => {
    result = checkRead(headers(fields as Record<string, string>), object);
  });
  expect(result ?? code).toBe(expected);
});

test.each([
  ["free key, must be free", { "if-none-match": "*" }, undefined, "accepted"],
  ["taken key, must be free", { "if-none-match": "*" }, object, "PreconditionFailed"],
  ["an entity tag", { "if-none-match": '"abc"' }, object, "NotImplemented"],
  ["same object", { "if-match": '"abc"' }, object, "accepted"],
  ["another object", { "if-match": '"x"' }, object, "PreconditionFailed"],
  ["no object", { "if-match": '"abc"' }, undefined, "NoSuchKey"],
])("writing: %s", async (_, fields, current, code) => {
  expect(await codeOf(() => checkWrite(headers(fields as Record<string, string>), current))).toBe(code);
});

test.each([
  [{ "x-amz-copy-source-if-match": '"abc"' }, "accepted"],
  [{ "x-amz-copy-source-if-match": '"x"' }, "PreconditionFailed"],
  [{ "x-amz-copy-source-if-none-match": '"abc"' }, "PreconditionFailed"],
  [{ "x-amz-copy-source-if-modified-since": same }, "PreconditionFailed"],
  [{ "x-amz-copy-source-if-unmodified-since": before }, "PreconditionFailed"],
])("copying: %j", async (fields, code) => {
  expect(await codeOf(() => checkCopySource(headers(fields as Record<string, string>), object))).toBe(code);
});

test("a range is for one object only", () => {
  expect(rangeApplies(headers({}), object)).toBe(true);
  expect(rangeApplies(headers({ "if-range": '"abc"' }), object)).toBe(true);
  expect(rangeApplies(headers({ "if-range": '"x"' }), object)).toBe(false);
  expect(rangeApplies(headers({ "if-range": same }), object)).toBe(true);
  expect(rangeApplies(headers({ "if-range": before }), object)).toBe(false);
});
