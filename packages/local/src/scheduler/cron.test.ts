import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { nextCron, parseCron } from "./cron.ts";
import { parseSchedule } from "./expression.ts";
import { zoneNamed } from "./zone.ts";

const at = (text: string) => Date.parse(text);
const next = (fields: string, after: string, zone = "UTC") => {
  const found = nextCron(parseCron(fields), at(after), zoneNamed(zone));
  return found === undefined ? undefined : new Date(found).toISOString().replace(":00.000Z", "Z");
};

describe("cron", () => {
  // Most are the examples of the EventBridge guide.
  test.each([
    ["0 10 * * ? *", "2026-01-01T10:00:00Z", "2026-01-02T10:00Z"],
    ["15 12 * * ? *", "2026-01-01T10:00:00Z", "2026-01-01T12:15Z"],
    ["0 18 ? * MON-FRI *", "2026-01-02T18:00:00Z", "2026-01-05T18:00Z"],
    ["0 8 1 * ? *", "2026-01-02T00:00:00Z", "2026-02-01T08:00Z"],
    ["0/15 * * * ? *", "2026-01-01T10:14:59Z", "2026-01-01T10:15Z"],
    ["0/5 8-17 ? * 2-6 *", "2026-01-02T17:55:00Z", "2026-01-05T08:00Z"],
    ["0 12 L * ? *", "2028-02-01T00:00:00Z", "2028-02-29T12:00Z"],
    ["0 9 ? * 2#1 *", "2026-01-10T00:00:00Z", "2026-02-02T09:00Z"],
    ["0 9 ? * 6L *", "2026-01-01T00:00:00Z", "2026-01-30T09:00Z"],
    ["0 9 ? * L *", "2026-01-01T00:00:00Z", "2026-01-03T09:00Z"],
    ["0 9 15W * ? *", "2026-02-01T00:00:00Z", "2026-02-16T09:00Z"],
    ["0 9 1W * ? *", "2026-08-01T00:00:00Z", "2026-08-03T09:00Z"],
    ["0 9 31W * ? *", "2026-05-01T00:00:00Z", "2026-05-29T09:00Z"],
    ["0 0 29 2 ? *", "2026-01-01T00:00:00Z", "2028-02-29T00:00Z"],
    ["30 6,18 ? JAN,JUL SUN 2027", "2026-01-01T00:00:00Z", "2027-01-03T06:30Z"],
    ["0 0 1 1 ? 2025", "2026-01-01T00:00:00Z", undefined],
  ])("cron(%s) after %s", (fields, after, expected) => expect(next(fields, after)).toBe(expected));

  test.each([
    ["a local time in winter", "0 9 * * ? *", "2026-01-01T00:00:00Z", "2026-01-01T08:00Z"],
    ["and in summer", "0 9 * * ? *", "2026-07-01T00:00:00Z", "2026-07-01T07:00Z"],
    ["one that daylight saving skips is skipped", "30 2 * * ? *", "2026-03-28T12:00:00Z", "2026-03-30T00:30Z"],
    ["one that occurs twice occurs once", "30 2 * * ? *", "2026-10-24T12:00:00Z", "2026-10-25T00:30Z"],
    ["and then the next day", "30 2 * * ? *", "2026-10-25T00:30:00Z", "2026-10-26T01:30Z"],
  ])("Europe/Berlin: %s", (_, fields, after, expected) => expect(next(fields, after, "Europe/Berlin")).toBe(expected));

  test.each([
    "* * * * * *",
    "* * ? * ? *",
    "0 10 * * ?",
    "60 * * * ? *",
    "0 24 * * ? *",
    "5-1 * * * ? *",
    "0/0 * * * ? *",
    "0 0 ? * FOO *",
  ])("cron(%s) is refused", (fields) => expect(() => parseCron(fields)).toThrow());

  test("is the first matching minute, as found by trying them all", () => {
    const part = (least: number, most: number) =>
      fc.oneof(
        fc.constant("*"),
        fc.integer({ min: least, max: most }).map(String),
        fc
          .tuple(fc.integer({ min: least, max: most }), fc.integer({ min: 1, max: most }))
          .map(([from, by]) => `${from}/${by}`),
        fc
          .tuple(fc.integer({ min: least, max: most }), fc.integer({ min: least, max: most }))
          .map((ends) => ends.sort((a, b) => a - b).join("-")),
      );
    const fields = fc
      .tuple(part(0, 59), part(0, 23), part(1, 28), part(1, 7), fc.boolean())
      .map(
        ([minute, hour, day, weekday, byWeekday]) =>
          `${minute} ${hour} ${byWeekday ? `? * ${weekday}` : `${day} * ?`} *`,
      );
    const zone = fc.constantFrom("UTC", "Europe/Berlin", "America/New_York", "Asia/Kolkata", "Australia/Lord_Howe");
    const start = fc.integer({ min: at("2026-01-01"), max: at("2027-01-01") });
    fc.assert(
      fc.property(fields, zone, start, (text, name, after) => {
        const expected = bruteForce(text, name, after, 3);
        const found = nextCron(parseCron(text), after, zoneNamed(name));
        if (expected === undefined) expect(found).toBeGreaterThan(after + 3 * 86_400_000);
        else expect(found).toBe(expected);
      }),
      { numRuns: 60 },
    );
  });
});

