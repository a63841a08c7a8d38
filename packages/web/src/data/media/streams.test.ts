import { expect, test } from "vitest";
import { feedWords, gridFor, wayOf, whyNot } from "./streams.ts";

test.each([
  ["https://cam.example/live/index.m3u8?token=1", "hls"],
  ["https://cam.example/live.mp4", "video"],
  ["http://cam.example/", "video"],
  ["rtsp://cam.example/1", "none"],
  ["wss://cam.example/1", "none"],
  ["no address", "none"],
])("%s is shown by %s", (url, way) => expect(wayOf(url)).toBe(way));

test("why a stream is not shown says what it is", () => {
  expect(whyNot("rtsp://cam.example/1", { page: "https:" })).toMatch(/do not play RTSP/);
  expect(whyNot("http://cam.example/a.mp4", { page: "https:" })).toMatch(/over HTTP\./);
  expect(whyNot("https://cam.example/a.mp4", { isBlocked: true, page: "https:" })).toMatch(/those who run it allow/);
  expect(whyNot("https://cam.example/a.mp4", { page: "https:" })).toMatch(/may be off/);
});

test("feeds are said with their size where it is known, and laid out as square as it goes", () => {
  const feeds = [
    { name: "Front", resolution: [640, 360] },
    { name: "Back", resolution: [] },
  ];
  expect(feedWords({ url: "", feeds })).toBe("Front 640 × 360, Back");
  expect([1, 2, 3, 5, 16].map(gridFor).map(({ rows, columns }) => `${rows}x${columns}`)).toEqual([
    ...["1x1", "1x2", "2x2", "2x3", "4x4"],
  ]);
});
