const LOCALE = "en";
const integer = new Intl.NumberFormat(LOCALE, { maximumFractionDigits: 0 });
const compact = new Intl.NumberFormat(LOCALE, { notation: "compact", maximumFractionDigits: 1 });
const MINUS = "\u2212";

const minus = (text: string) => text.replace("-", MINUS);

export const count = (value: number) => minus(integer.format(value));
export const short = (value: number) => minus(compact.format(value));
export const plural = (value: number, one: string, many = `${one}s`) => `${count(value)} ${value === 1 ? one : many}`;

/** At most `digits` significant digits, grouped, with a real minus sign. */
export function number(value: number, digits = 4): string {
  if (!Number.isFinite(value)) return String(value);
  const size = Math.abs(value);
  if (size !== 0 && (size >= 1e15 || size < 1e-6)) return minus(value.toExponential(digits - 1));
  const whole = size >= 10 ** (digits - 1);
  const options = whole ? { maximumFractionDigits: 0 } : { maximumSignificantDigits: digits };
  return minus(new Intl.NumberFormat(LOCALE, options).format(value));
}

const UNITS = ["B", "kB", "MB", "GB", "TB", "PB"];

/** Decimal units, as disks and networks count. */
export function bytes(value: number): string {
  let unit = 0;
  let size = value;
  while (size >= 999.5 && unit < UNITS.length - 1) {
    size /= 1000;
    unit++;
  }
  const digits = unit === 0 || size >= 99.5 ? 0 : 1;
  return `${size.toFixed(digits)} ${UNITS[unit]}`;
}

/** Both ends in one unit: "38.6 of 84.0 GB". */
export function bytesOf(done: number, total: number): string {
  const whole = bytes(total);
  const unit = whole.split(" ")[1] ?? "B";
  const scale = 1000 ** UNITS.indexOf(unit);
  const digits = unit === "B" ? 0 : 1;
  return `${(done / scale).toFixed(digits)} of ${whole}`;
}

export const percent = (fraction: number) => `${Math.floor(fraction * 100)} %`;

export function duration(ms: number): string {
  if (ms < 1000) return `${Math.max(0, Math.round(ms))} ms`;
  const seconds = ms / 1000;
  if (seconds < 10) return `${seconds.toFixed(1)} s`;
  if (seconds < 60) return `${Math.round(seconds)} s`;
  const minutes = Math.floor(seconds / 60);
  if (minutes < 60) return `${minutes} min ${Math.round(seconds % 60)} s`;
  return `${Math.floor(minutes / 60)} h ${minutes % 60} min`;
}

/** Coarse on purpose: a countdown that jumps by seconds reads as a guess. */
export function timeLeft(seconds: number): string {
  if (!Number.isFinite(seconds)) return "";
  if (seconds < 1) return "almost done";
  if (seconds < 60) return `${Math.ceil(seconds)} s left`;
  if (seconds < 3600) return `${Math.floor(seconds / 60)} min ${Math.ceil((seconds % 60) / 5) * 5} s left`;
  return `${Math.floor(seconds / 3600)} h ${Math.ceil((seconds % 3600) / 60)} min left`;
}

const DAY = 86_400_000;
const time = new Intl.DateTimeFormat(LOCALE, { hour: "2-digit", minute: "2-digit", hourCycle: "h23" });
const dayOfWeek = new Intl.DateTimeFormat(LOCALE, { weekday: "short", day: "numeric", month: "short" });
const dayOfYear = new Intl.DateTimeFormat(LOCALE, { day: "numeric", month: "short", year: "numeric" });
const monthOfYear = new Intl.DateTimeFormat(LOCALE, { month: "long", year: "numeric", timeZone: "UTC" });
const full = new Intl.DateTimeFormat(LOCALE, { dateStyle: "full", timeStyle: "long" });
const clockParts = new Intl.DateTimeFormat(LOCALE, {
  hour: "2-digit",
  minute: "2-digit",
  second: "2-digit",
  fractionalSecondDigits: 3,
  hourCycle: "h23",
});

const startOfDay = (at: Date) => new Date(at.getFullYear(), at.getMonth(), at.getDate()).getTime();

/** "6 min ago", "today 10:38", "yesterday 09:12", "Thu, 12 Nov"; of what is to come "in 6 min", "tomorrow 06:00". */
export function ago(iso: string, now = Date.now()): string {
  const at = new Date(iso);
  const passed = now - at.getTime();
  if (Math.abs(passed) < 45_000) return "just now";
  if (passed < 0 && passed > -3_600_000) return `in ${Math.max(1, Math.round(-passed / 60_000))} min`;
  if (passed > 0 && passed < 3_600_000) return `${Math.max(1, Math.round(passed / 60_000))} min ago`;
  const days = Math.round((startOfDay(new Date(now)) - startOfDay(at)) / DAY);
  if (days === 0) return `today ${time.format(at)}`;
  if (days === -1) return `tomorrow ${time.format(at)}`;
  if (days === 1) return `yesterday ${time.format(at)}`;
  return Math.abs(days) < 300 ? dayOfWeek.format(at) : dayOfYear.format(at);
}

export const exact = (iso: string) => full.format(new Date(iso));
export const clock = (iso: string) => clockParts.format(new Date(iso));
/** "2026-11" is "November 2026". */
export const month = (of: string) => monthOfYear.format(new Date(`${of}-01T00:00:00Z`));
export const day = (iso: string) => dayOfYear.format(new Date(iso));
