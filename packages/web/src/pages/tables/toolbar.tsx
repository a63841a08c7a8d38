import { For, Show } from "solid-js";
import { downloadTable, follow } from "../../data/download.ts";
import { href } from "../../data/http.ts";
import { viewQuery } from "../../data/rows/fetch.ts";
import { complain, toast } from "../../data/toast.ts";
import type { Table } from "../../data/types.ts";
import { Button } from "../../ui/button.tsx";
import { Icon } from "../../ui/icon.tsx";
import { Menu, type MenuEntry } from "../../ui/menu.tsx";
import { ColumnPicker } from "./column-picker.tsx";
import type { TableState } from "./state.ts";

const MOST_ROWS = 100_000;

type Props = {
  table: Table;
  state: TableState;
  leftOpen: boolean;
  rightOpen: boolean;
  onLeft: () => void;
  onRight: () => void;
  onCopy: () => void;
  onFilter: (column: string) => void;
};

export function Toolbar(props: Props) {
  const rowsAs = (format: "csv" | "ndjson") => {
    // The address carries the accept header's word, because a link cannot.
    const accept = format === "csv" ? "text/csv" : "application/x-ndjson";
    fetch(href(`/api/v1/tables/${props.table.id}/rows`, { ...viewQuery(props.state.view()), limit: MOST_ROWS }), {
      headers: { accept },
    })
      .then((response) => response.blob())
      .then((blob) => {
        const url = URL.createObjectURL(blob);
        follow(url);
        URL.revokeObjectURL(url);
      })
      .catch(complain("The download did not start"));
  };
  const downloads = (): MenuEntry[] => [
    { caption: "The whole table" },
    { label: "Parquet", icon: "download", run: () => void downloadTable(props.table.id) },
    { caption: "What the grid shows" },
    { label: "CSV", icon: "download", run: () => rowsAs("csv") },
    { label: "NDJSON", icon: "download", run: () => rowsAs("ndjson") },
  ];
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
      <Menu label="Download" entries={downloads()} class="btn">
        <Icon name="download" size="s" />
        Download
        <Icon name="chevronDown" size="xs" />
      </Menu>
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
