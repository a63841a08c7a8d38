import { For, Show } from "solid-js";
import { count } from "../../data/format.ts";
import { cellFormat } from "../../data/rows/cell.ts";
import type { RowSource } from "../../data/rows/source.ts";
import type { Column } from "../../data/types.ts";
import { CopyButton } from "../../ui/copy-button.tsx";

type Props = { columns: Column[]; column: Column; row: number; source: RowSource | undefined; tick: number };

/** The current row with its exact values, for wide tables and long texts. */
export function RowFacts(props: Props) {
  const text = (column: Column) => {
    props.tick;
    const value = props.source?.value(Math.max(0, props.row), column.name);
    return value === undefined ? undefined : value === null ? null : cellFormat(column).exact(value);
  };
  const all = () =>
    JSON.stringify(Object.fromEntries(props.columns.map((column) => [column.name, text(column) ?? null])), null, 2);
  return (
    <div class="panel-section border-0!">
      <h2>
        Row {count(Math.max(0, props.row) + 1)}
        <span class="ml-auto">
          <CopyButton text={all()} label="Copy as JSON" />
        </span>
      </h2>
      <dl class="kv">
        <For each={props.columns}>
          {(column) => (
            <>
              <dt class={`truncate ${column === props.column ? "font-semibold text-fg!" : ""}`} title={column.name}>
                {column.name}
              </dt>
              <dd class="wrap-anywhere max-h-40 overflow-auto whitespace-pre-wrap">
                <Show when={text(column) !== null} fallback={<i class="text-fg-3">null</i>}>
                  {text(column) ?? "…"}
                </Show>
              </dd>
            </>
          )}
        </For>
      </dl>
    </div>
  );
}
