import { createSignal } from "solid-js";
import type { Localization, Row, State } from "./types.ts";

export const keyOf = (row: { elementalId: string; layerId: string }) => `${row.layerId}/${row.elementalId}`;

/**
 * Everything said of one media, by frame and by track. Plain maps with a counter that pages follow: a hundred thousand rows
 * of fine-grained signals would take longer to make than to draw.
 */
export function createStore() {
  const [version, setVersion] = createSignal(0);
  const rows = new Map<string, Row>();
  /** The same thing of each layer that says something of it. */
  const byId = new Map<string, Row[]>();
  const states = new Map<string, State>();
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
    if (row.kind === "state") {
      if (act === into) states.set(keyOf(row), row);
      else states.delete(keyOf(row));
      return;
    }
    if (!byFrame.has(row.frame) || act !== into) frames = undefined;
    act(byFrame, row.frame, row);
    for (const track of row.trackIds) {
      act(byTrack, track, row);
      sorted.delete(track);
    }
  }

  function put(row: Row) {
    drop(row);
    rows.set(keyOf(row), row);
    const same = byId.get(row.elementalId);
    if (same) same.push(row);
    else byId.set(row.elementalId, [row]);
    index(row, into);
  }

  function drop(row: { elementalId: string; layerId: string }) {
    const before = rows.get(keyOf(row));
    if (!before) return false;
    rows.delete(keyOf(row));
    index(before, outOf);
    const others = byId.get(row.elementalId)?.filter((one) => one !== before) ?? [];
    if (others.length > 0) byId.set(row.elementalId, others);
    else byId.delete(row.elementalId);
    return true;
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
      if (drop(row)) changed();
    },
    /** Without those that are not there any more. */
    keep(isThere: (key: string) => boolean) {
      const gone = [...rows].filter(([key]) => !isThere(key));
      for (const [, row] of gone) drop(row);
      if (gone.length > 0) changed();
    },
    get: (row: { elementalId: string; layerId: string }) => rows.get(keyOf(row)),
    find: (elementalId: string): Row | undefined => byId.get(elementalId)?.[0],
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
    states: (): State[] => [...states.values()],
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
