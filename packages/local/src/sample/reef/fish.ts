import type { Canvas, Colour } from "./canvas.ts";

export type Fish = {
  species: string;
  /** Which one of its species. */
  number: string;
  /** Length, as a share of the picture's width. */
  size: number;
  /** Where it is at the beginning, how fast it swims (in widths a second; to the left where negative), and its bobbing. */
  start: number;
  speed: number;
  depth: number;
  bob: number;
  back: Colour;
  belly: Colour;
  striped: boolean;
};

/** Normalised to the picture, its origin at the top left. */
export type Box = { x: number; y: number; width: number; height: number };

const ROCKFISH = { species: "Rockfish", back: [214, 126, 52], belly: [246, 196, 124], striped: true } as const;
const SURFPERCH = { species: "Surfperch", back: [120, 148, 158], belly: [206, 222, 222], striped: true } as const;
const LINGCOD = { species: "Lingcod", back: [104, 122, 112], belly: [180, 190, 164], striped: false } as const;

export const FISH: readonly Fish[] = [
  { number: "1", ...LINGCOD, size: 0.2, start: -0.1, speed: 0.075, depth: 0.42, bob: 0.03 },
  { number: "1", ...ROCKFISH, size: 0.13, start: 0.55, speed: -0.05, depth: 0.62, bob: 0.02 },
  { number: "2", ...ROCKFISH, size: 0.11, start: 0.95, speed: -0.08, depth: 0.52, bob: 0.04 },
  { number: "1", ...SURFPERCH, size: 0.09, start: 0.2, speed: 0.04, depth: 0.28, bob: 0.02 },
  { number: "2", ...SURFPERCH, size: 0.08, start: 0.34, speed: 0.055, depth: 0.2, bob: 0.025 },
];

const SLIM = 0.38;
const TAIL = 0.24;

/** Where a fish is after some seconds; undefined while no part of it is in the picture. `ratio` is width by height. */
export function boxOf({ size, start, speed, depth, bob }: Fish, seconds: number, ratio: number): Box | undefined {
  const height = size * SLIM * ratio;
  const whole = {
    left: start + speed * seconds - size / 2,
    top: depth + bob * Math.sin(seconds * 1.3 + start * 9) - height / 2,
  };
  const [left, right] = [Math.max(0, whole.left), Math.min(1, whole.left + size)];
  const [top, bottom] = [Math.max(0, whole.top), Math.min(1, whole.top + height)];
  return right - left > size / 4 ? { x: left, y: top, width: right - left, height: bottom - top } : undefined;
}

/** Draws a fish where `boxOf` says that it is. */
export function draw(canvas: Canvas, fish: Fish, seconds: number): void {
  const { width, height } = canvas;
  const length = fish.size * width;
  const slim = length * SLIM;
  const middle = {
    x: (fish.start + fish.speed * seconds) * width,
    y: (fish.depth + fish.bob * Math.sin(seconds * 1.3 + fish.start * 9)) * height,
  };
  const facing = Math.sign(fish.speed);
  const wag = Math.sin(seconds * 9 + fish.start * 20) * 0.12;
  const area = {
    left: middle.x - length / 2,
    right: middle.x + length / 2,
    top: middle.y - slim / 2,
    bottom: middle.y + slim / 2,
  };
  canvas.region(area, (x, y) => {
    // From the tail at 0 to the mouth at 1, and from the back at -1 to the belly at 1.
    const along = ((x - middle.x) * facing) / length + 0.5;
    const across = ((y - middle.y) / slim) * 2;
    const body = (along - TAIL * 0.7) / (1 - TAIL * 0.7);
    const thick = body > 0 ? 0.92 * Math.sqrt(Math.max(0, 4 * body * (1 - body))) ** 1.3 : 0;
    const tail = along < TAIL ? 0.9 * (1 - along / TAIL) : 0;
    const inBody = (thick - Math.abs(across)) * slim * 0.25;
    const inTail = (tail - Math.abs(across - wag * (1 - along / TAIL))) * slim * 0.25;
    const cover = Math.max(inBody, inTail);
    if (cover <= 0) return undefined;
    return { colour: skin(fish, along, across), cover };
  });
}

function skin({ back, belly, striped }: Fish, along: number, across: number): Colour {
  const isEye = Math.hypot((along - 0.86) * 2.6, across + 0.18) < 0.1;
  if (isEye) return [18, 22, 26];
  const share = Math.min(1, Math.max(0, (across + 0.7) / 1.4));
  const band = striped && Math.sin(along * 34) > 0.45 && across < 0.35 && along > TAIL && along < 0.8 ? 0.62 : 1;
  const mixed = (channel: 0 | 1 | 2) => (back[channel] + (belly[channel] - back[channel]) * share) * band;
  return [mixed(0), mixed(1), mixed(2)];
}
