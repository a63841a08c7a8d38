import { describe, expect, it } from "vitest";
import { pollDelay } from "./poll.ts";

const now = Date.parse("2026-11-21T12:00:00Z");
const run = (state: "queued" | "running" | "succeeded", secondsAgo: number) => ({
  state,
  queuedAt: new Date(now - secondsAgo * 1000).toISOString(),
});

describe("pollDelay", () => {
  it("rests when nothing runs", () => {
    expect(pollDelay([run("succeeded", 1)], 0, false, now)).toBe(false);
    expect(pollDelay([], 0, 15_000, now)).toBe(15_000);
  });

  it("is quick while something young runs, slower when all is old", () => {
    expect(pollDelay([run("running", 5)], 0, false, now)).toBe(500);
    expect(pollDelay([run("running", 500)], 0, false, now)).toBe(2_000);
    expect(pollDelay([run("running", 500), run("queued", 1)], 0, false, now)).toBe(500);
  });

  it("backs off after failures, but not for ever", () => {
    expect(pollDelay([run("running", 5)], 3, false, now)).toBe(4_000);
    expect(pollDelay([run("running", 5)], 20, false, now)).toBe(30_000);
  });
});
