import { expect, it } from "vitest";
import { dtypeOf } from "./dtype.ts";

it.each([
  ["a.mp4", "video/mp4", "video"],
  ["a.png", "image/png", "image"],
  ["dive.MTS", "application/octet-stream", "video"],
  ["dive.ogv", "application/ogg", "video"],
])("%s of type %s is a %s", (name, contentType, dtype) => {
  expect(dtypeOf({ name, contentType })).toBe(dtype);
});

it.each([
  ["a.csv", "text/csv"],
  ["a.bin", "application/octet-stream"],
  ["a.svg", "image/svg+xml"],
  ["a.mp3", "audio/mpeg"],
])("%s of type %s is neither", (name, contentType) => {
  expect(() => dtypeOf({ name, contentType })).toThrow(
    expect.objectContaining({ kind: "unprocessable", code: "media.not_media" }),
  );
});
