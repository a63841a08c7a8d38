import { setTimeout as sleep } from "node:timers/promises";
import { expect, it } from "vitest";
import { mediaPrograms } from "../../../../test/support/video.ts";
import { FFmpeg } from "./index.ts";

const LIMITS = { cpuSeconds: 5, wallSeconds: 20, memoryMiB: 2_048 };
const args = ["-f", "rawvideo", "-pix_fmt", "gray"];

/** Begins to send and never goes on. */
async function* stuck(): AsyncGenerator<Uint8Array> {
  yield Buffer.alloc(16);
  await sleep(60_000, undefined, { ref: false });
}

async function all(input: AsyncIterable<Uint8Array>, limits: Partial<FFmpeg.Limits>, signal?: AbortSignal) {
  const { ffmpeg } = mediaPrograms();
  const before = ["-f", "rawvideo", "-pix_fmt", "gray", "-s", "4x4"];
  const chunks: Buffer[] = [];
  const limited = { limits: { ...LIMITS, ...limits }, signal };
  for await (const chunk of FFmpeg.stream(ffmpeg, { input, before, args }, limited)) chunks.push(chunk);
  return Buffer.concat(chunks);
}

it("answers what is made of what is piped in", async () => {
  async function* two() {
    yield Buffer.alloc(16, 7);
    yield Buffer.alloc(16, 9);
  }
  expect([...(await all(two(), {}))]).toEqual([...Buffer.alloc(16, 7), ...Buffer.alloc(16, 9)]);
});

it("ends with whoever wanted it", async () => {
  await expect(all(stuck(), {}, AbortSignal.timeout(300))).rejects.toMatchObject({ name: "TimeoutError" });
});

it("ends when its time is over, and says so", async () => {
  await expect(all(stuck(), { wallSeconds: 0.3 })).rejects.toThrow("took longer than 0.3 seconds");
});
