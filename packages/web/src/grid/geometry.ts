export const ROW = 24;
export const HEADER = 66;
export const ROW_HEAD = 64;

/** Browsers cap the height of an element somewhere above this; the spacer stays well below. */
export const MAX_SPACER = 8_000_000;

export type Box = { rows: number; height: number };

const contentHeight = (rows: number) => rows * ROW;
export const spacerHeight = (rows: number) => Math.min(MAX_SPACER, contentHeight(rows));
const maxTop = ({ rows, height }: Box) => Math.max(0, contentHeight(rows) - height);
const maxScroll = ({ rows, height }: Box) => Math.max(0, spacerHeight(rows) - height);
const clamp = (value: number, low: number, high: number) => Math.min(high, Math.max(low, value));

/**
 * Where the rows are, against where the scroll bar is. As long as all rows fit the spacer both are the same. Beyond it
 * small movements (wheel, touch) move by pixels and large ones (dragging the bar) by share, so every row can be reached
 * and a wheel step stays a wheel step; `settle` brings the bar back to its share when the hand rests.
 */
export function createScroll() {
  let top = 0;
  let bar = 0;

  const isExact = (box: Box) => contentHeight(box.rows) <= MAX_SPACER;
  const share = (box: Box) => (maxTop(box) === 0 ? 0 : (top / maxTop(box)) * maxScroll(box));

  return {
    top: () => top,

    /** The bar is at `next`; answers where the rows are. */
    scrolled(next: number, box: Box): number {
      const step = next - bar;
      bar = next;
      if (isExact(box)) top = next;
      else if (Math.abs(step) < box.height) top += step;
      else top = maxScroll(box) === 0 ? 0 : (next / maxScroll(box)) * maxTop(box);
      top = clamp(top, 0, maxTop(box));
      return top;
    },

    /** Goes to a place of the rows; answers where the bar belongs. */
    goTo(next: number, box: Box): number {
      top = clamp(next, 0, maxTop(box));
      bar = Math.round(isExact(box) ? top : share(box));
      return bar;
    },

    /** True when the bar is at an end and the rows are not: further wheeling would stick. */
    sticks(box: Box): boolean {
      if (isExact(box)) return false;
      const atEnd = bar <= 0 || bar >= maxScroll(box) - 1;
      return atEnd && Math.abs(share(box) - bar) > 1;
    },

    settle(box: Box): number {
      bar = Math.round(isExact(box) ? top : share(box));
      return bar;
    },
  };
}

export type Scroll = ReturnType<typeof createScroll>;

/** Left edges of the columns, and the right edge of the last. */
export function edges(widths: number[]): number[] {
  const lefts = [0];
  for (const width of widths) lefts.push((lefts.at(-1) ?? 0) + width);
  return lefts;
}

/** First and one past the last column that shows between two pixels. */
export function columnsBetween(lefts: number[], from: number, to: number): [number, number] {
  const count = lefts.length - 1;
  let first = 0;
  while (first < count && (lefts[first + 1] ?? 0) <= from) first++;
  let last = first;
  while (last < count && (lefts[last] ?? 0) < to) last++;
  return [first, last];
}

export const rowsBetween = (top: number, height: number, rows: number): [number, number] => [
  Math.max(0, Math.floor(top / ROW)),
  Math.min(rows, Math.ceil((top + height) / ROW)),
];

/** How far to scroll so that [start, end) shows in [at, at + size); `at` when it does already. */
export function reveal(start: number, end: number, at: number, size: number): number {
  if (start < at) return start;
  if (end > at + size) return end - size;
  return at;
}
