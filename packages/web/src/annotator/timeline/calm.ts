import { createEffect, createSignal, on, onCleanup } from "solid-js";

const CALM_MS = 250;

/** Follows what changes often; where that is dear, only once it has stopped for a moment. */
export function createCalm<T>(read: () => T, isDear: () => boolean): () => T {
  const [value, setValue] = createSignal(read());
  createEffect(
    on(read, (next) => {
      if (!isDear()) return void setValue(() => next);
      const later = setTimeout(() => setValue(() => next), CALM_MS);
      onCleanup(() => clearTimeout(later));
    }),
  );
  return value;
}
