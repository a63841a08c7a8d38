import { For, Show } from "solid-js";
import type { Filter } from "../../data/filters.ts";
import { count } from "../../data/format.ts";
import { typeIcons } from "../../data/kinds.ts";
import type { Table } from "../../data/types.ts";
import { Button } from "../../ui/button.tsx";
import { Icon } from "../../ui/icon.tsx";
import { Menu } from "../../ui/menu.tsx";
import { FilterCard } from "./filter-card.tsx";

type Props = {
  table: Table;
  filters: Filter[];
  active: number;
  onChange: (filter: Filter) => void;
  onDrop: (column: string) => void;
  onAdd: (column: string) => void;
  onClear: () => void;
};

export function FilterPanel(props: Props) {
  const byName = (name: string) => props.table.columns.find((column) => column.name === name);
  const add = () =>
    props.table.columns
      .filter((column) => !props.filters.some((filter) => filter.column === column.name))
      .map((column) => ({ label: column.name, icon: typeIcons[column.type], run: () => props.onAdd(column.name) }));
  // Cards are kept by the column's name, so that typing in one does not make it anew.
  const names = () => props.filters.map((filter) => filter.column);

  return (
    <aside class="panel left" aria-label="Filters">
      <div class="panel-head">
        <Icon name="filter" size="s" />
        Filters
        <Show when={props.active > 0}>
          <span class="badge acc">{props.active}</span>
        </Show>
        <span class="ml-auto flex items-center">
          <Show when={props.filters.length > 0}>
            <Button tone="ghost" size="sm" onClick={() => props.onClear()}>
              Clear
            </Button>
          </Show>
          <Menu label="Add a filter" entries={add()}>
            <Icon name="plus" size="s" />
          </Menu>
        </span>
      </div>
      <div class="scroll min-h-0 grow">
        <For
          each={names()}
          fallback={
            <div class="px-3 py-3 text-12 text-fg-2">
              <p>Nothing is filtered. Begin with a column:</p>
              <ul class="mt-2 -mx-2">
                <For each={props.table.columns.slice(0, 12)}>
                  {(column) => (
                    <li>
                      <button type="button" class="menu-item" onClick={() => props.onAdd(column.name)}>
                        <Icon name={typeIcons[column.type]} size="xs" />
                        <span class="truncate">{column.name}</span>
                        <span class="end text-11 text-fg-3">{count(column.stats.distinct)}</span>
                      </button>
                    </li>
                  )}
                </For>
              </ul>
            </div>
          }
        >
          {(name) => (
            <Show when={byName(name)}>
              {(column) => (
                <FilterCard
                  column={column()}
                  filter={props.filters.find((filter) => filter.column === name) ?? { column: name }}
                  onChange={props.onChange}
                  onDrop={() => props.onDrop(name)}
                />
              )}
            </Show>
          )}
        </For>
      </div>
      <div class="flex h-8 items-center border-t border-line px-3 text-12 tabular-nums">
        <b class="font-semibold">{count(props.table.rows ?? 0)}</b>
        <span class="px-1 text-fg-2">×</span>
        <b class="font-semibold">{props.table.columns.length}</b>
      </div>
    </aside>
  );
}
