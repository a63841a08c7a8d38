import * as Kobalte from "@kobalte/core/popover";
import { createSignal, For, Show } from "solid-js";
import { typeIcons } from "../../data/kinds.ts";
import type { Table } from "../../data/types.ts";
import { Checkbox } from "../../ui/checkbox.tsx";
import { Icon } from "../../ui/icon.tsx";
import { Input } from "../../ui/input.tsx";
import type { TableState } from "./state.ts";

/** Which columns show; hidden ones stay findable here. */
export function ColumnPicker(props: { table: Table; state: TableState }) {
  const [text, setText] = createSignal("");
  const hidden = () => props.table.columns.length - props.state.columns().length;
  const found = () => props.table.columns.filter((column) => column.name.toLowerCase().includes(text().toLowerCase()));
  const isShown = (name: string) => props.state.columns().some((column) => column.name === name);
  return (
    <Kobalte.Root placement="bottom-start" gutter={4}>
      <Kobalte.Trigger class="btn ghost">
        <Icon name="columns" size="s" />
        Columns
        <Show when={hidden() > 0}>
          <span class="badge">{hidden()} hidden</span>
        </Show>
      </Kobalte.Trigger>
      <Kobalte.Portal>
        <Kobalte.Content class="menu w-64" aria-label="Columns">
          <div class="flex items-center gap-2 p-1">
            <Input
              icon="search"
              small
              aria-label="Find a column"
              placeholder="Find a column"
              value={text()}
              onText={setText}
            />
            <button type="button" class="link px-1" onClick={() => props.state.showAll()}>
              All
            </button>
          </div>
          <ul>
            <For each={found()}>
              {(column) => (
                <li class="menu-item">
                  <Checkbox
                    checked={isShown(column.name)}
                    onChange={(on) => (on ? props.state.show(column.name) : props.state.hide(column.name))}
                  >
                    <Icon name={typeIcons[column.type]} size="xs" class="text-fg-3" />
                    <span class="truncate">{column.name}</span>
                  </Checkbox>
                </li>
              )}
            </For>
          </ul>
        </Kobalte.Content>
      </Kobalte.Portal>
    </Kobalte.Root>
  );
}
