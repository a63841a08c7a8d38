import type { Point } from "../model/types.ts";
import type { Drawable } from "./drawable.ts";

const HEIGHT = 16;
const PAD = 6;
const BAR = 2.5;
const FONT = "500 10.5px Inter, sans-serif";
const MOST = 2000;

export type Plates = ReturnType<typeof createPlates>;

/**
 * Names on dark plates, so that any colour can be read on any picture. Letters are slow to draw: each plate is drawn once and
 * copied from then on.
 */
export function createPlates(ratio: number) {
  const made = new Map<string, OffscreenCanvas>();
  const ruler = new OffscreenCanvas(1, 1).getContext("2d");

  function make(label: string, color: string, isStrong: boolean): OffscreenCanvas {
    if (ruler) ruler.font = FONT;
    const width = Math.ceil((ruler?.measureText(label).width ?? 0) + PAD * 2 + BAR);
    const canvas = new OffscreenCanvas(Math.ceil(width * ratio), HEIGHT * ratio);
    const context = canvas.getContext("2d");
    if (!context) return canvas;
    context.scale(ratio, ratio);
    context.fillStyle = isStrong ? color : "rgb(8 12 15 / 0.8)";
    context.fillRect(0, 0, width, HEIGHT);
    context.fillStyle = color;
    context.fillRect(0, 0, BAR, HEIGHT);
    context.font = FONT;
    context.textBaseline = "middle";
    context.fillStyle = isStrong ? inkOn(color) : "#eef2f4";
    context.fillText(label, BAR + PAD - 1, HEIGHT / 2 + 0.5);
    return canvas;
  }

  return {
    draw(context: CanvasRenderingContext2D, { label, color }: Drawable, [x, y]: Point, isStrong: boolean) {
      if (label === "") return;
      const key = `${isStrong}${color}${label}`;
      let plate = made.get(key);
      if (!plate) {
        if (made.size > MOST) made.clear();
        plate = make(label, color, isStrong);
        made.set(key, plate);
      }
      context.drawImage(plate, x - 1, y - HEIGHT - 3, plate.width / ratio, plate.height / ratio);
    },
  };
}

/** Black or white, whichever is read better on the colour. */
export function inkOn(color: string): string {
  const value = Number.parseInt(color.slice(1), 16);
  const [red, green, blue] = [value >> 16, (value >> 8) & 255, value & 255].map((part) => (part / 255) ** 2.2);
  return 0.2126 * (red ?? 0) + 0.7152 * (green ?? 0) + 0.0722 * (blue ?? 0) > 0.25 ? "#0b0e11" : "#ffffff";
}
