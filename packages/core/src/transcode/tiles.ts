import { createReadStream, createWriteStream } from "node:fs";
import { rm, stat } from "node:fs/promises";
import { join } from "node:path";
import { pipeline } from "node:stream/promises";
import type { Sharp } from "sharp";
import { Tiles } from "../tiles/index.ts";

const TILE = 512;
const QUALITY = 85;

export type Packed = { index: Tiles.Tiling; width: number; height: number };

/** Cuts a picture, which is read once from top to bottom, into squares at every scale, and packs them into one file. */
export async function packTiles(picture: Sharp, folder: string, out: string): Promise<Packed> {
  const base = join(folder, "tiles");
  const { width, height } = await picture
    .flatten({ background: "#fff" })
    .webp({ quality: QUALITY, effort: 2 })
    .tile({ size: TILE, overlap: 0, depth: "onetile", layout: "dz" })
    .toFile(`${base}.dz`);
  const levels: Tiles.Level[] = [];
  let at = 0;
  const squares = async function* () {
    for (const [number, scale] of Tiles.scales(width, height, TILE).entries()) {
      const offsets = [at];
      for (let row = 0; row < scale.rows; row++)
        for (let column = 0; column < scale.columns; column++) {
          const path = join(`${base}_files`, `${number}`, `${column}_${row}.webp`);
          at += (await stat(path)).size;
          offsets.push(at);
          yield* createReadStream(path);
        }
      levels.push({ ...scale, offsets });
    }
  };
  await pipeline(squares(), createWriteStream(out));
  await rm(`${base}_files`, { recursive: true });
  return { index: { version: 1, tile: TILE, contentType: "image/webp", levels }, width, height };
}
