import { createEffect, createSignal, on, onCleanup } from "solid-js";
import { isAbort } from "./problem.ts";
import type { ImportPreview } from "./types.ts";

/** Long enough for a word to be typed, short enough to feel like an answer. */
const REST_MS = 250;

export type FetchPreview = (search: string, signal: AbortSignal) => Promise<ImportPreview>;

/**
 * The preview that follows the options: asked for when they rest, the request before it aborted. The last good preview
 * stays while the next one is on its way and when it fails, so that a wrong choice shows an error and not an empty box.
 */
export function createPreview(search: () => string, fetch: FetchPreview) {
  const [preview, setPreview] = createSignal<ImportPreview>();
  const [error, setError] = createSignal<unknown>();
  const [loading, setLoading] = createSignal(true);
  const [tries, setTries] = createSignal(0);

  createEffect(
    on([search, tries], ([asked], before) => {
      const abort = new AbortController();
      setLoading(true);
      const ask = () =>
        fetch(asked, abort.signal)
          .then((found) => {
            setPreview(found);
            setError(undefined);
            setLoading(false);
          })
          .catch((cause: unknown) => {
            if (isAbort(cause) || abort.signal.aborted) return;
            setError(cause);
            setLoading(false);
          });
      const timer = setTimeout(() => void ask(), before ? REST_MS : 0);
      onCleanup(() => {
        clearTimeout(timer);
        abort.abort(new DOMException("Changed", "AbortError"));
      });
    }),
  );

  return { preview, error, loading, retry: () => setTries((count) => count + 1) };
}
