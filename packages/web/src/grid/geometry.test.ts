import { describe, expect, it } from "vitest";
import { columnsBetween, createScroll, edges, MAX_SPACER, ROW, reveal, rowsBetween, spacerHeight } from "./geometry.ts";

describe("scrolling rows that fit the spacer", () => {
  const box = { rows: 10_000, height: 600 };

  it("keeps rows and bar the same", () => {
    const scroll = createScroll();
    expect(scroll.scrolled(1234, box)).toBe(1234);
    expect(scroll.goTo(500, box)).toBe(500);
    expect(scroll.sticks(box)).toBe(false);
  });

  it("never goes beyond the last row", () => {
    const scroll = createScroll();
    expect(scroll.scrolled(9_999_999, box)).toBe(10_000 * ROW - 600);
  });
});

describe("scrolling more rows than the spacer holds", () => {
  const box = { rows: 3_000_000, height: 600 };
  const end = 3_000_000 * ROW - 600;

  it("caps the spacer", () => {
    expect(spacerHeight(3_000_000)).toBe(MAX_SPACER);
  });

  it("moves by pixels with the wheel", () => {
    const scroll = createScroll();
    scroll.goTo(1_000_000, box);
    const bar = scroll.settle(box);
    expect(scroll.scrolled(bar + 100, box)).toBe(1_000_100);
  });

  it("moves by share when the bar is dragged, to the very last row", () => {
    const scroll = createScroll();
    expect(scroll.scrolled(MAX_SPACER - 600, box)).toBe(end);
    expect(scroll.scrolled((MAX_SPACER - 600) / 2, box)).toBeCloseTo(end / 2);
  });

  it("brings the bar back to its share at rest, without moving the rows", () => {
    const scroll = createScroll();
    const bar = scroll.goTo(end / 2, box);
    for (let step = 1; step <= 50; step++) scroll.scrolled(bar + step * 100, box);
    expect(scroll.top()).toBeCloseTo(end / 2 + 5_000, 0);
    expect(scroll.settle(box)).toBeLessThan(bar + 5_000);
    expect(scroll.top()).toBeCloseTo(end / 2 + 5_000, 0);
  });

  it("says when the bar is at its end and the rows are not", () => {
    const scroll = createScroll();
    const bar = scroll.goTo(3_000, box);
    expect(bar).toBeLessThan(400);
    scroll.scrolled(0, box);
    expect(scroll.top()).toBeGreaterThan(0);
    expect(scroll.sticks(box)).toBe(true);
  });
});

describe("what shows", () => {
  const lefts = edges([100, 50, 200]);

  it("finds columns between two pixels", () => {
    expect(lefts).toEqual([0, 100, 150, 350]);
    expect(columnsBetween(lefts, 0, 90)).toEqual([0, 1]);
    expect(columnsBetween(lefts, 100, 151)).toEqual([1, 3]);
    expect(columnsBetween(lefts, 400, 500)).toEqual([3, 3]);
  });

  it("finds rows, the cut ones too", () => {
    expect(rowsBetween(ROW * 10 + 1, ROW * 2, 1000)).toEqual([10, 13]);
    expect(rowsBetween(0, 600, 3)).toEqual([0, 3]);
  });

  it("scrolls only as far as is needed", () => {
    expect(reveal(50, 74, 0, 600)).toBe(0);
    expect(reveal(50, 74, 60, 600)).toBe(50);
    expect(reveal(700, 724, 0, 600)).toBe(124);
  });
});
