import { For, Show } from "solid-js";
import { compared, dateRange, ends, facts, value } from "../../data/column-words.ts";
import { count } from "../../data/format.ts";
import { isNumeric } from "../../data/kinds.ts";
import { sentence } from "../../data/problem.ts";
import type { Column, ColumnStatistics, ImportReport } from "../../data/types.ts";
import { Histogram } from "../../ui/histogram.tsx";
import { Skeleton } from "../../ui/skeleton.tsx";
import { ColumnCommon } from "./column-common.tsx";

type Props = {
  column: Column;
  rows: number;
  report: ImportReport | null;
  isFiltered: boolean;
  /** The same of the filtered rows, once it is here. */
  filtered: ColumnStatistics | undefined;
  error: unknown;
};

export function ColumnFacts(props: Props) {
  const decisions = () => (props.report?.decisions ?? []).filter((decision) => decision.column === props.column.name);
  /** When the numbers of the filtered rows cannot be had, those of all are better than grey boxes. */
  const isCompared = () => props.isFiltered && !props.error;
  const hasPicture = () => props.column.stats.histogram !== undefined;
  return (
    <>
      <Show when={props.isFiltered && props.error}>
        {(error) => (
          <p class="panel-section wrap-anywhere text-12 text-bad" role="alert">
            These are the numbers of all rows; those of the filtered ones did not load. {sentence(error())}
          </p>
        )}
      </Show>
      <Show when={hasPicture()}>
        <div class="panel-section">
          <h2>
            Distribution
            <span class="ml-auto text-11 font-normal text-fg-3 tabular-nums">
              <Show when={isCompared()} fallback={`${count(props.rows)} rows`}>
                {props.filtered ? `${count(props.filtered.rows)} filtered rows` : ""}
              </Show>
            </span>
          </h2>
          <Show when={isCompared()} fallback={<Distribution column={props.column} />}>
            <Show when={props.filtered} fallback={<Skeleton height="80px" />}>
              {(filtered) => <Distribution column={filtered().column} />}
            </Show>
            <p class="mt-3 flex text-11 text-fg-3">
              All <span class="ml-auto tabular-nums">{count(props.rows)} rows</span>
            </p>
            <Distribution column={props.column} soft />
          </Show>
        </div>
      </Show>
      <div class="panel-section">
        <Show when={isCompared()} fallback={<Facts column={props.column} rows={props.rows} />}>
          <Compared {...props} />
        </Show>
      </div>
      <ColumnCommon column={props.column} filtered={props.isFiltered ? props.filtered?.column : undefined} />
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

function Distribution(props: { column: Column; soft?: boolean }) {
  const axis = () => {
    const edges = props.column.stats.histogram?.edges ?? [];
    const [first, last] = [edges[0] ?? "", edges.at(-1) ?? ""];
    if (isNumeric(props.column.type)) return [value(first), value(last)];
    return dateRange(String(first), String(last)).split(" – ");
  };
  return (
    <Show when={props.column.stats.histogram} fallback={<p class="text-12 text-fg-3">No values</p>}>
      {(drawn) => (
        <>
          <Histogram
            counts={drawn().counts}
            height={props.soft ? 28 : 60}
            class={`w-full ${props.soft ? "h-8" : "h-16"}`}
            label={`Distribution of ${props.column.name}${props.soft ? ", all rows" : ""}`}
            {...(props.soft ? { within: () => false } : {})}
          />
          <div class="axis">
            <For each={axis()}>{(end) => <span>{end}</span>}</For>
          </div>
        </>
      )}
    </Show>
  );
}

function Facts(props: { column: Column; rows: number }) {
  return (
    <>
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
    </>
  );
}

function Compared(props: Props) {
  const rows = () => [
    ...compared(props.filtered, { column: props.column, rows: props.rows }),
    ...ends(props.column).map(
      ([name, text]) =>
        [name, props.filtered && new Map(ends(props.filtered.column)).get(name), text] as [string, string?, string?],
    ),
  ];
  return (
    <table class="compared">
      <thead>
        <tr>
          <th>
            <span class="sr">Number</span>
          </th>
          <th scope="col">Filtered</th>
          <th scope="col">All</th>
        </tr>
      </thead>
      <tbody>
        <For each={rows()}>
          {([name, some, all]) => (
            <tr>
              <th scope="row">{name}</th>
              <td>
                <Show when={some !== undefined} fallback={<Skeleton width="40px" class="ml-auto" />}>
                  {some}
                </Show>
              </td>
              <td>{all}</td>
            </tr>
          )}
        </For>
      </tbody>
    </table>
  );
}
