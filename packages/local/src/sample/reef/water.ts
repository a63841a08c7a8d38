import { Canvas, type Colour } from "./canvas.ts";

const TOP: Colour = [74, 168, 178];
const DEEP: Colour = [10, 52, 84];
const SAND: Colour = [126, 112, 84];
const ROCK: Colour = [62, 70, 66];
const CORAL: Colour[] = [
  [222, 122, 138],
  [236, 160, 92],
  [196, 112, 190],
];

const between = (from: Colour, to: Colour, share: number): Colour => [
  from[0] + (to[0] - from[0]) * share,
  from[1] + (to[1] - from[1]) * share,
  from[2] + (to[2] - from[2]) * share,
];

/** Noise that is the same each time: a hash of the place, 0 to 1. */
const grain = (x: number, y: number): number => {
  const value = Math.sin(x * 12.9898 + y * 78.233) * 43_758.5453;
  return value - Math.floor(value);
};

const seabed = (x: number, width: number): number =>
  0.82 + 0.03 * Math.sin((x / width) * 9) + 0.015 * Math.sin((x / width) * 31 + 1);

/** What stands still: water that darkens with depth, rays of light, sand, rocks and corals. */
export function water(width: number, height: number): Canvas {
  const canvas = new Canvas(width, height);
  for (let y = 0; y < height; y++)
    for (let x = 0; x < width; x++) {
      const depth = y / height;
      const floor = seabed(x, width);
      const ray = Math.max(0, Math.sin((x - y * 0.6) / (width / 26)) - 0.55) * (1 - depth) * 0.35;
      const wet = between(between(TOP, DEEP, Math.min(1, depth * 1.25)), [220, 250, 240], ray);
      const dry = between(SAND, DEEP, 0.35 + 0.25 * grain(x, y));
      canvas.lay(x, y, depth < floor ? wet : dry, 1);
    }
  for (const [n, at] of [0.14, 0.3, 0.62, 0.83].entries()) rock(canvas, at, n);
  return canvas;
}

function rock(canvas: Canvas, at: number, n: number): void {
  const { width, height } = canvas;
  const [middle, floor, reach] = [at * width, height * 0.9, height * (0.12 + 0.05 * (n % 3))];
  canvas.region(
    { left: middle - reach * 1.6, right: middle + reach * 1.6, top: floor - reach, bottom: height },
    (x, y) => {
      const distance = Math.hypot((x - middle) / 1.5, y - floor) / reach;
      const lit = 0.3 * Math.max(0, (floor - y) / reach) + 0.25 * grain(x >> 1, y >> 1);
      return distance < 1 ? { colour: between(ROCK, [150, 150, 120], lit), cover: (1 - distance) * 12 } : undefined;
    },
  );
  const colour = CORAL[n % CORAL.length] ?? SAND;
  for (let polyp = 0; polyp < 16; polyp++) {
    const [x, y] = [middle + (grain(polyp, n) - 0.5) * reach * 1.4, floor - reach * (0.55 + 0.35 * grain(n, polyp))];
    const radius = 2 + 4 * grain(polyp, polyp);
    canvas.region({ left: x - radius, right: x + radius, top: y - radius, bottom: y + radius }, (px, py) => ({
      colour,
      cover: (1 - Math.hypot(px - x, py - y) / radius) * 2,
    }));
  }
}

/** Kelp that sways; `seconds` into the video. */
export function kelp(canvas: Canvas, seconds: number): void {
  const { width, height } = canvas;
  for (const [n, at] of [0.05, 0.09, 0.46, 0.93, 0.97].entries()) {
    const tall = height * (0.55 + 0.12 * (n % 3));
    const foot = height * 0.88;
    canvas.region({ left: at * width - 26, right: at * width + 26, top: foot - tall, bottom: foot }, (x, y) => {
      const up = (foot - y) / tall;
      const middle = at * width + Math.sin(up * 5 + seconds * 0.9 + n) * 14 * up;
      const leaf = 3 + 5 * Math.abs(Math.sin(up * 22 + n));
      const away = Math.abs(x - middle);
      return away < leaf ? { colour: [96 + 40 * up, 112 + 30 * up, 34], cover: (1 - away / leaf) * 1.6 } : undefined;
    });
  }
}

/** Bubbles that rise from the sand. */
export function bubbles(canvas: Canvas, seconds: number): void {
  const { width, height } = canvas;
  for (let n = 0; n < 14; n++) {
    const risen = (seconds * (0.09 + 0.04 * grain(n, 1)) + grain(n, 2)) % 1;
    const [x, y] = [(grain(n, 3) + 0.01 * Math.sin(seconds * 2 + n)) * width, height * (0.9 - 0.9 * risen)];
    const radius = 1.5 + 2.5 * grain(n, 4);
    canvas.region(
      { left: x - radius - 1, right: x + radius + 1, top: y - radius - 1, bottom: y + radius + 1 },
      (px, py) => ({
        colour: [214, 240, 240],
        cover: Math.max(0, 1 - Math.abs(Math.hypot(px - x, py - y) - radius)) * 0.6,
      }),
    );
  }
}
