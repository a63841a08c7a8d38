import { expect, it } from "vitest";
import { segments } from "./hls.ts";

it("names the bytes and the length of each segment", () => {
  const index = {
    ...{
      version: 1 as const,
      timescale: 30_000,
      fps: { num: 30_000, den: 1_001 },
      startTime: 0,
      frames: 40,
      timestamps: null,
    },
    init: { offset: 0, size: 766 },
    segments: [
      { frame: 0, frames: 29, offset: 766, size: 100, time: 0 },
      { frame: 29, frames: 11, offset: 866, size: 50, time: 29_029 },
    ],
  };
  expect(segments(index, "https://x/y?z", 40_040 / 30_000).split("\n")).toEqual([
    "#EXTM3U",
    "#EXT-X-VERSION:7",
    "#EXT-X-PLAYLIST-TYPE:VOD",
    "#EXT-X-INDEPENDENT-SEGMENTS",
    "#EXT-X-TARGETDURATION:1",
    '#EXT-X-MAP:URI="https://x/y?z",BYTERANGE="766@0"',
    "#EXTINF:0.967633,",
    "#EXT-X-BYTERANGE:100@766",
    "https://x/y?z",
    "#EXTINF:0.367033,",
    "#EXT-X-BYTERANGE:50@866",
    "https://x/y?z",
    "#EXT-X-ENDLIST",
    "",
  ]);
});
