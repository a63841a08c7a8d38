import { createMemo, Show } from "solid-js";
import { count, duration, number, plural } from "../../data/format.ts";
import type { RowSource } from "../../data/rows/source.ts";
import { sumsOf } from "../../data/rows/sums.ts";
import type { Table } from "../../data/types.ts";
import { type Bounds, isSingle, type Selection, size } from "../../grid/selection.ts";
import { Icon } from "../../ui/icon.tsx";
import { Kbd } from "../../ui/kbd.tsx";
import type { TableState } from "./state.ts";

type Props = {
  table: Table;
  state: TableState;
  rows: number;
  loading: boolean;
  ms: number | undefined;
  selection: Selection;
  area: Bounds;
  source: RowSource | undefined;
  tick: number;
};

export function StatusBar(props: Props) {
  const isFiltered = () => props.state.filtered().size > 0;
  const hidden = () => props.table.columns.length - props.state.columns().length;
  const chosen = () => (isSingle(props.selection) ? undefined : size(props.area));
  const sums = createMemo(() => {
    props.tick;
    return chosen()
      ? sumsOf(props.area, props.state.columns().slice(props.area.left, props.area.right + 1), props.source)
      : undefined;
  });
  const verb = () => (isFiltered() ? "Filtered" : props.state.sorts().length > 0 ? "Sorted" : "Read");
  return (
    <div class="statusbar" data-testid="status">
      <span>
        <b>{count(props.rows)}</b>
        {isFiltered() ? ` of ${count(props.table.rows ?? 0)} rows` : " rows"}
      </span>
      <Show when={chosen()}>
        {(area) => (
          <span class="flex items-center gap-1 text-accent">
            <Icon name="check" size="xs" />
            <b class="text-accent!">{count(area().rows)}</b> × {count(area().columns)} selected
          </span>
        )}
      </Show>
      <Show when={sums()}>
        {(data) => (
          <span>
            Sum <b>{number(data().sum, 6)}</b> · mean <b>{number(data().mean)}</b>
          </span>
        )}
      </Show>
      <Show when={!chosen()}>
        <span>
          Row <b>{count(Math.max(0, props.selection.head.row) + 1)}</b>
        </span>
      </Show>
      <span>
        {plural(props.table.columns.length, "column")}
        {hidden() > 0 ? `, ${hidden()} hidden` : ""}
      </span>
      <span class="ml-auto">
        {props.loading ? "Reading…" : props.ms === undefined ? "" : `${verb()} in ${duration(props.ms)}`}
      </span>
      <span class="flex items-center gap-1">
        <Kbd>F</Kbd> filter
      </span>
      <span class="flex items-center gap-1">
        <Kbd>S</Kbd> sort
      </span>
      <span class="flex items-center gap-1">
        <Kbd>?</Kbd> shortcuts
      </span>
    </div>
  );
}
