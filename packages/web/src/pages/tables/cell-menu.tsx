import * as Kobalte from "@kobalte/core/dropdown-menu";
import { Show } from "solid-js";
import { toggleSort } from "../../data/sort.ts";
import type { Column } from "../../data/types.ts";
import type { Cell } from "../../grid/selection.ts";
import { MenuEntries, type MenuEntry } from "../../ui/menu.tsx";
import type { TableState } from "./state.ts";

export type MenuPlace = { x: number; y: number; cell: Cell };

type Props = {
  place: MenuPlace | undefined;
  column: Column | undefined;
  state: TableState;
  onClose: () => void;
  onCopy: (withNames: boolean) => void;
  onFilterBy: (exclude: boolean) => void;
  onFilter: (column: string) => void;
  isNumeric: boolean;
};

/** One menu for all headers and cells, opened where it is asked for. */
export function CellMenu(props: Props) {
  const sort = (column: string, descending: boolean) => props.state.setSorts([{ column, descending }]);
  const entries = (column: Column): MenuEntry[] => {
    const { state } = props;
    const index = state.columns().indexOf(column);
    const sorted = state.sorts().some((entry) => entry.column === column.name);
    const cell: MenuEntry[] =
      (props.place?.cell.row ?? -1) < 0
        ? []
        : [
            { label: "Filter by this value", icon: "filter", keys: "F", run: () => props.onFilterBy(false) },
            { label: "Exclude this value", icon: "eyeOff", keys: "⇧F", run: () => props.onFilterBy(true) },
            { label: "Copy", icon: "copy", run: () => props.onCopy(false) },
            { label: "Copy with column names", icon: "copy", run: () => props.onCopy(true) },
            "line",
          ];
    return [
      ...cell,
      { caption: column.name },
      { label: "Sort ascending", icon: "arrowUp", run: () => sort(column.name, false) },
      { label: "Sort descending", icon: "arrowDown", run: () => sort(column.name, true) },
      {
        label: "Add to the sort",
        icon: "sort",
        run: () => state.setSorts(toggleSort(state.sorts(), column.name, true)),
      },
      {
        ...{ label: "Do not sort by it", icon: "close", disabled: !sorted },
        run: () => state.setSorts(state.sorts().filter((entry) => entry.column !== column.name)),
      },
      "line",
      { label: "Filter…", icon: "filter", run: () => props.onFilter(column.name) },
      { label: "Move left", icon: "chevronLeft", disabled: index <= 0, run: () => state.move(index, index - 1) },
      {
        ...{ label: "Move right", icon: "chevronRight", disabled: index >= state.columns().length - 1 },
        run: () => state.move(index, index + 1),
      },
      { label: "Hide", icon: "eyeOff", disabled: state.columns().length === 1, run: () => state.hide(column.name) },
    ];
  };
  return (
    <Kobalte.Root
      modal={false}
      open={props.place !== undefined}
      onOpenChange={(open) => !open && props.onClose()}
      getAnchorRect={() => ({ x: props.place?.x ?? 0, y: props.place?.y ?? 0, width: 0, height: 0 })}
      placement="bottom-start"
      gutter={0}
    >
      <Kobalte.Portal>
        <Kobalte.Content class="menu" aria-label={`Menu of ${props.column?.name ?? "column"}`}>
          <Show when={props.column}>{(column) => <MenuEntries entries={entries(column())} />}</Show>
        </Kobalte.Content>
      </Kobalte.Portal>
    </Kobalte.Root>
  );
}
