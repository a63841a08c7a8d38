import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { type Key, partsOf, startOf } from "./parts.ts";

const timeBase = { num: 1, den: 1_000 };
/** Frames 40 ms apart, a key frame every ten. */
const times = Array.from({ length: 100 }, (_, n) => 500 + n * 40);
const keys: Key[] = Array.from({ length: 10 }, (_, n) => ({ time: 500 + n * 400, position: 48 + n * 1_000 }));

describe("parts of a long video", () => {
  it("begin at key frames and have each frame once", () => {
    const parts = partsOf({ times, keys, timeBase, seconds: 1, size: null });
    expect(parts.map(({ frame, frames }) => [frame, frames])).toEqual([
      [0, 30],
      [30, 30],
      [60, 40],
    ]);
    expect(parts.map(({ from, to, seek }) => [from, to, seek])).toEqual([
      [null, 1.68, null],
      [1.68, 2.88, 1.3],
      [2.88, null, 2.5],
    ]);
    expect(parts.map(({ offset }) => offset)).toEqual([0, 1.2, 2.4]);
  });

  it("are none where there is nothing to cut at, or nothing to be gained", () => {
    expect(partsOf({ times, keys: [], timeBase, seconds: 1, size: null })).toEqual([]);
    expect(partsOf({ times, keys: keys.slice(0, 1), timeBase, seconds: 1, size: null })).toEqual([]);
    expect(partsOf({ times, keys, timeBase, seconds: 60, size: null })).toEqual([]);
  });

  it("do not begin where two frames are shown at once", () => {
    const twice = times.map((time, n) => (n === 31 ? (times[30] ?? 0) : time));
    expect(partsOf({ times: twice, keys, timeBase, seconds: 1, size: null }).map(({ frame }) => frame)).not.toContain(
      30,
    );
  });

  it("name the bytes around them, and none where nobody knows", () => {
    const long = Array.from({ length: 3_000 }, (_, n) => n * 40);
    const known = Array.from({ length: 300 }, (_, n) => ({ time: n * 400, position: 48 + n * 1_000 }));
    const [, second] = partsOf({ times: long, keys: known, timeBase, seconds: 40, size: 400_000 });
    expect(second).toMatchObject({
      frame: 1_000,
      bytes: [
        [0, 48 + 74 * 1_000],
        [48 + 74 * 1_000, 48 + 225 * 1_000],
        [48 + 299 * 1_000, 400_000],
      ],
    });
    const unknown = known.map(({ time }) => ({ time, position: Number.NaN }));
    expect(partsOf({ times: long, keys: unknown, timeBase, seconds: 40, size: 400_000 })[1]?.bytes).toBeNull();
  });

  it("are joined where the one before ends, whatever the rate", () => {
    fc.assert(
      fc.property(
        fc.constantFrom([30_000, 1_001], [25, 1], [60, 1]),
        fc.integer({ min: 0, max: 300_000 }),
        (fps, frame) => {
          const [num = 1, den = 1] = fps;
          const part = { frame, frames: 1, from: 0, to: null, seek: 0, offset: (frame * den) / num, bytes: null };
          expect(startOf(part, { variable: false, fps: { num, den } }, num * 512)).toBe(frame * den * 512);
        },
      ),
    );
  });
});
