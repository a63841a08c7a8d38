import { expect, it } from "vitest";
import { createSegments } from "./segments.ts";

const all = Array.from({ length: 10 }, (_, at) => ({
  frame: at,
  frames: 1,
  offset: 100 + at * 10,
  size: 10,
  time: at,
}));

function setUp(budget?: number) {
  const asked: [number, number][] = [];
  const bytes = {
    async read(offset: number, size: number) {
      asked.push([offset, size]);
      return Uint8Array.from({ length: size }, (_, at) => offset + at);
    },
  };
  return { asked, segments: createSegments(bytes, all, budget) };
}

it("reads neighbours in one request, and each only once", async () => {
  const { asked, segments } = setUp();
  segments.ahead(2, 5);
  segments.ahead(2, 6);
  expect((await segments.get(3))[0]).toBe(130);
  expect(asked).toEqual([
    [120, 40],
    [160, 10],
  ]);
  await segments.get(6);
  expect(segments.share()).toBeCloseTo(0.5);
});

it("forgets what was used longest ago", async () => {
  const { segments } = setUp(30);
  for (const at of [0, 1, 2]) await segments.get(at);
  await segments.get(0);
  await segments.get(3);
  expect([0, 1, 2, 3].map(segments.has)).toEqual([true, false, true, true]);
});

it("asks again for what did not come", async () => {
  let fails = true;
  const segments = createSegments(
    {
      async read(_offset, size) {
        if (fails) throw new Error("no network");
        return new Uint8Array(size);
      },
    },
    all,
  );
  segments.ahead(0, 3);
  await expect(segments.get(1)).rejects.toThrow("no network");
  fails = false;
  expect((await segments.get(1)).byteLength).toBe(10);
});