/** Tries every minute of some days, by the wall clock of the zone. A repeated hour counts the first time only. */
function bruteForce(text: string, name: string, after: number, days: number): number | undefined {
  const [minutes = "", hours = "", day = "", , weekday = ""] = text.split(" ");
  const zone = zoneNamed(name);
  const first = Math.floor(after / 60_000) * 60_000 + 60_000;
  for (let time = first; time <= after + days * 86_400_000; time += 60_000) {
    const local = zone.localOf(time);
    const date = new Date(Date.UTC(local.year, local.month - 1, local.day));
    const fits =
      has(minutes, local.minute, 59) &&
      has(hours, local.hour, 23) &&
      has(day, local.day, 31) &&
      has(weekday, date.getUTCDay() + 1, 7);
    if (!fits) continue;
    const repeated = [30, 60].some((back) => {
      const before = zone.localOf(time - back * 60_000);
      return before.hour === local.hour && before.minute === local.minute;
    });
    if (!repeated) return time;
  }
  return undefined;
}

function has(part: string, value: number, most: number): boolean {
  if (part === "*" || part === "?") return true;
  const [span = "", by] = part.split("/");
  const [from = 0, to = by ? most : from] = span.split("-").map(Number);
  return value >= from && value <= to && (value - from) % Number(by ?? 1) === 0;
}

describe("schedule expressions", () => {
  const begun = at("2026-01-01T00:00:00Z");

  test.each([
    ["rate(5 minutes)", "2026-01-01T00:05:00.000Z"],
    ["rate(1 hour)", "2026-01-01T01:00:00.000Z"],
    ["rate(1 day)", "2026-01-02T00:00:00.000Z"],
    ["at(2026-06-01T12:00:00)", "2026-06-01T10:00:00.000Z"],
    ["cron(0 12 * * ? *)", "2026-01-01T11:00:00.000Z"],
  ])("%s", (expression, expected) => {
    const found = parseSchedule(expression, "Europe/Berlin", begun)(begun);
    expect(new Date(found ?? 0).toISOString()).toBe(expected);
  });

  test("a rate keeps its beat after a pause, and a time that is over does not come again", () => {
    const rate = parseSchedule("rate(1 minute)", "UTC", begun);
    expect(rate(begun + 10 * 60_000 + 1)).toBe(begun + 11 * 60_000);
    expect(parseSchedule("at(2025-01-01T00:00:00)", "UTC", begun)(begun)).toBeUndefined();
  });

  test.each(["rate(0 minutes)", "rate(5 fortnights)", "at(tomorrow)", "every day", "cron(* * *)"])(
    "%s is refused",
    (text) => {
      expect(() => parseSchedule(text, "UTC", begun)).toThrow();
    },
  );
});
