import { writeFile } from "node:fs/promises";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { mediaPrograms, numbersIn, readNumber } from "../../../../test/support/video.ts";
import { useObjects } from "../object/testing.ts";
import { collect } from "./collect.ts";
import { decode, read } from "./decode.ts";
import { encodeClip } from "./encode-clip.ts";
import { readsOf, segmentsBetween } from "./plan.ts";
import { rebased } from "./rebase.ts";
import { storeNumbered } from "./testing.ts";

useObjects();

const FRAMES = 100;

/** Also one whose key frames come where the encoder likes, and one of an odd rate of them. */
describe.each([
  { width: 256, height: 144, every: 30 },
  { width: 640, height: 360, every: 7 },
])("a video of $width × $height", ({ width, height, every }) => {
  let track: Awaited<ReturnType<typeof storeNumbered>>;
  beforeAll(async () => {
    process.env.FFMPEG = mediaPrograms().ffmpeg;
    track = await storeNumbered({ width, height, frames: FRAMES, every });
  });
  afterAll(() => track.remove());

  const shown = async (frames: number[]) => {
    const pictures = await collect(decode(track, frames));
    return pictures.map(({ frame, pixels }) => [frame, readNumber(pixels, width, height)]);
  };

  it.each([[[0]], [[FRAMES - 1]], [[every - 1, every]], [[3, 4, 41, 42, 97]]])(
    "shows of %j what is asked",
    async (frames) => {
      expect(await shown(frames)).toEqual(frames.map((frame) => [frame, frame]));
    },
  );

  it("is cut between key frames without being encoded, and begins at zero without holes", async () => {
    const segments = [...segmentsBetween(track.index, 33, 33), ...segmentsBetween(track.index, 80, 85)];
    const bytes = Buffer.concat(await collect(rebased(read(track, readsOf(segments)))));
    const out = `${track.path}.cut.mp4`;
    await writeFile(out, bytes);
    const expected = segments.flatMap((one) => Array.from({ length: one.frames }, (_, at) => one.frame + at));
    expect(await numbersIn(out, { width, height })).toEqual(expected);
  });

  it("is encoded anew for just the frames asked for", async () => {
    const out = `${track.path}.exact.mp4`;
    await writeFile(
      out,
      Buffer.concat(
        await collect(
          encodeClip(
            track,
            [
              [12, 15],
              [60, 61],
            ],
            {},
          ),
        ),
      ),
    );
    expect(await numbersIn(out, { width, height })).toEqual([12, 13, 14, 15, 60, 61]);
  });
});
