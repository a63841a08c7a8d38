/** Heights that players ask for, up to the largest that is made of anything. */
export const LADDER = [144, 360, 480, 720, 1080];
const LARGEST = 1080;

export type Rung = {
  /** What it is called: the height that was asked for. */
  name: string;
  /** Of the file; always even, as the codec wants it. */
  width: number;
  height: number;
};

/** Names of rungs for something of that height: no scaling up, and its own height where that is below the largest. */
export function heights(source: number): number[] {
  const below = LADDER.filter((height) => height <= source);
  return source >= LARGEST || below.includes(source) ? below : [...below, source];
}

/** The rungs of something that is shown in that size. */
export const ladder = ({ width, height }: { width: number; height: number }): Rung[] =>
  heights(height).map((rung) => ({
    name: `${rung}`,
    width: even((width * rung) / height),
    height: even(rung),
  }));

/** Down, since up would be larger than the original. */
const even = (pixels: number): number => Math.max(2, 2 * Math.floor(Math.round(pixels) / 2));
