const DAY_MS = 86_400_000;
const HOUR_MS = 3_600_000;

/**
 * A stretch of time, its end not in it. `until` is where "equal" ends for what is reckoned back from now: equal to -7d means
 * within the last seven days, after -7d means after that moment.
 */
export type Stretch = { from: Date; to: Date; until?: Date };

const CALENDAR =
  /^(\d{4})(?:-(\d\d)(?:-(\d\d)(?:[T ](\d\d):(\d\d)(?::(\d\d)(?:\.\d{1,9})?)?(Z|[+-]\d\d:?\d\d)?)?)?)?$/i;
const BACK = /^-(\d{1,4})\s*(h|d|w|m|mo|y)$/i;
const AROUND = /^(this|last|next)\s+(day|week|month|year)$/i;
const DAYS: Record<string, number> = { yesterday: -1, today: 0, tomorrow: 1 };
const SHIFTS: Record<string, number> = { last: -1, this: 0, next: 1 };

/** What a date written by hand means, in UTC; undefined when it is none. Years end at 9999, as in PostgreSQL's and JavaScript's texts. */
export function stretchOf(text: string, now: Date): Stretch | undefined {
  const wanted = text.trim().toLowerCase();
  if (Object.hasOwn(DAYS, wanted)) return span("day", now, DAYS[wanted] ?? 0);
  const around = AROUND.exec(wanted);
  if (around) return span(around[2] ?? "", now, SHIFTS[around[1] ?? ""] ?? 0);
  const back = BACK.exec(wanted);
  if (back) {
    const from = before(now, Number(back[1]), back[2] ?? "");
    return { from, to: from, until: now };
  }
  return calendar(wanted);
}

export const isDate = (text: string): boolean => stretchOf(text, new Date(0)) !== undefined;

function calendar(text: string): Stretch | undefined {
  const [, year, month, day, hour, minute, second, zone] = CALENDAR.exec(text) ?? [];
  if (year === undefined || Number(year) < 1) return undefined;
  const from = utc(Number(year), Number(month ?? 1) - 1, Number(day ?? 1));
  // 2026-02-31 would roll over into March.
  if (from.getUTCMonth() !== Number(month ?? 1) - 1) return undefined;
  if (hour === undefined) return { from, to: day ? add(from, 1, "day") : add(from, 1, month ? "month" : "year") };
  if (Number(hour) > 23 || Number(minute) > 59 || Number(second ?? 0) > 59) return undefined;
  const at =
    from.getTime() + Number(hour) * HOUR_MS + Number(minute) * 60_000 + Number(second ?? 0) * 1_000 - offset(zone);
  return { from: new Date(at), to: new Date(at + (second === undefined ? 60_000 : 1_000)) };
}

function offset(zone: string | undefined): number {
  const [, sign, hours, minutes] = /^([+-])(\d\d):?(\d\d)$/.exec(zone ?? "") ?? [];
  if (sign === undefined) return 0;
  return (sign === "-" ? -1 : 1) * (Number(hours) * HOUR_MS + Number(minutes) * 60_000);
}

/** The day, week (from Monday), month or year around now, moved by whole ones. */
function span(unit: string, now: Date, shift: number): Stretch {
  const [year, month, day] = [now.getUTCFullYear(), now.getUTCMonth(), now.getUTCDate()];
  const begin =
    unit === "year"
      ? utc(year, 0, 1)
      : unit === "month"
        ? utc(year, month, 1)
        : utc(year, month, unit === "week" ? day - ((now.getUTCDay() + 6) % 7) : day);
  const from = add(begin, shift, unit);
  return { from, to: add(from, 1, unit) };
}

function add(date: Date, count: number, unit: string): Date {
  const [year, month] = [date.getUTCFullYear(), date.getUTCMonth()];
  if (unit === "year") return utc(year + count, month, 1);
  if (unit === "month") return utc(year, month + count, 1);
  return new Date(date.getTime() + count * (unit === "week" ? 7 : 1) * DAY_MS);
}

function before(now: Date, count: number, unit: string): Date {
  if (unit === "h") return new Date(now.getTime() - count * HOUR_MS);
  if (unit === "d" || unit === "w") return new Date(now.getTime() - count * (unit === "w" ? 7 : 1) * DAY_MS);
  const months = unit === "y" ? count * 12 : count;
  const from = new Date(now);
  from.setUTCDate(1);
  from.setUTCMonth(from.getUTCMonth() - months);
  // A month before 31 March is the end of February, not 3 March.
  const last = utc(from.getUTCFullYear(), from.getUTCMonth() + 1, 0).getUTCDate();
  from.setUTCDate(Math.min(now.getUTCDate(), last));
  // Earlier than any date of the calendar is as early as it goes.
  return from.getUTCFullYear() < 1 ? utc(1, 0, 1) : from;
}

/** Date.UTC takes years below 100 for 19xx. */
function utc(year: number, month: number, day: number): Date {
  const date = new Date(0);
  date.setUTCFullYear(year, month, day);
  return date;
}
