import { createEffect, createSignal, on, onCleanup } from "solid-js";
import { fetchRows, pageRowsFor, type View } from "./fetch.ts";
import { createRowSource, type RowSource } from "./source.ts";

/** Enough for the first screen, whatever its size. */
const FIRST_ROWS = 80;

/**
 * The rows of a view that people keep changing. The old rows stay until the first of the new ones are here, so a filter
 * or a sort never shows an empty grid in between.
 */
export function createView(view: () => View, totalOf: (view: View) => number | undefined) {
  const [source, setSource] = createSignal<RowSource>();
  const [shown, setShown] = createSignal<View>();
  const [tick, setTick] = createSignal(0);
  const [loading, setLoading] = createSignal(true);
  const [error, setError] = createSignal<unknown>();
  const [ms, setMs] = createSignal<number>();
  let next: RowSource | undefined;

  createEffect(
    on(view, (asked) => {
      const started = performance.now();
      const total = totalOf(asked);
      setLoading(true);
      setError(undefined);
      next?.close();
      const fresh = createRowSource({
        fetch: (offset, limit, options) => fetchRows(asked, offset, limit, options),
        pageRows: pageRowsFor(asked.columns.length),
        ...(total === undefined ? {} : { total }),
        onChange: () => {
          if (source() !== fresh) {
            source()?.close();
            setSource(fresh);
            setShown(asked);
            setMs(performance.now() - started);
            setLoading(false);
          }
          setTick((count) => count + 1);
        },
        onError: (cause) => {
          setError(cause);
          setLoading(false);
        },
      });
      next = fresh;
      fresh.want(0, FIRST_ROWS);
    }),
  );
  onCleanup(() => {
    next?.close();
    source()?.close();
  });

  const retry = () => {
    setError(undefined);
    setLoading(source() === undefined);
    next?.retry();
  };

  /** Read with `tick`, because an answer may bring the number; of the first one it is known before the tick. */
  const rows = () => {
    tick();
    return source()?.total() ?? 0;
  };

  return { source, shown, tick, loading, error, ms, retry, rows };
}
