import { AppError } from "../error/index.ts";

/** A part of a picture, as fractions of it; the origin is the upper left. */
export type Roi = { width: number; height: number; x: number; y: number };
/** The same in pixels. */
export type Rect = { left: number; top: number; width: number; height: number };

export const WHOLE: Roi = { width: 1, height: 1, x: 0, y: 0 };

/** Reads `w:h:x:y`. What reaches over an edge is cut there; what lies outside altogether is refused. */
export function parseRoi(text: string): Roi {
  const parts = text.split(":");
  const [width = Number.NaN, height = Number.NaN, x = Number.NaN, y = Number.NaN] = parts.map((part) =>
    /^-?(\d+\.?\d*|\.\d+)$/.test(part) ? Number(part) : Number.NaN,
  );
  if (parts.length !== 4 || ![width, height, x, y].every(Number.isFinite))
    throw bad("Say it as width:height:x:y, each a fraction from 0 to 1");
  const roi = clamp({ width, height, x, y });
  if (!roi) throw bad("This part lies outside of the picture, or is empty");
  return roi;
}

/** What of it lies within the picture, if anything does. */
export function clamp({ width, height, x, y }: Roi): Roi | undefined {
  const [left, top] = [Math.max(0, x), Math.max(0, y)];
  const within = { width: Math.min(1, x + width) - left, height: Math.min(1, y + height) - top, x: left, y: top };
  return within.width > 0 && within.height > 0 ? within : undefined;
}

/** All pixels that it touches, which are at least one. */
export function toPixels(roi: Roi, width: number, height: number): Rect {
  const [left, right] = span(roi.x, roi.width, width);
  const [top, bottom] = span(roi.y, roi.height, height);
  return { left, top, width: right - left, height: bottom - top };
}

/** Fractions of pixels that come of calculating are no pixels. */
const EPSILON = 1e-6;

function span(at: number, length: number, pixels: number): [number, number] {
  const first = Math.min(Math.floor(at * pixels + EPSILON), pixels - 1);
  return [first, Math.min(pixels, Math.max(first + 1, Math.ceil((at + length) * pixels - EPSILON)))];
}

const bad = (message: string) =>
  new AppError("input", "input.invalid", `/roi: ${message}.`, { fields: [{ path: "/roi", message }] });
