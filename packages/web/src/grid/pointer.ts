import { HEADER, ROW, ROW_HEAD } from "./geometry.ts";
import type { Cell } from "./selection.ts";

export type View = { top: number; left: number; lefts: number[]; rows: number };
export type Hit = { zone: "cell" | "rowHead" | "header"; cell: Cell };

/** Which cell a point of the grid's box is over; points outside the rows give the nearest. */
export function hit(x: number, y: number, view: View): Hit {
  const row = Math.min(view.rows - 1, Math.max(0, Math.floor((y - HEADER + view.top) / ROW)));
  const columns = view.lefts.length - 1;
  const at = x - ROW_HEAD + view.left;
  let column = view.lefts.findIndex((left, index) => index > 0 && at < left) - 1;
  if (column < 0) column = at < 0 ? 0 : columns - 1;
  const zone = y < HEADER ? "header" : x < ROW_HEAD ? "rowHead" : "cell";
  return { zone, cell: { row, column } };
}

const STEP_MS = 40;

/** While a drag is held outside the box, scrolls towards the pointer, faster the further out it is. */
export function createEdgeScroll(scrollBy: (x: number, y: number) => void) {
  let timer: ReturnType<typeof setInterval> | undefined;
  let speed = { x: 0, y: 0 };
  const beyond = (value: number, low: number, high: number) =>
    value < low ? value - low : value > high ? value - high : 0;

  return {
    point(x: number, y: number, box: { width: number; height: number }) {
      speed = { x: beyond(x, ROW_HEAD, box.width), y: beyond(y, HEADER, box.height) };
      const isOut = speed.x !== 0 || speed.y !== 0;
      if (isOut && !timer) timer = setInterval(() => scrollBy(speed.x, speed.y * 2), STEP_MS);
      if (!isOut) this.stop();
    },
    stop() {
      clearInterval(timer);
      timer = undefined;
    },
  };
}
