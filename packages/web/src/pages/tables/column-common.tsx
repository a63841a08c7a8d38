import { For, Show } from "solid-js";
import { count } from "../../data/format.ts";
import type { Column } from "../../data/types.ts";

const SHOWN = 10;

/** The most common values: of the filtered rows, when there are such, with the count among all beside it. */
export function ColumnCommon(props: { column: Column; filtered: Column | undefined }) {
  const stats = () => (props.filtered ?? props.column).stats;
  const top = () => (stats().top ?? []).slice(0, SHOWN);
  const most = () => Math.max(1, ...top().map((entry) => entry.count));
  const all = () => new Map((props.column.stats.top ?? []).map((entry) => [entry.value, entry.count]));
  const shown = (entry: { value: string; count: number }) => {
    const among = props.filtered ? all().get(entry.value) : undefined;
    return among === undefined ? count(entry.count) : `${count(entry.count)} of ${count(among)}`;
  };
  return (
    <Show when={top().length > 0}>
      <div class="panel-section">
        <h2>
          Most common
          <Show when={stats().distinct > top().length}>
            <span class="ml-auto text-11 font-normal text-fg-3">
              {top().length} of {stats().distinctApproximate ? "~" : ""}
              {count(stats().distinct)}
            </span>
          </Show>
        </h2>
        <ul>
          <For each={top()}>
            {(entry) => (
              <li class="grid h-5.5 grid-cols-[minmax(60px,1fr)_72px_auto] items-center gap-2 text-12">
                <span class="truncate" title={entry.value}>
                  {entry.value === "" ? <i class="text-fg-3">empty</i> : entry.value}
                </span>
                <span class="share-bar">
                  <i style={{ width: `${(100 * entry.count) / most()}%` }} />
                </span>
                <span class="text-right text-fg-3 tabular-nums">{shown(entry)}</span>
              </li>
            )}
          </For>
        </ul>
      </div>
    </Show>
  );
}
