import type { Zone } from "./zone.ts";

/** What a schedule cannot be made of. */
export class ExpressionError extends Error {
  override readonly name = "ExpressionError";
}

type Day = { year: number; month: number; day: number };
type Matches = (day: Day) => boolean;

export type Cron = { minutes: number[]; hours: number[]; isDay: Matches; lastYear: number };

const MONTHS = ["JAN", "FEB", "MAR", "APR", "MAY", "JUN", "JUL", "AUG", "SEP", "OCT", "NOV", "DEC"];
const DAYS = ["SUN", "MON", "TUE", "WED", "THU", "FRI", "SAT"];
const YEARS = { from: 1970, to: 2199 };

/** AWS's six fields: minutes, hours, day of month, month, day of week (SUN is 1), year. */
export function parseCron(fields: string): Cron {
  const parts = fields.trim().split(/\s+/);
  const [minutes = "", hours = "", dayOfMonth = "", month = "", dayOfWeek = "", year = ""] = parts;
  if (parts.length !== 6) throw new ExpressionError(`cron(${fields}) has ${parts.length} fields, not 6`);
  if ((dayOfMonth === "?") === (dayOfWeek === "?")) {
    throw new ExpressionError(`cron(${fields}): exactly one of day of month and day of week must be ?`);
  }
  const months = new Set(numbers(month, 1, 12, MONTHS));
  const years = new Set(numbers(year, YEARS.from, YEARS.to));
  const inMonth = dayOfWeek === "?" ? monthDays(dayOfMonth) : weekDays(dayOfWeek);
  return {
    minutes: numbers(minutes, 0, 59),
    hours: numbers(hours, 0, 23),
    isDay: (day) => years.has(day.year) && months.has(day.month) && inMonth(day),
    lastYear: Math.max(...years),
  };
}

/** The first time after the given one, or undefined when there is none. Times that daylight saving skips are skipped. */
export function nextCron(cron: Cron, after: number, zone: Zone): number | undefined {
  const start = zone.localOf(after);
  for (let offset = 0; ; offset++) {
    const date = new Date(Date.UTC(start.year, start.month - 1, start.day + offset));
    const day = { year: date.getUTCFullYear(), month: date.getUTCMonth() + 1, day: date.getUTCDate() };
    if (day.year > cron.lastYear) return undefined;
    if (!cron.isDay(day)) continue;
    const times = cron.hours.flatMap((hour) =>
      cron.minutes.map((minute) => zone.instantOf({ ...day, hour, minute, second: 0 })),
    );
    const later = times.filter((at) => at !== undefined && at > after) as number[];
    if (later.length > 0) return Math.min(...later);
  }
}

function numbers(field: string, least: number, most: number, names: string[] = []): number[] {
  const all = field.split(",").flatMap((part) => {
    const [span = "", step] = part.split("/");
    const [from, to] = spanOf(span, least, most, names, step !== undefined);
    const by = step === undefined ? 1 : Number(step);
    if (!Number.isInteger(by) || by < 1 || !(from <= to)) throw bad(field);
    return Array.from({ length: Math.floor((to - from) / by) + 1 }, (_, index) => from + index * by);
  });
  return [...new Set(all)].sort((a, b) => a - b);
}

function spanOf(span: string, least: number, most: number, names: string[], stepped: boolean): [number, number] {
  if (span === "*") return [least, most];
  const ends = span.split("-").map((text) => numberOf(text, least, most, names));
  const [from, to] = ends;
  if (from === undefined || ends.length > 2) throw bad(span);
  return [from, to ?? (stepped ? most : from)];
}

function numberOf(text: string, least: number, most: number, names: string[]): number {
  const named = names.indexOf(text.toUpperCase());
  const value = named >= 0 ? named + least : /^\d+$/.test(text) ? Number(text) : Number.NaN;
  if (!(value >= least && value <= most)) throw bad(text);
  return value;
}

/** `L` is the last day of the month, `15W` the weekday nearest to the 15th within its month. */
function monthDays(field: string): Matches {
  if (field === "L") return (day) => day.day === daysIn(day);
  const nearest = /^(\d+)W$/.exec(field)?.[1];
  if (nearest === undefined) {
    const days = new Set(numbers(field, 1, 31));
    return ({ day }) => days.has(day);
  }
  const wanted = numberOf(nearest, 1, 31, []);
  return (day) => wanted <= daysIn(day) && day.day === nearestWeekday({ ...day, day: wanted });
}

function nearestWeekday(day: Day): number {
  const weekday = weekdayOf(day);
  if (weekday === 7) return day.day > 1 ? day.day - 1 : day.day + 2;
  if (weekday === 1) return day.day < daysIn(day) ? day.day + 1 : day.day - 2;
  return day.day;
}

/** `6L` is the last Friday of the month, `6#3` its third, `L` alone Saturday. */
function weekDays(field: string): Matches {
  if (field === "L") return (day) => weekdayOf(day) === 7;
  const special = /^(\w+?)(?:(L)|#([1-5]))$/.exec(field);
  if (!special) {
    const days = new Set(numbers(field, 1, 7, DAYS));
    return (day) => days.has(weekdayOf(day));
  }
  const [, name = "", last, nth] = special;
  const wanted = numberOf(name, 1, 7, DAYS);
  return (day) => {
    if (weekdayOf(day) !== wanted) return false;
    return last ? day.day + 7 > daysIn(day) : Math.ceil(day.day / 7) === Number(nth);
  };
}

const weekdayOf = ({ year, month, day }: Day) => new Date(Date.UTC(year, month - 1, day)).getUTCDay() + 1;
const daysIn = ({ year, month }: Day) => new Date(Date.UTC(year, month, 0)).getUTCDate();
const bad = (text: string) => new ExpressionError(`${text} is not understood`);
