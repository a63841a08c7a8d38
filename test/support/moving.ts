/** Videos of which it is known where their scenes change and where something moves. */
import { spawn } from "node:child_process";
import { once } from "node:events";
import { mediaPrograms } from "./video.ts";

export const MOVING = { width: 640, height: 360, frames: 90, fps: 30, cuts: [0, 30, 65] };
/** In pixels. */
const THING = { width: 96, height: 64 };

/** Which scene a frame is of. */
const sceneOf = (frame: number): number => MOVING.cuts.findLastIndex((cut) => frame >= cut);

/** The box of what moves, as parts of the picture. */
export function boxAt(frame: number): { x: number; y: number; width: number; height: number } {
  const { width, height } = MOVING;
  const scene = sceneOf(frame);
  const since = frame - (MOVING.cuts[scene] ?? 0);
  const [x, y] = [20 + since * 12, 40 + scene * 90 + since * 2];
  return { x: x / width, y: y / height, width: THING.width / width, height: THING.height / height };
}

/** Each scene has a background of its own, before which one thing goes from left to right. */
export async function movingVideo(out: string): Promise<string> {
  const { width, height, fps, frames } = MOVING;
  const raw = ["-f", "rawvideo", "-pix_fmt", "gray", "-s", `${width}x${height}`, "-r", `${fps}`, "-i", "pipe:0"];
  const coded = ["-c:v", "libx264", "-preset", "ultrafast", "-crf", "18", "-pix_fmt", "yuv420p"];
  const child = spawn(mediaPrograms().ffmpeg, ["-v", "error", "-y", ...raw, ...coded, out], {
    stdio: ["pipe", "ignore", "inherit"],
  });
  const ended = once(child, "close");
  for (let n = 0; n < frames; n++) if (!child.stdin.write(frameAt(n))) await once(child.stdin, "drain");
  child.stdin.end();
  const [code] = await ended;
  if (code !== 0) throw new Error(`ffmpeg ended with ${code}`);
  return out;
}

const SHADES = [60, 200, 110];

function frameAt(frame: number): Buffer {
  const { width, height } = MOVING;
  const shade = SHADES[sceneOf(frame)] ?? 0;
  const pixels = Buffer.alloc(width * height);
  // A pattern that stays, so that what is behind is not plain.
  for (let y = 0; y < height; y++)
    for (let x = 0; x < width; x++) pixels[y * width + x] = shade + ((x >> 5) % 2 === (y >> 5) % 2 ? 14 : 0);
  const { x, y } = boxAt(frame);
  const [left, top] = [Math.round(x * width), Math.round(y * height)];
  for (let row = top; row < top + THING.height; row++)
    pixels.fill(shade > 128 ? 20 : 240, row * width + left, row * width + left + THING.width);
  return pixels;
}
