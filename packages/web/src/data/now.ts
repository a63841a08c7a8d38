import { createEffect, createSignal, onCleanup } from "solid-js";

const TICK_MS = 500;

/** The time, ticking while something is under way and standing still when nothing is. */
export function createNow(ticking: () => boolean): () => number {
  const [now, setNow] = createSignal(Date.now());
  createEffect(() => {
    if (!ticking()) return;
    const timer = setInterval(() => setNow(Date.now()), TICK_MS);
    onCleanup(() => clearInterval(timer));
  });
  return now;
}
