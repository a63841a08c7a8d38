import { expect, it } from "vitest";
import { clock, parsePlace } from "./time.ts";

it("writes times with hours only where there are some", () => {
  expect([0, 931.398, 3661.5].map(clock)).toEqual([
    ["0:00", ".000"],
    ["15:31", ".398"],
    ["1:01:01", ".500"],
  ]);
});

it("reads frames and times, and nothing else", () => {
  expect(["120", "#7", "15:31", "1:02:03.5", "12.5"].map(parsePlace)).toEqual([
    { frame: 120 },
    { frame: 7 },
    { seconds: 931 },
    { seconds: 3723.5 },
    { seconds: 12.5 },
  ]);
  expect(["", "x", "1:2:3:4", "-1"].map(parsePlace)).toEqual([undefined, undefined, undefined, undefined]);
});
