import { createSignal } from "solid-js";
import type { Localization, Row, State } from "./types.ts";

const keyOf = (row: { elementalId: string; layerId: string }) => `${row.layerId}/${row.elementalId}`;

/**
 * Everything said of one media, by frame and by track. Plain maps with a counter that pages follow: a hundred thousand rows
 * of fine-grained signals would take longer to make than to draw.
 */
export function createStore() {
  const [version, setVersion] = createSignal(0);
  const rows = new Map<string, Row>();
  const byFrame = new Map<number, Set<Localization>>();
  const byTrack = new Map<string, Set<Localization>>();
  const sorted = new Map<string, Localization[]>();
  let frames: number[] | undefined;

  const into = <Key>(map: Map<Key, Set<Localization>>, key: Key, row: Localization) => {
    const set = map.get(key);
    if (set) set.add(row);
    else map.set(key, new Set([row]));
  };
  const outOf = <Key>(map: Map<Key, Set<Localization>>, key: Key, row: Localization) => {
    const set = map.get(key);
    set?.delete(row);
    if (set?.size === 0) map.delete(key);
  };

  function index(row: Row, act: typeof into) {
    if (row.kind === "state") return;
    if (!byFrame.has(row.frame) || act !== into) frames = undefined;
    act(byFrame, row.frame, row);
    for (const track of row.trackIds) {
      act(byTrack, track, row);
      sorted.delete(track);
    }
  }

  function put(row: Row) {
    const before = rows.get(keyOf(row));
    if (before) index(before, outOf);
    rows.set(keyOf(row), row);
    index(row, into);
  }

  const changed = () => setVersion((count) => count + 1);
  return {
    /** Read it to be told of changes. */
    version,
    putAll(all: Iterable<Row>) {
      for (const row of all) put(row);
      changed();
    },
    put(row: Row) {
      put(row);
      changed();
    },
    remove(row: { elementalId: string; layerId: string }) {
      const before = rows.get(keyOf(row));
      if (!before) return;
      rows.delete(keyOf(row));
      index(before, outOf);
      changed();
    },
    clear() {
      rows.clear();
      byFrame.clear();
      byTrack.clear();
      sorted.clear();
      frames = undefined;
      changed();
    },
    get: (row: { elementalId: string; layerId: string }) => rows.get(keyOf(row)),
    find(elementalId: string): Row | undefined {
      for (const row of rows.values()) if (row.elementalId === elementalId) return row;
      return undefined;
    },
    onFrame: (frame: number): Iterable<Localization> => byFrame.get(frame) ?? [],
    countOn: (frame: number) => byFrame.get(frame)?.size ?? 0,
    /** In order of their frames. */
    ofTrack(elementalId: string): readonly Localization[] {
      const known = sorted.get(elementalId);
      if (known) return known;
      const made = [...(byTrack.get(elementalId) ?? [])].sort((a, b) => a.frame - b.frame);
      sorted.set(elementalId, made);
      return made;
    },
    states: (): State[] => [...rows.values()].filter((row): row is State => row.kind === "state"),
    all: (): Iterable<Row> => rows.values(),
    get size() {
      return rows.size;
    },
    /** The frames that have something on them, in order. */
    marked(): readonly number[] {
      frames ??= [...byFrame.keys()].sort((a, b) => a - b);
      return frames;
    },
  };
}

export type Store = ReturnType<typeof createStore>;
