import { clock } from "../room/time.ts";
import { columnsOf, type Lane, rulerMarks } from "./lanes.ts";
import type { Sprite } from "./sprite.ts";

export const STRIP = 34;
export const RULER = 20;
export const LANE = 22;

type Span = { from: number; to: number };
export type Picture = {
  width: number;
  height: number;
  span: Span;
  lanes: readonly Lane[];
  selected: ReadonlySet<string>;
  hidden: ReadonlySet<string>;
  strip: HTMLImageElement | undefined;
  sprite: Sprite | undefined;
  seconds: (frame: number) => number;
  frames: (seconds: number) => number;
};

export const xOfFrame = (frame: number, { from, to }: Span, width: number) =>
  ((frame - from) / Math.max(1, to - from)) * width;
export const frameAtX = (x: number, { from, to }: Span, width: number, last: number) =>
  Math.max(0, Math.min(last, Math.round(from + (x / width) * (to - from))));

const LINE = "#2a2c31";
const SOFT = "#222429";
const WORDS = "#9599a4";
const FONT = "10px Inter, sans-serif";
const BAR = 9;

export function drawTimeline(context: CanvasRenderingContext2D, picture: Picture) {
  drawStrip(context, picture);
  drawRuler(context, picture);
  picture.lanes.forEach((lane, at) => {
    const top = STRIP + RULER + at * LANE;
    context.globalAlpha = picture.hidden.has(lane.type.id) ? 0.3 : 1;
    drawLane(context, lane, top, picture);
    context.globalAlpha = 1;
  });
}

function drawStrip(context: CanvasRenderingContext2D, { width, strip, sprite, span, seconds }: Picture) {
  context.fillStyle = "#0c0d0e";
  context.fillRect(0, 0, width, STRIP);
  if (!strip || !sprite) return;
  const wide = (sprite.width / sprite.height) * STRIP;
  const all = seconds(span.to);
  for (let x = 0; x < width && all > 0; x += wide) {
    const frame = span.from + ((x + wide / 2) / width) * (span.to - span.from);
    const { left, top } = sprite.tileAt(sprite.shareOf(frame));
    context.drawImage(strip, left, top, sprite.width, sprite.height, x, 0, wide, STRIP);
  }
}

function drawRuler(context: CanvasRenderingContext2D, { width, span, seconds, frames }: Picture) {
  context.fillStyle = LINE;
  context.fillRect(0, STRIP, width, 1);
  context.font = FONT;
  context.textAlign = "center";
  context.textBaseline = "middle";
  for (const mark of rulerMarks(seconds(span.from), seconds(span.to), width)) {
    const x = xOfFrame(frames(mark), span, width);
    context.fillStyle = LINE;
    context.fillRect(Math.round(x), STRIP + RULER - 5, 1, 5);
    const [whole, rest] = clock(mark);
    context.fillStyle = WORDS;
    if (x > 14 && x < width - 14)
      context.fillText(mark % 1 === 0 ? whole : `${whole}${rest.slice(0, 2)}`, x, STRIP + 8);
  }
}

function drawLane(context: CanvasRenderingContext2D, { type, ticks, bars }: Lane, top: number, picture: Picture) {
  const { width, span, selected } = picture;
  context.fillStyle = SOFT;
  context.fillRect(0, top, width, 1);
  const middle = top + LANE / 2;
  context.fillStyle = type.color;
  for (const column of columnsOf(ticks, span.from, span.to, width)) context.fillRect(column, top + 5, 1.5, LANE - 10);
  for (const { from, to, id, keys } of bars) {
    if (to < span.from || from > span.to) continue;
    const [left, right] = [xOfFrame(from, span, width), xOfFrame(to + 1, span, width)];
    context.globalAlpha *= selected.has(id) ? 0.95 : 0.5;
    context.fillRect(left, middle - BAR / 2, Math.max(2, right - left), BAR);
    context.globalAlpha = picture.hidden.has(type.id) ? 0.3 : 1;
    for (const column of columnsOf(Int32Array.from(keys), span.from, span.to, width)) diamond(context, column, middle);
  }
}

function diamond(context: CanvasRenderingContext2D, x: number, y: number) {
  context.beginPath();
  context.moveTo(x, y - 4);
  context.lineTo(x + 4, y);
  context.lineTo(x, y + 4);
  context.lineTo(x - 4, y);
  context.fill();
}
