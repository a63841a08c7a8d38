import { expect, test } from "vitest";
import { createTiles } from "./tiles.ts";
import type { Tile } from "./tiling.ts";

const tile = (column: number, level = 1): Tile => ({ key: `${level}/${column}/0`, level, column, row: 0 });
const row = (from: number, to: number) => Array.from({ length: to - from }, (_, at) => tile(from + at));
const soon = () => new Promise((resolve) => setTimeout(resolve));

function make({ most = 4, atOnce = 2 } = {}) {
  const asked = new Map<string, { signal: AbortSignal; come: () => void; fail: () => void }>();
  const closed: string[] = [];
  const errors: unknown[] = [];
  const tiles = createTiles({
    read: ({ key }, signal) =>
      new Promise<{ close(): void }>((resolve, reject) => {
        const come = () => resolve({ close: () => closed.push(key) });
        asked.set(key, { signal, come, fail: () => reject(new Error(key)) });
      }),
    ...{ onChange: () => undefined, onError: (error: unknown) => errors.push(error), most, atOnce },
  });
  const come = async (...keys: string[]) => {
    for (const key of keys) asked.get(key)?.come();
    await soon();
  };
  return { tiles, asked, closed, errors, come };
}
const keys = (shown: { tile: Tile }[]) => shown.map(({ tile: { key } }) => key);

test("so many at once are asked for, in their order, and what is not wanted any more is given up", async () => {
  const { tiles, asked, closed, come } = make();
  tiles.want(row(0, 4));
  expect([...asked.keys()]).toEqual(["1/0/0", "1/1/0"]);
  await come("1/0/0");
  expect([...asked.keys()]).toEqual(["1/0/0", "1/1/0", "1/2/0"]);
  tiles.want(row(2, 4));
  expect([asked.get("1/1/0")?.signal.aborted, asked.get("1/2/0")?.signal.aborted]).toEqual([true, false]);
  expect([...asked.keys()].at(-1)).toBe("1/3/0");
  await come("1/1/0", "1/2/0");
  expect(closed).toEqual(["1/1/0"]);
  expect([keys(tiles.shown()), tiles.missing()]).toEqual([["1/0/0", "1/2/0"], 1]);
});

test("some are kept, those on the screen always, and those of the level that is wanted lie on top", async () => {
  const { tiles, closed, come } = make({ most: 3, atOnce: 9 });
  tiles.want([tile(0, 2), tile(1, 2)]);
  await come("2/0/0", "2/1/0");
  tiles.want([tile(0, 2)]);
  tiles.want([tile(0, 1)]);
  await come("1/0/0");
  expect(keys(tiles.shown())).toEqual(["2/1/0", "2/0/0", "1/0/0"]);
  tiles.want(row(0, 4));
  await come("1/1/0", "1/2/0", "1/3/0");
  expect([keys(tiles.shown()), closed]).toEqual([
    ["1/0/0", "1/1/0", "1/2/0", "1/3/0"],
    ["2/1/0", "2/0/0"],
  ]);
  tiles.close();
  expect(closed.length).toBe(6);
});

test("what fails is said, and asked for again when somebody moves", async () => {
  const { tiles, asked, errors, come } = make();
  tiles.want([tile(0)]);
  asked.get("1/0/0")?.fail();
  await soon();
  expect([errors.length, tiles.missing()]).toEqual([1, 1]);
  tiles.want([tile(0)]);
  await come("1/0/0");
  expect(tiles.missing()).toBe(0);
});
