import { ExpressionError, nextCron, parseCron } from "./cron.ts";
import { zoneNamed } from "./zone.ts";

/** The next time after the given one, or undefined when there is none left. */
export type Next = (after: number) => number | undefined;

const UNITS: Record<string, number> = { minute: 60_000, hour: 3_600_000, day: 86_400_000 };

/** Understands `rate(5 minutes)`, `cron(0 12 * * ? *)` and `at(2026-01-31T10:00:00)`; rates count from `begunAt`. */
export function parseSchedule(expression: string, timezone: string, begunAt: number): Next {
  const [, kind, inner = ""] = /^(rate|cron|at)\((.*)\)$/.exec(expression.trim()) ?? [];
  if (kind === "rate") return rate(inner, begunAt);
  const zone = zoneNamed(timezone);
  if (kind === "cron") {
    const cron = parseCron(inner);
    return (after) => nextCron(cron, after, zone);
  }
  const time = /^(\d{4})-(\d\d)-(\d\d)T(\d\d):(\d\d):(\d\d)$/.exec(inner);
  if (kind !== "at" || !time) throw new ExpressionError(`${expression} is not understood`);
  const [year = 0, month = 0, day = 0, hour = 0, minute = 0, second = 0] = time.slice(1).map(Number);
  const at = zone.instantOf({ year, month, day, hour, minute, second });
  return (after) => (at !== undefined && at > after ? at : undefined);
}

function rate(text: string, begunAt: number): Next {
  const [, count, unit] = /^([1-9]\d*) (minute|hour|day)s?$/.exec(text.trim()) ?? [];
  const every = Number(count) * (UNITS[unit ?? ""] ?? Number.NaN);
  if (Number.isNaN(every)) throw new ExpressionError(`rate(${text}) is not understood`);
  return (after) => begunAt + (Math.floor((after - begunAt) / every) + 1) * every;
}
