import { z } from "zod";

const Whole = z.number().int().nonnegative();
const Size = z.number().int().positive();

/** A picture at one scale, cut into squares; those at the right and at the bottom are cut off. */
export const Level = z.object({
  width: Size,
  height: Size,
  columns: Size,
  rows: Size,
  /** Where in the object each square begins, row by row, and where the last one ends. */
  offsets: z.array(Whole),
});
export type Level = z.infer<typeof Level>;

/** A very large picture in squares at every scale, all of them in one object: what is where in it. */
export const Tiling = z.object({
  version: z.literal(1),
  /** Pixels along a square. */
  tile: Size,
  contentType: z.string(),
  /** From what fits one square to the whole picture, each twice as large as the one before. */
  levels: z.array(Level).min(1),
});
export type Tiling = z.infer<typeof Tiling>;

/** Bytes of a square, up to but without `end`; undefined where there is none. */
export function placeIn(
  { levels }: Tiling,
  level: number,
  column: number,
  row: number,
): [start: number, end: number] | undefined {
  const found = levels[level];
  if (!found || column >= found.columns || row >= found.rows) return undefined;
  const at = row * found.columns + column;
  const [start, end] = found.offsets.slice(at, at + 2);
  return start === undefined || end === undefined ? undefined : [start, end];
}

/** Sizes of a picture from one square up. */
export function scales(width: number, height: number, tile: number): Omit<Level, "offsets">[] {
  const all: Omit<Level, "offsets">[] = [];
  for (let [w, h] = [width, height]; ; [w, h] = [Math.ceil(w / 2), Math.ceil(h / 2)]) {
    all.unshift({ width: w, height: h, columns: Math.ceil(w / tile), rows: Math.ceil(h / tile) });
    if (w <= tile && h <= tile) return all;
  }
}
