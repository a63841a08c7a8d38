/** Heights that players ask for, where nothing else is said; the last is the largest that is made of anything. */
export const LADDER = [144, 360, 480, 720, 1080];

export type Rung = {
  /** What it is called: the height that was asked for. */
  name: string;
  /** Of the file; always even, as the codec wants it. */
  width: number;
  height: number;
};

/** Names of rungs for something of that height: no scaling up, and its own height where that is below the largest. */
export function heights(source: number, asked: readonly number[] = LADDER): number[] {
  const below = asked.filter((height) => height <= source);
  return source >= Math.max(...asked) || below.includes(source) ? below : [...below, source];
}

/** The rungs of something that is shown in that size. */
export const ladder = (
  { width, height }: { width: number; height: number },
  asked: readonly number[] = LADDER,
): Rung[] =>
  heights(height, asked).map((rung) => ({
    name: `${rung}`,
    width: even((width * rung) / height),
    height: even(rung),
  }));

/** Down, since up would be larger than the original. */
const even = (pixels: number): number => Math.max(2, 2 * Math.floor(Math.round(pixels) / 2));
