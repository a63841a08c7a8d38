import { createSignal } from "solid-js";
import type { Saving } from "../model/saving.ts";
import { keyOf, type Store } from "../model/store.ts";
import type { Row } from "../model/types.ts";
import { annotationsAPI } from "../remote/annotations.ts";
import type { MediaEntity } from "../remote/media.ts";

type Options = {
  media: MediaEntity;
  frame: () => number;
  layers: () => string[];
  store: Store;
  saving: Saving;
};

/** What is read first is of these frames from the one on screen: a hundred thousand rows take their time, and it is looked at now. */
const AROUND = [-1, 3] as const;

/** What the server has, into the store; what is drawn here meanwhile stands over it. */
export function createLoading({ media, frame, layers, store, saving }: Options) {
  const [busy, setBusy] = createSignal(false);
  const [error, setError] = createSignal<unknown>();
  let stopping = new AbortController();

  const near = (): readonly [number, number] => [Math.max(0, frame() + AROUND[0]), frame() + AROUND[1]];

  async function load() {
    stopping.abort();
    stopping = new AbortController();
    const { signal } = stopping;
    setBusy(true);
    try {
      await saving.settled();
      const told = saving.listen();
      const there = new Set<string>();
      const take = (rows: Row[]) => {
        const fresh = rows.filter((row) => !told.keys.has(keyOf(row)));
        for (const row of rows) there.add(keyOf(row));
        saving.know(fresh);
        store.putAll(fresh);
      };
      try {
        const asked = { layers: layers(), signal };
        if (store.size === 0 && media.dtype === "video")
          for await (const rows of await annotationsAPI.stream(media.id, { ...asked, frames: near() })) take(rows);
        for await (const rows of await annotationsAPI.stream(media.id, asked)) take(rows);
      } finally {
        told.end();
      }
      store.keep((key) => there.has(key) || told.keys.has(key));
      setError(undefined);
    } catch (failure) {
      if (!signal.aborted) setError(failure);
    } finally {
      if (!signal.aborted) setBusy(false);
    }
  }

  return { load, busy, error, stop: () => stopping.abort() };
}
