/** Videos in which every frame says its number, and reading it back from pixels. */
import { spawn } from "node:child_process";
import { once } from "node:events";
import { FFmpeg } from "../../packages/core/src/ffmpeg/index.ts";
import { findMediaPrograms, type MediaPrograms } from "../../packages/local/src/host/media-programs.ts";
import { ROOT } from "./paths.ts";

/** A number of 20 bits, written as black and white cells in a row across the top eighth. */
export const CELLS = 20;

export function mediaPrograms(): MediaPrograms {
  const found = findMediaPrograms(ROOT);
  if (!found) throw new Error("There is no ffmpeg on this machine: npm run doctor says how to get one");
  return found;
}

type Numbered = {
  width: number;
  height: number;
  /** As ffmpeg writes it: `30` or `30000/1001`. */
  fps: number | string;
  frames: number;
  out: string;
  /** Arguments before the output; without any it is H.264 in what the name of `out` says. */
  extra?: string[];
  /** Arguments before the input, and further inputs. */
  inputs?: string[];
  /** The number that the first frame carries. */
  first?: number;
};

/** Makes a file whose frame n shows n in its cells, over a grey that moves, so that no two frames are alike. */
export async function numberedVideo(options: Numbered): Promise<string> {
  const { width, height, fps, frames, out, extra = DEFAULTS, inputs = [], first = 0 } = options;
  const raw = ["-f", "rawvideo", "-pix_fmt", "gray", "-s", `${width}x${height}`, "-r", `${fps}`, "-i", "pipe:0"];
  const child = spawn(mediaPrograms().ffmpeg, ["-v", "error", "-y", ...raw, ...inputs, ...extra, out], {
    stdio: ["pipe", "ignore", "pipe"],
  });
  let said = "";
  child.stderr.on("data", (chunk) => {
    said += chunk;
  });
  child.stdin.on("error", () => undefined); // its exit says what went wrong
  const ended = once(child, "close");
  for (let n = 0; n < frames && !child.stdin.destroyed; n++)
    if (!child.stdin.write(numberedFrame(width, height, first + n)))
      await Promise.race([once(child.stdin, "drain"), ended]);
  child.stdin.end();
  const [code] = await ended;
  if (code !== 0) throw new Error(`ffmpeg ended with ${code}: ${said}`);
  return out;
}

const DEFAULTS = ["-c:v", "libx264", "-preset", "ultrafast", "-crf", "23", "-pix_fmt", "yuv420p"];

/** Grey pixels of one frame. */
export function numberedFrame(width: number, height: number, n: number): Buffer {
  const frame = Buffer.alloc(width * height, 64 + ((n * 7) % 128));
  const rows = Math.max(1, Math.floor(height / 8));
  for (let cell = 0; cell < CELLS; cell++) {
    const shade = (n >> (CELLS - 1 - cell)) & 1 ? 235 : 16;
    const [from, to] = [cell, cell + 1].map((at) => Math.round((at * width) / CELLS)) as [number, number];
    for (let y = 0; y < rows; y++) frame.fill(shade, y * width + from, y * width + to);
  }
  return frame;
}

/** The number in a frame of any size, from RGBA pixels (or of any other number of bytes a pixel, the first of which counts). */
export function readNumber(pixels: Uint8Array, width: number, height: number): number {
  const bytes = pixels.length / (width * height);
  const y = Math.floor(height / 16);
  let n = 0;
  for (let cell = 0; cell < CELLS; cell++) {
    const x = Math.floor(((cell + 0.5) * width) / CELLS);
    n = n * 2 + ((pixels[Math.floor((y * width + x) * bytes)] ?? 0) > 125 ? 1 : 0);
  }
  return n;
}

/** The numbers of all frames of a file, as a player would show them one after the other. */
export async function numbersIn(
  path: string,
  { width, height, filter }: { width: number; height: number; filter?: string },
): Promise<number[]> {
  const args = [
    "-v",
    "error",
    "-i",
    path,
    "-map",
    "0:v:0",
    ...(filter ? ["-vf", filter] : []),
    ...(await FFmpeg.passthrough(mediaPrograms().ffmpeg)),
    "-f",
    "rawvideo",
    "-pix_fmt",
    "gray",
    "pipe:1",
  ];
  const child = spawn(mediaPrograms().ffmpeg, args, { stdio: ["ignore", "pipe", "pipe"] });
  let said = "";
  child.stderr.on("data", (chunk) => {
    said += chunk;
  });
  const ended = once(child, "close");
  const numbers: number[] = [];
  const size = width * height;
  let rest = Buffer.alloc(0);
  for await (const chunk of child.stdout) {
    rest = Buffer.concat([rest, chunk]);
    for (; rest.length >= size; rest = rest.subarray(size))
      numbers.push(readNumber(rest.subarray(0, size), width, height));
  }
  const [code] = await ended;
  if (code !== 0) throw new Error(`ffmpeg ended with ${code}: ${said}`);
  return numbers;
}
