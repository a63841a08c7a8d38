import { For, Show } from "solid-js";
import { dateRange, ends, facts, value } from "../../data/column-words.ts";
import { count } from "../../data/format.ts";
import { isNumeric } from "../../data/kinds.ts";
import type { Column, ImportReport } from "../../data/types.ts";
import { Histogram } from "../../ui/histogram.tsx";

const SHOWN = 10;

export function ColumnFacts(props: { column: Column; rows: number; report: ImportReport | null }) {
  const stats = () => props.column.stats;
  const histogram = () => stats().histogram;
  const top = () => (stats().top ?? []).slice(0, SHOWN);
  const most = () => Math.max(1, ...top().map((entry) => entry.count));
  const decisions = () => (props.report?.decisions ?? []).filter((decision) => decision.column === props.column.name);
  const axis = () => {
    const edges = histogram()?.edges ?? [];
    const [first, last] = [edges[0] ?? "", edges.at(-1) ?? ""];
    if (isNumeric(props.column.type)) return [value(first), value(last)];
    return dateRange(String(first), String(last)).split(" – ");
  };
  return (
    <>
      <Show when={histogram()}>
        {(drawn) => (
          <div class="panel-section">
            <h2>
              Distribution <span class="ml-auto text-11 font-normal text-fg-3">{count(props.rows)} rows</span>
            </h2>
            <Histogram
              counts={drawn().counts}
              height={60}
              class="h-16 w-full"
              label={`Distribution of ${props.column.name}`}
            />
            <div class="axis">
              <For each={axis()}>{(end) => <span>{end}</span>}</For>
            </div>
          </div>
        )}
      </Show>
      <div class="panel-section">
        <dl class="facts">
          <For each={facts(props.column, props.rows)}>
            {([name, text]) => (
              <>
                <dt>{name}</dt>
                <dd title={text}>{text}</dd>
              </>
            )}
          </For>
        </dl>
        <Show when={ends(props.column).length > 0}>
          <dl class="kv mt-2">
            <For each={ends(props.column)}>
              {([name, text]) => (
                <>
                  <dt>{name}</dt>
                  <dd>{text}</dd>
                </>
              )}
            </For>
          </dl>
        </Show>
      </div>
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
                  <span class="text-right text-fg-3 tabular-nums">{count(entry.count)}</span>
                </li>
              )}
            </For>
          </ul>
        </div>
      </Show>
      <Show when={decisions().length > 0 || props.column.source?.note}>
        <div class="panel-section border-0!">
          <h2>Why this type</h2>
          <For each={decisions()}>{(decision) => <p class="text-12 text-fg-2">{decision.reason}</p>}</For>
          <Show when={props.column.source?.note}>{(note) => <p class="text-12 text-fg-2">{note()}</p>}</Show>
        </div>
      </Show>
    </>
  );
}
