import { decimalOf, type Rational, reduced } from "./rational.ts";

export type Pace = { fps: Rational; variable: boolean; longestGap: number };

const SINGLE: Rational = { num: 25, den: 1 };

/**
 * How fast frames follow one another. They come evenly when each is shown when a rate that the file names would have it,
 * as exactly as its clock can say: a Matroska file counts milliseconds, which 30000/1001 does not come out even in.
 */
export function pace(times: readonly number[], timeBase: Rational, named: readonly Rational[]): Pace {
  const tick = decimalOf(timeBase);
  const longestGap = longest(times) * tick;
  if (times.length < 2) return { fps: named.find(isSane) ?? SINGLE, variable: false, longestGap };
  const fitting = named.find((fps) => isEven(times, tick, fps));
  if (fitting) return { fps: fitting, variable: false, longestGap };
  const even = meanOf(times, timeBase);
  if (isEven(times, tick, even)) return { fps: even, variable: false, longestGap };
  return { fps: named.at(-1) ?? even, variable: true, longestGap };
}

/** A rate that only names the clock is none. */
const isSane = (fps: Rational): boolean => decimalOf(fps) <= 1_000;

function isEven(times: readonly number[], tick: number, fps: Rational): boolean {
  const [first = 0] = times;
  const seconds = fps.den / fps.num;
  // Half a frame off, the frame would be counted as another.
  const allowed = Math.min(tick * 1.01, seconds / 2.5);
  return times.every((time, n) => Math.abs((time - first) * tick - n * seconds) <= allowed);
}

function meanOf(times: readonly number[], { num, den }: Rational): Rational {
  const span = (times.at(-1) ?? 0) - (times[0] ?? 0);
  return span <= 0 ? SINGLE : reduced({ num: (times.length - 1) * den, den: span * num });
}

function longest(times: readonly number[]): number {
  let most = 0;
  for (let n = 1; n < times.length; n++) most = Math.max(most, (times[n] ?? 0) - (times[n - 1] ?? 0));
  return most;
}
