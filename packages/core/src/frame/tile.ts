import { createHash } from "node:crypto";
import { z } from "zod";
import { Access } from "../access/index.ts";
import { AppError } from "../error/index.ts";
import { Media } from "../media/index.ts";
import { Objects } from "../object/index.ts";
import { Tiles } from "../tiles/index.ts";
import { fn } from "../util/index.ts";
import { Recent } from "../util/recent.ts";
import type { Ask } from "./ask.ts";

const KEPT = 16;
const kept = new Recent<Tiles.Tiling>({ kept: KEPT });
const Place = z.number().int().nonnegative();

export const Square = z.object({ mediaID: z.string(), level: Place, column: Place, row: Place });

/** One square of a very large picture, as it was stored: nothing is decoded. */
export const square = fn(Square, async ({ mediaID, level, column, row }): Promise<Ask> => {
  await Access.require(mediaID, "read");
  const tiles = (await Media.renditionsOf(mediaID)).find(({ role }) => role === "tiles");
  if (!tiles?.index_key) throw noTiles();
  const { index_key: indexKey, key } = tiles;
  const tiling = await kept.get(indexKey, async () => Tiles.Tiling.parse(await Objects.getJSON(indexKey)));
  const place = Tiles.placeIn(tiling, level, column, row);
  if (!place) throw noSuchTile();
  const [start, end] = place;
  return {
    etag: createHash("sha256").update(`${key} ${start}`).digest("hex"),
    contentType: tiling.contentType,
    isLasting: true,
    get: ({ signal } = {}) => Objects.range(key, start, end, signal ? { signal } : {}),
  };
});

const noTiles = () =>
  new AppError(
    "conflict",
    "tile.none",
    "There are no tiles of this. Only pictures of more than 4,096 pixels have them.",
  );
const noSuchTile = () => new AppError("not_found", "tile.not_found", "The picture has no tile there.");
