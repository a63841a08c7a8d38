import { open, readFile, writeFile } from "node:fs/promises";
import { join } from "node:path";
import sharp from "sharp";
import { afterAll, expect, it } from "vitest";
import { temporaryFolder } from "../../../../test/support/paths.ts";
import { FULL } from "../../../../test/support/ring.ts";
import { Tiles } from "../tiles/index.ts";
import { isRaw } from "./raw.ts";
import { packTiles } from "./tiles.ts";

const folder = temporaryFolder("tiles");
const at = (name: string) => join(folder.path, name);
afterAll(folder.remove);

/** Red from left to right, green from top to bottom. */
async function gradient(width: number, height: number): Promise<string> {
  const pixels = Buffer.alloc(width * height * 3);
  for (let y = 0; y < height; y++)
    for (let x = 0; x < width; x++)
      pixels.set([Math.floor((255 * x) / width), Math.floor((255 * y) / height), 90], 3 * (y * width + x));
  await sharp(pixels, { raw: { width, height, channels: 3 } })
    .png()
    .toFile(at("gradient.png"));
  return at("gradient.png");
}

it("has every square of every scale where the index says, with the pixels of the picture", async () => {
  const [width, height] = [1_300, 700];
  const { index } = await packTiles(sharp(await gradient(width, height)), folder.path, at("packed"));
  const packed = await readFile(at("packed"));
  expect(index.levels.at(-1)?.offsets.at(-1)).toBe(packed.length);
  for (const [number, level] of index.levels.entries())
    for (let row = 0; row < level.rows; row++)
      for (let column = 0; column < level.columns; column++) {
        const [start, end] = Tiles.placeIn(index, number, column, row) ?? expect.fail("no place");
        const { data, info } = await sharp(packed.subarray(start, end)).raw().toBuffer({ resolveWithObject: true });
        expect(info.width).toBe(Math.min(512, level.width - 512 * column));
        expect(info.height).toBe(Math.min(512, level.height - 512 * row));
        const [x, y] = [column * 512 + info.width / 2, row * 512 + info.height / 2];
        const middle = info.channels * (Math.floor(info.height / 2) * info.width + Math.floor(info.width / 2));
        expect(Math.abs((data[middle] ?? 0) - (255 * x) / level.width)).toBeLessThan(8);
        expect(Math.abs((data[middle + 1] ?? 0) - (255 * y) / level.height)).toBeLessThan(8);
      }
});

it.runIf(FULL)("cuts 400 million pixels without holding them", { timeout: 300_000 }, async () => {
  const path = at("large.jpg");
  const create = { width: 20_000, height: 20_000, channels: 3, background: "#357" } as const;
  await sharp({ create, limitInputPixels: false }).jpeg().toFile(path);
  const before = process.memoryUsage().rss;
  let most = before;
  const timer = setInterval(() => {
    most = Math.max(most, process.memoryUsage().rss);
  }, 50);
  const picture = sharp(path, { limitInputPixels: false, sequentialRead: true });
  const { index } = await packTiles(picture, folder.path, at("large"));
  clearInterval(timer);
  expect(index.levels.at(-1)).toMatchObject({ width: 20_000, height: 20_000, columns: 40, rows: 40 });
  // Its pixels would be 1.2 GB.
  expect(most - before).toBeLessThan(500 * 1024 * 1024);
});

it("knows what a camera's sensor saw, which only looks like a TIFF", async () => {
  const tiff = await sharp({ create: { width: 4, height: 4, channels: 3, background: "#fff" } })
    .tiff()
    .toBuffer();
  await writeFile(at("plain.tif"), tiff);
  expect(await isRaw(at("plain.tif"))).toBe(false);
  const entry = tiff.readUInt32LE(4) + 2;
  tiff.writeUInt16LE(0xc612, entry);
  await writeFile(at("raw.dng"), tiff);
  expect(await isRaw(at("raw.dng"))).toBe(true);
  await (await open(at("empty"), "w")).close();
  expect(await isRaw(at("empty"))).toBe(false);
});
