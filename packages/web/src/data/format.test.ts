import { describe, expect, it } from "vitest";
import { ago, bytes, bytesOf, duration, number, percent, plural, timeLeft } from "./format.ts";

describe("numbers for people", () => {
  it.each([
    [0, "0"],
    [1234.567, "1,235"],
    [-43, "\u221243"],
    [0.012345, "0.01235"],
    [1e-9, "1.000e\u22129".replace("\u2212", "-")],
  ])("%d", (value, text) => {
    expect(number(value).replace(/e.9$/, "e-9")).toBe(text);
  });

  it.each([
    [0, "0 B"],
    [999, "999 B"],
    [1000, "1.0 kB"],
    [13_500_000, "13.5 MB"],
    [999_950_000, "1.0 GB"],
    [2.2e12, "2.2 TB"],
  ])("%d bytes", (value, text) => {
    expect(bytes(value)).toBe(text);
  });

  it("writes both ends in one unit", () => {
    expect(bytesOf(38.6e9, 84e9)).toBe("38.6 of 84.0 GB");
    expect(bytesOf(5, 900)).toBe("5 of 900 B");
  });

  it("never says done before it is", () => {
    expect(percent(0.999)).toBe("99 %");
    expect(plural(1, "row")).toBe("1 row");
    expect(plural(1200, "row")).toBe("1,200 rows");
  });
});

describe("times for people", () => {
  it.each([
    [420, "420 ms"],
    [9_340, "9.3 s"],
    [38_000, "38 s"],
    [151_000, "2 min 31 s"],
    [3_720_000, "1 h 2 min"],
  ])("%d ms", (ms, text) => {
    expect(duration(ms)).toBe(text);
  });

  it("counts down coarsely", () => {
    expect(timeLeft(12.2)).toBe("13 s left");
    expect(timeLeft(402)).toBe("6 min 45 s left");
    expect(timeLeft(Number.POSITIVE_INFINITY)).toBe("");
  });

  it("says how long ago", () => {
    const now = new Date(2026, 10, 21, 12, 0).getTime();
    const at = (...parts: [number, number, number, number, number]) => new Date(...parts).toISOString();
    expect(ago(new Date(now - 5_000).toISOString(), now)).toBe("just now");
    expect(ago(new Date(now - 6 * 60_000).toISOString(), now)).toBe("6 min ago");
    expect(ago(at(2026, 10, 21, 8, 20), now)).toBe("today 08:20");
    expect(ago(at(2026, 10, 20, 23, 59), now)).toBe("yesterday 23:59");
    expect(ago(at(2024, 0, 5, 8, 0), now)).toBe("Jan 5, 2024");
    expect(ago(new Date(now + 5_000).toISOString(), now)).toBe("just now");
    expect(ago(new Date(now + 12 * 60_000).toISOString(), now)).toBe("in 12 min");
    expect(ago(at(2026, 10, 21, 18, 0), now)).toBe("today 18:00");
    expect(ago(at(2026, 10, 22, 6, 0), now)).toBe("tomorrow 06:00");
  });
});
