import { expect, test } from "vitest";
import { stretchOf } from "./date.ts";

// A Saturday.
const now = new Date("2026-11-21T15:30:00Z");

test.each([
  ["today", "2026-11-21T00:00", "2026-11-22T00:00"],
  ["Yesterday", "2026-11-20T00:00", "2026-11-21T00:00"],
  ["this week", "2026-11-16T00:00", "2026-11-23T00:00"],
  ["last week", "2026-11-09T00:00", "2026-11-16T00:00"],
  ["last month", "2026-10-01T00:00", "2026-11-01T00:00"],
  ["next year", "2027-01-01T00:00", "2028-01-01T00:00"],
  ["2026", "2026-01-01T00:00", "2027-01-01T00:00"],
  ["2026-12", "2026-12-01T00:00", "2027-01-01T00:00"],
  ["2024-02-29", "2024-02-29T00:00", "2024-03-01T00:00"],
  ["2026-11-21T10:15", "2026-11-21T10:15", "2026-11-21T10:16"],
  ["2026-11-21T10:15+02:00", "2026-11-21T08:15", "2026-11-21T08:16"],
  ["0001", "0001-01-01T00:00", "0002-01-01T00:00"],
])("%s", (text, from, to) => {
  const stretch = stretchOf(text, now);
  expect([stretch?.from.toISOString(), stretch?.to.toISOString()]).toEqual([`${from}:00.000Z`, `${to}:00.000Z`]);
});

test.each([
  ["-7d", "2026-11-14T15:30"],
  ["-2w", "2026-11-07T15:30"],
  ["-5h", "2026-11-21T10:30"],
  ["-9m", "2026-02-21T15:30"],
  ["-1y", "2025-11-21T15:30"],
])("%s is a moment, and equal to it is all since then", (text, from) => {
  expect(stretchOf(text, now)).toEqual({ from: new Date(`${from}:00Z`), to: new Date(`${from}:00Z`), until: now });
});

test("a month before the 31st ends with the month", () =>
  expect(stretchOf("-1m", new Date("2026-03-31T00:00:00Z"))?.from).toEqual(new Date("2026-02-28T00:00:00Z")));

test("further back than the calendar goes is its first day", () =>
  expect(stretchOf("-9999y", now)?.from.toISOString()).toBe("0001-01-01T00:00:00.000Z"));

test.each(["", "lunch", "2026-13", "2026-02-30", "2026-1-1", "0000", "2026-11-21T24:00", "last decade", "7d", "-d"])(
  "%j is no date",
  (text) => expect(stretchOf(text, now)).toBeUndefined(),
);
