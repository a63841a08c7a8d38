import { isNumeric } from "../kinds.ts";
import type { Column } from "../types.ts";
import type { CellValue } from "./page.ts";

export type CellFormat = {
  /** For people: short, with a real minus sign. */
  show(value: CellValue): string;
  /** Exact, for copying and for filters: what a program can read. */
  exact(value: CellValue): string;
  right: boolean;
};

const MINUS = "\u2212";
const MINUTE = 60_000;
const pad = (value: number, length = 2) => String(value).padStart(length, "0");

export function cellFormat(column: Column): CellFormat {
  const exact = exactFor(column);
  const show = showFor(column, exact);
  const safe = (format: (value: CellValue) => string) => (value: CellValue) => (value === null ? "" : format(value));
  return { show: safe(show), exact: safe(exact), right: isNumeric(column.type) };
}

function exactFor(column: Column): (value: CellValue) => string {
  switch (column.type) {
    case "decimal":
      return (value) => (typeof value === "bigint" ? decimal(value, column.scale ?? 0) : String(value));
    case "date":
      return (value) => (isTime(value) ? dateText(Number(value)) : String(value));
    case "timestamp":
      return (value) => (isTime(value) ? momentText(Number(value), "T", true) : String(value));
    case "timestamptz":
      return (value) => (isTime(value) ? `${momentText(Number(value), "T", true)}Z` : String(value));
    case "time":
      return (value) => (isTime(value) ? timeText(microseconds(value)) : String(value));
    default:
      return String;
  }
}

function showFor(column: Column, exact: (value: CellValue) => string): (value: CellValue) => string {
  switch (column.type) {
    case "float64":
      return (value) => minus(shortFloat(Number(value)));
    case "int64":
    case "decimal":
      return (value) => minus(exact(value));
    case "timestamp":
    case "timestamptz": {
      const seconds = [column.stats.min, column.stats.max].some(
        (end) => typeof end === "string" && !/:00(\.0+)?Z?$/.test(end),
      );
      return (value) => (isTime(value) ? momentText(Number(value), " ", seconds) : String(value));
    }
    case "text":
      // One line in a grid; the exact value is on hover and in the row panel.
      return (value) => String(value).replace(/\s*\n\s*/g, " ⏎ ");
    default:
      return exact;
  }
}

const isTime = (value: CellValue) => typeof value === "number" || typeof value === "bigint";
const minus = (text: string) => (text.startsWith("-") ? `${MINUS}${text.slice(1)}` : text);

/** Nine digits say enough in a grid; arithmetic dust such as 0.30000000000000004 does not belong there. */
function shortFloat(value: number): string {
  if (!Number.isFinite(value) || Number.isInteger(value)) return String(value);
  return String(Number(value.toPrecision(9)));
}

export function decimal(scaled: bigint, scale: number): string {
  if (scale === 0) return String(scaled);
  const negative = scaled < 0n;
  const digits = String(negative ? -scaled : scaled).padStart(scale + 1, "0");
  return `${negative ? "-" : ""}${digits.slice(0, -scale)}.${digits.slice(-scale)}`;
}

function dateText(ms: number): string {
  const at = new Date(ms);
  return `${year(at)}-${pad(at.getUTCMonth() + 1)}-${pad(at.getUTCDate())}`;
}

const year = (at: Date) => (at.getUTCFullYear() < 0 ? String(at.getUTCFullYear()) : pad(at.getUTCFullYear(), 4));

/** Seconds are left out where the whole column has none, but never hidden where a value has them. */
function momentText(ms: number, between: string, seconds: boolean): string {
  const whole = Math.floor(ms);
  const at = new Date(whole);
  const minute = `${dateText(whole)}${between}${pad(at.getUTCHours())}:${pad(at.getUTCMinutes())}`;
  if (!seconds && ms % MINUTE === 0) return minute;
  const micro = Math.round((ms - Math.floor(ms / 1000) * 1000) * 1000);
  return `${minute}:${pad(at.getUTCSeconds())}${fraction(micro)}`;
}

const fraction = (micro: number) => (micro === 0 ? "" : `.${pad(micro, 6).replace(/0+$/, "")}`);

/** Arrow's time64 counts microseconds as a bigint, its time32 milliseconds as a number. */
const microseconds = (value: CellValue) => (typeof value === "bigint" ? Number(value) : Number(value) * 1000);

function timeText(micro: number): string {
  const seconds = Math.floor(micro / 1e6);
  const clock = `${pad(Math.floor(seconds / 3600))}:${pad(Math.floor(seconds / 60) % 60)}:${pad(seconds % 60)}`;
  return `${clock}${fraction(Math.round(micro % 1e6))}`;
}
