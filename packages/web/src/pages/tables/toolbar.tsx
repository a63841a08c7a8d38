import { For, Show } from "solid-js";
import { complain, toast } from "../../data/toast.ts";
import type { Table } from "../../data/types.ts";
import { Button } from "../../ui/button.tsx";
import { Icon } from "../../ui/icon.tsx";
import { ColumnPicker } from "./column-picker.tsx";
import { DownloadMenu } from "./download-menu.tsx";
import type { TableState } from "./state.ts";

type Props = {
  table: Table;
  state: TableState;
  /** Not the newest version. */
  older: boolean;
  leftOpen: boolean;
  rightOpen: boolean;
  onLeft: () => void;
  onRight: () => void;
  onCopy: () => void;
  onFilter: (column: string) => void;
};

export function Toolbar(props: Props) {
  /** Only when there is less or otherwise than in the whole table. */
  const view = () => {
    const columns = props.state.columns().map((column) => column.name);
    const isAll = columns.length === props.table.columns.length;
    const isPlain = isAll && columns.every((name, index) => name === props.table.columns[index]?.name);
    if (isPlain && props.state.filtered().size === 0 && props.state.sorts().length === 0) return undefined;
    return { ...props.state.view(), columns };
  };
  const link = () =>
    navigator.clipboard
      .writeText(location.href)
      .then(
        () => toast("The link is copied", { tone: "ok", detail: "It opens with these filters and this order." }),
        complain("The link could not be copied"),
      );

  return (
    <div class="toolbar" role="toolbar" aria-label="Table">
      <Button tone="ghost" icon="filter" on={props.leftOpen} onClick={() => props.onLeft()}>
        Filters
        <Show when={props.state.filtered().size > 0}>
          <span class="badge acc">{props.state.filtered().size}</span>
        </Show>
      </Button>
      <ColumnPicker table={props.table} state={props.state} />
      <Show when={props.state.sorts().length > 0}>
        <span class="vsep" />
        <span class="flex min-w-0 items-center gap-1 overflow-hidden">
          <span class="px-1 text-12 text-fg-3">Sorted by</span>
          <For each={props.state.sorts()}>
            {(sort) => (
              <span class="chip">
                <button type="button" class="f" onClick={() => props.state.toggle(sort.column, true)}>
                  {sort.column}
                  <Icon name={sort.descending ? "arrowDown" : "arrowUp"} size="xs" />
                </button>
                <button
                  type="button"
                  class="x"
                  aria-label={`Do not sort by ${sort.column}`}
                  onClick={() =>
                    props.state.setSorts(props.state.sorts().filter((other) => other.column !== sort.column))
                  }
                >
                  <Icon name="close" size="xs" />
                </button>
              </span>
            )}
          </For>
        </span>
      </Show>
      <span class="ml-auto" />
      <Button tone="ghost" icon="copy" onClick={() => props.onCopy()}>
        Copy
      </Button>
      <Button tone="ghost" icon="link" onClick={() => void link()}>
        Link
      </Button>
      <DownloadMenu
        table={props.table}
        version={props.table.version ?? 1}
        columns={props.table.columns.map((column) => column.name)}
        older={props.older}
        view={view()}
        mayTransfer={props.table.privileges.includes("transfer")}
      />
      <span class="vsep" />
      <Button
        tone="ghost"
        icon="panelRight"
        class="icon"
        on={props.rightOpen}
        aria-label="Details"
        title="Details"
        onClick={() => props.onRight()}
      />
    </div>
  );
}
