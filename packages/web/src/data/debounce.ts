import { createEffect, createSignal, onCleanup } from "solid-js";

/** Follows a value once it has been still for `ms`. */
export function createDebounced<T>(value: () => T, ms: number): () => T {
  const [settled, setSettled] = createSignal<T>(value());
  createEffect(() => {
    const next = value();
    const timer = setTimeout(() => setSettled(() => next), ms);
    onCleanup(() => clearTimeout(timer));
  });
  return settled;
}
