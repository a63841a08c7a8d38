import { count, number, plural, short } from "./format.ts";
import { isNumeric, isTemporal } from "./kinds.ts";
import type { Column } from "./types.ts";

const MONTHS = ["Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"];

/** The line under a column's picture: its range or the number of its values. */
export function summary(column: Column): string {
  const { stats } = column;
  if (stats.distinct === 0) return "only nulls";
  if (isTemporal(column.type) && stats.min && stats.max) return dateRange(String(stats.min), String(stats.max));
  if (isNumeric(column.type) && stats.min != null && stats.max != null) {
    return stats.min === stats.max ? value(stats.min) : `${value(stats.min)} – ${value(stats.max)}`;
  }
  if (column.type === "bool" && stats.top) return share(stats.top);
  return `${stats.distinctApproximate ? "~" : ""}${plural(stats.distinct, "value")}`;
}

export const value = (raw: string | number) => {
  const parsed = Number(raw);
  return Number.isNaN(parsed) ? String(raw) : number(parsed);
};

function share(top: { value: string; count: number }[]): string {
  const all = top.reduce((sum, entry) => sum + entry.count, 0);
  const yes = top.find((entry) => entry.value === "true")?.count ?? 0;
  return `${Math.round((100 * yes) / Math.max(1, all))} % true`;
}

/** "Jun 1 – Aug 31 2013", "2001 – 2013", or one day with its hours. */
export function dateRange(from: string, to: string): string {
  const [a, b] = [parts(from), parts(to)];
  if (!a || !b) return `${from} – ${to}`;
  if (a.year !== b.year && b.year - a.year > 1) return `${a.year} – ${b.year}`;
  if (a.year !== b.year) return `${a.month} ${a.year} – ${b.month} ${b.year}`;
  if (a.month === b.month && a.day === b.day) return `${a.month} ${a.day} ${a.year}`;
  return `${a.month} ${a.day} – ${b.month} ${b.day} ${b.year}`;
}

function parts(text: string) {
  const found = /^(\d{4})-(\d\d)-(\d\d)/.exec(text);
  if (!found) return undefined;
  return { year: Number(found[1]), month: MONTHS[Number(found[2]) - 1], day: Number(found[3]) };
}

export type Picture =
  | { kind: "bars"; counts: number[] }
  | { kind: "shares"; shares: number[] }
  | { kind: "unique" }
  | { kind: "none" };

const SHARES = 5;

/** What to draw in a header: a distribution, the shares of the few most common values, or "all different". */
export function picture(column: Column, rows: number): Picture {
  const { stats } = column;
  if (stats.histogram && stats.histogram.counts.length > 1) return { kind: "bars", counts: stats.histogram.counts };
  const top = stats.top ?? [];
  if (top.length === 0 || rows === 0) return { kind: "none" };
  if (stats.distinct > 50 && (top[0]?.count ?? 0) / rows < 0.02) return { kind: "unique" };
  const shares = top.slice(0, SHARES).map((entry) => entry.count);
  const rest = rows - stats.nulls - shares.reduce((sum, share) => sum + share, 0);
  return { kind: "shares", shares: rest > 0 ? [...shares, rest] : shares };
}

/** Name and value of the statistics, in pairs for two columns. */
export function facts(column: Column, rows: number): [string, string][] {
  const { stats } = column;
  const distinct = `${stats.distinctApproximate ? "~" : ""}${count(stats.distinct)}`;
  const base: [string, string][] = [
    ["Nulls", stats.nulls === 0 ? "0" : `${count(stats.nulls)} (${percentOf(stats.nulls, rows)})`],
    ["Unique", distinct],
  ];
  if (isNumeric(column.type)) {
    const [q1, median, q3] = stats.quartiles ?? [];
    const all: [string, number | string | null | undefined][] = [
      ["Mean", stats.mean],
      ["Min", stats.min],
      ["St. dev.", stats.stddev],
      ["Q1", q1],
      ["Nulls", base[0]?.[1]],
      ["Median", median],
      ["Unique", distinct],
      ["Q3", q3],
      ["Rows", short(rows)],
      ["Max", stats.max],
    ];
    return all.map(([name, raw]) => [name, typeof raw === "number" ? number(raw) : raw == null ? "—" : String(raw)]);
  }
  if (column.type !== "text") return base;
  return [...base, ["Shortest", String(stats.minLength ?? "—")], ["Longest", String(stats.maxLength ?? "—")]];
}

const ORDER = ["Mean", "St. dev.", "Min", "Q1", "Median", "Q3", "Max", "Nulls", "Unique", "Shortest", "Longest"];

/** Name, value among the filtered rows, value among all: in one order that reads downwards. */
export function compared(
  filtered: { column: Column; rows: number } | undefined,
  all: { column: Column; rows: number },
): [name: string, filtered: string | undefined, all: string][] {
  const some = filtered && new Map(facts(filtered.column, filtered.rows));
  return facts(all.column, all.rows)
    .filter(([name]) => ORDER.includes(name))
    .sort(([a], [b]) => ORDER.indexOf(a) - ORDER.indexOf(b))
    .map(([name, text]) => [name, some?.get(name), text]);
}

/** First and last of a column of times, whole. */
export function ends({ type, stats }: Column): [string, string][] {
  if (!isTemporal(type) && type !== "time") return [];
  const text = (end: string | number | null | undefined) => (end == null ? "—" : String(end).replace("T", " "));
  return [
    ["First", text(stats.min)],
    ["Last", text(stats.max)],
  ];
}

const percentOf = (part: number, whole: number) => {
  const share = (100 * part) / Math.max(1, whole);
  return share > 0 && share < 0.1 ? "< 0.1 %" : `${share.toFixed(share < 10 ? 1 : 0)} %`;
};
