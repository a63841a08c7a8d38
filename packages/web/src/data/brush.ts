import type { ColumnType } from "./types.ts";

type Edge = number | string;

const order = (edge: Edge) =>
  typeof edge === "number" ? edge : Number.isNaN(Number(edge)) ? Date.parse(zoned(edge)) : Number(edge);
/** Times without a zone are all read in the same one, so that they compare. */
const zoned = (text: string) => (text.length > 10 && !text.endsWith("Z") ? `${text}Z` : text);

/** Where a limit lies between the first and the last edge, 0 to 1; `open` when there is none. */
export function shareOf(limit: string | undefined, edges: Edge[], open: number): number {
  const [first, last] = [edges[0], edges.at(-1)];
  if (!limit || first === undefined || last === undefined) return open;
  const value = order(limit.replace("\u2212", "-"));
  const width = order(last) - order(first);
  if (Number.isNaN(value) || !(width > 0)) return open;
  return Math.min(1, Math.max(0, (value - order(first)) / width));
}

export const binWithin = (bin: number, bins: number, from: number, to: number) =>
  (bin + 0.5) / bins >= from && (bin + 0.5) / bins <= to;

/** The limit a bin's edge stands for: dates by the day, integers whole, others short. */
export function edgeAt(edges: Edge[], bin: number, type: ColumnType): string {
  const edge = edges[Math.min(edges.length - 1, Math.max(0, bin))];
  if (edge === undefined) return "";
  if (typeof edge === "string" && Number.isNaN(Number(edge))) return edge.slice(0, 10);
  const value = Number(edge);
  return String(type === "int64" ? Math.round(value) : Number(value.toPrecision(4)));
}
