import { expect, test } from "vitest";
import { AppError, type ErrorKind, isPermanent } from "./index.ts";

test.each<[ErrorKind, boolean]>([
  ["input", true],
  ["not_found", true],
  ["conflict", true],
  ["limit", false],
  ["unavailable", false],
  ["internal", false],
])("%s: retrying is pointless is %s", (kind, permanent) => {
  expect(isPermanent(new AppError(kind, "test.case", "A case"))).toBe(permanent);
});

test("an unknown error may be passing", () => expect(isPermanent(new Error("socket hang up"))).toBe(false));
