import type { Column } from "./types.ts";

/** Bins that hold less than this share of the fullest one do not show at the size of a card. */
const VISIBLE = 1 / 40;
/** A distribution that varies by this much of its mean is no flat line; more says no more. */
const VARIED = 0.4;
const BARS = 4;

/** The column whose shape says most: many filled bins, no single one that dwarfs the rest, and not all alike. */
export function telling(columns: Column[]): Column | undefined {
  return best(columns, (column) => shape(column.stats.histogram?.counts ?? []));
}

function shape(counts: number[]): number {
  if (counts.length < 2) return 0;
  const most = Math.max(...counts);
  const filled = counts.filter((count) => count > most * VISIBLE).length;
  const mean = counts.reduce((sum, count) => sum + count, 0) / counts.length;
  const spread = Math.sqrt(counts.reduce((sum, count) => sum + (count - mean) ** 2, 0) / counts.length);
  return mean === 0 ? 0 : filled * Math.min(1, spread / mean / VARIED);
}

/** For tables without numbers or dates: the shares of the few values of one of their columns. */
export function tellingShares(columns: Column[], rows: number): { column: Column; shares: Share[] } | undefined {
  const column = best(columns, ({ stats: { top = [], distinct } }) =>
    top.length > 1 && (top[0]?.count ?? 0) > 1 ? Math.min(BARS, top.length) / Math.log2(2 + distinct) : 0,
  );
  if (!column) return undefined;
  const top = (column.stats.top ?? []).slice(0, BARS);
  const most = Math.max(1, ...top.map((entry) => entry.count));
  return {
    column,
    shares: top.map(({ value, count }) => ({ value, length: count / most, share: count / Math.max(1, rows) })),
  };
}

export type Share = { value: string; length: number; share: number };

function best(columns: Column[], score: (column: Column) => number): Column | undefined {
  return columns
    .map((column) => ({ column, score: score(column) }))
    .filter((entry) => entry.score > 0)
    .sort((a, b) => b.score - a.score)[0]?.column;
}
