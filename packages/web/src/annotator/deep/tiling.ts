import type { Size, View } from "../stage/view.ts";

/** A very large picture in squares at every scale, from what fits one square to the whole: as the index beside its tiles says. */
export type Tiling = {
  tile: number;
  contentType: string;
  levels: { width: number; height: number; columns: number; rows: number; offsets: number[] }[];
};
export type Tile = { key: string; level: number; column: number; row: number };

/** So much may a level be enlarged: the next one has four times the bytes. */
const SLACK = 1.1;

/** The smallest level that is as sharp as the screen, or the whole picture; `scale` in pixels of the screen. */
export function levelFor({ levels }: Tiling, picture: Size, scale: number): number {
  const found = levels.findIndex(({ width }) => width * SLACK >= picture.width * scale);
  return found < 0 ? levels.length - 1 : found;
}

/** What of a level is on the stage, the middle first: that is what is looked at. */
export function visible({ levels, tile }: Tiling, level: number, view: View, picture: Size, stage: Size): Tile[] {
  const found = levels[level];
  if (!found) return [];
  const along = (at: number, length: number, room: number, pixels: number, count: number) => {
    const shown = length * view.scale;
    const squares = pixels / tile;
    const first = Math.floor((-at / shown) * squares);
    const last = Math.ceil(((room - at) / shown) * squares) - 1;
    return { first: Math.max(0, first), last: Math.min(count - 1, last), middle: ((room / 2 - at) / shown) * squares };
  };
  const across = along(view.x, picture.width, stage.width, found.width, found.columns);
  const down = along(view.y, picture.height, stage.height, found.height, found.rows);
  const tiles: (Tile & { away: number })[] = [];
  for (let row = down.first; row <= down.last; row++)
    for (let column = across.first; column <= across.last; column++) {
      const away = Math.hypot(column + 0.5 - across.middle, row + 0.5 - down.middle);
      tiles.push({ key: `${level}/${column}/${row}`, level, column, row, away });
    }
  return tiles.sort((a, b) => a.away - b.away).map(({ away: _, ...rest }) => rest);
}

/** Its edges on the stage: left, top, right, bottom. Neighbours share theirs, so that no seam is seen between them. */
export function edgesOf(
  { levels, tile }: Tiling,
  { level, column, row }: Tile,
  view: View,
  picture: Size,
): [number, number, number, number] {
  const { width, height } = levels[level] ?? picture;
  const x = (at: number) => view.x + (Math.min(at * tile, width) / width) * picture.width * view.scale;
  const y = (at: number) => view.y + (Math.min(at * tile, height) / height) * picture.height * view.scale;
  return [x(column), y(row), x(column + 1), y(row + 1)];
}

/** Where in the object its bytes are. */
export function bytesOf({ levels }: Tiling, { level, column, row }: Tile): { offset: number; size: number } {
  const found = levels[level];
  const [start = 0, end = 0] = found?.offsets.slice(row * found.columns + column) ?? [];
  return { offset: start, size: end - start };
}
