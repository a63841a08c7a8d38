import type { Tile } from "./tiling.ts";

type Picture = { close(): void };
type Options<P extends Picture> = {
  read: (tile: Tile, signal: AbortSignal) => Promise<P>;
  onChange: () => void;
  onError: (error: unknown) => void;
  /** Beyond what is wanted; the one that was wanted longest ago goes. */
  most?: number;
  atOnce?: number;
};

/** A square of 512 pixels takes a megabyte once it is decoded. */
const MOST = 160;
const AT_ONCE = 6;

/** Squares of a picture: what is wanted is fetched, what is not wanted any more is given up, and some are kept. */
export function createTiles<P extends Picture>(options: Options<P>) {
  const { read, onChange, onError, most = MOST, atOnce = AT_ONCE } = options;
  const held = new Map<string, { tile: Tile; picture: P }>();
  const coming = new Map<string, AbortController>();
  /** Asked for again when somebody moves, and not before. */
  const failed = new Set<string>();
  let wanted: readonly Tile[] = [];

  function want(tiles: readonly Tile[]) {
    wanted = tiles;
    failed.clear();
    const keys = new Set(tiles.map(({ key }) => key));
    for (const [key, giveUp] of coming) {
      if (keys.has(key)) continue;
      giveUp.abort();
      coming.delete(key);
    }
    for (const key of keys) {
      const kept = held.get(key);
      if (!kept) continue;
      held.delete(key);
      held.set(key, kept);
    }
    next();
  }

  function next() {
    for (const tile of wanted) {
      if (coming.size >= atOnce) return;
      if (!held.has(tile.key) && !coming.has(tile.key) && !failed.has(tile.key)) void load(tile);
    }
  }

  async function load(tile: Tile) {
    const giveUp = new AbortController();
    coming.set(tile.key, giveUp);
    try {
      const picture = await read(tile, giveUp.signal);
      if (giveUp.signal.aborted) return picture.close();
      held.set(tile.key, { tile, picture });
      forget();
    } catch (error) {
      if (giveUp.signal.aborted) return;
      failed.add(tile.key);
      onError(error);
    }
    coming.delete(tile.key);
    onChange();
    next();
  }

  function forget() {
    const keys = new Set(wanted.map(({ key }) => key));
    for (const [key, { picture }] of held) {
      if (held.size <= Math.max(most, keys.size)) return;
      if (keys.has(key)) continue;
      held.delete(key);
      picture.close();
    }
  }

  return {
    want,
    /** The coarse ones first, and over all of them those of the level that is wanted. */
    shown(): { tile: Tile; picture: P }[] {
      const level = wanted[0]?.level ?? 0;
      const order = ({ tile }: { tile: Tile }) => (tile.level === level ? Number.POSITIVE_INFINITY : tile.level);
      return [...held.values()].sort((a, b) => (order(a) === order(b) ? 0 : order(a) - order(b)));
    },
    /** How many are wanted that are not there. */
    missing: () => wanted.filter(({ key }) => !held.has(key)).length,
    close() {
      want([]);
      for (const { picture } of held.values()) picture.close();
      held.clear();
    },
  };
}
