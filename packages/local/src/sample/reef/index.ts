import { spawn } from "node:child_process";
import { once } from "node:events";
import { draw, FISH } from "./fish.ts";
import { bubbles, kelp, water } from "./water.ts";

export { type Box, boxOf, FISH, type Fish } from "./fish.ts";

export const REEF = { width: 640, height: 360, fps: 24, frames: 360 };

const LIMIT_MS = 120_000;

/** Draws a short dive over a reef and has ffmpeg write it to a file: every frame is known, and so is where each fish is. */
export async function filmReef(ffmpeg: string, out: string): Promise<void> {
  const { width, height, fps, frames } = REEF;
  const raw = ["-f", "rawvideo", "-pix_fmt", "rgb24", "-s", `${width}x${height}`, "-r", `${fps}`, "-i", "pipe:0"];
  const encoded = [
    "-c:v",
    "libx264",
    "-preset",
    "veryfast",
    "-crf",
    "24",
    "-pix_fmt",
    "yuv420p",
    "-movflags",
    "+faststart",
  ];
  const child = spawn(ffmpeg, ["-v", "error", "-y", ...raw, ...encoded, out], {
    stdio: ["pipe", "ignore", "pipe"],
    signal: AbortSignal.timeout(LIMIT_MS),
  });
  let said = "";
  child.stderr.on("data", (chunk) => {
    said += chunk;
  });
  child.stdin.on("error", () => undefined); // its exit says what went wrong
  const ended = once(child, "close");
  const still = water(width, height);
  for (let n = 0; n < frames && !child.stdin.destroyed; n++) {
    const canvas = still.copy();
    const seconds = n / fps;
    kelp(canvas, seconds);
    for (const fish of FISH) draw(canvas, fish, seconds);
    bubbles(canvas, seconds);
    if (!child.stdin.write(canvas.pixels)) await Promise.race([once(child.stdin, "drain"), ended]);
  }
  child.stdin.end();
  const [code] = await ended;
  if (code !== 0) throw new Error(`ffmpeg ended with ${code}: ${said}`);
}
