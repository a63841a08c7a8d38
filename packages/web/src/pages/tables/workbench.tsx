import { createEffect, createMemo, createSignal, on, onCleanup, Show } from "solid-js";
import { cellFilter, type Filter, withFilter, without } from "../../data/filters.ts";
import { count } from "../../data/format.ts";
import { isNumeric } from "../../data/kinds.ts";
import { remember } from "../../data/remember.ts";
import { cellFormat } from "../../data/rows/cell.ts";
import { copyText, MOST_CELLS } from "../../data/rows/copy.ts";
import { createView } from "../../data/rows/view.ts";
import { useShortcuts } from "../../data/shortcuts.ts";
import { complain, toast } from "../../data/toast.ts";
import type { Column, Table } from "../../data/types.ts";
import { Grid, type GridHandle } from "../../grid/grid.tsx";
import { at, bounds, isSingle, type Selection, size } from "../../grid/selection.ts";
import { Button } from "../../ui/button.tsx";
import { EmptyState } from "../../ui/empty-state.tsx";
import { ErrorState } from "../../ui/error-state.tsx";
import { CellMenu, type MenuPlace } from "./cell-menu.tsx";
import { FilterPanel } from "./filter-panel.tsx";
import { RightPanel } from "./right-panel.tsx";
import { createTableState } from "./state.ts";
import { StatusBar } from "./status-bar.tsx";
import { Toolbar } from "./toolbar.tsx";

const AT_REST_MS = 400;
/** Below these the panels lie over the grid, so they open when they are asked for. */
const ROOM_FOR_FILTERS = 800;
const ROOM_FOR_DETAILS = 1200;

/** The grid with its panels. Made anew for each version of a table. */
export function Workbench(props: { table: Table; older?: boolean }) {
  const table = props.table;
  const state = createTableState(table);
  const view = createView(state.view, (asked) => (asked.where ? undefined : (table.rows ?? undefined)));
  const [leftOpen, setLeftOpen] = remember("table.filters", window.innerWidth >= ROOM_FOR_FILTERS);
  const [rightOpen, setRightOpen] = remember("table.details", window.innerWidth >= ROOM_FOR_DETAILS);
  const [selection, setSelection] = createSignal<Selection>(at({ row: 0, column: 0 }));
  const [menu, setMenu] = createSignal<MenuPlace>();
  const [drafts, setDrafts] = createSignal<Filter[]>([]);
  let grid: GridHandle | undefined;

  /** Before the first answer the table itself knows how many there are. */
  const rows = () => (view.source() ? view.rows() : (table.rows ?? 0));
  const head = () => selection().head;
  const column = () => state.columns()[head().column] ?? (state.columns()[0] as Column);
  const area = createMemo(() => bounds(selection(), { rows: rows(), columns: state.columns().length }));
  // A card that is opened but not filled in yet is nothing for the address.
  const cards = createMemo(() => [
    ...state.filters(),
    ...drafts().filter((draft) => !state.filters().some((filter) => filter.column === draft.column)),
  ]);

  const setFilter = (next: Filter) => {
    setDrafts(withFilter(drafts(), { column: next.column }));
    state.setFilters(withFilter(state.filters(), next));
  };
  const openFilter = (name: string) => {
    setLeftOpen(true);
    if (!cards().some((filter) => filter.column === name)) setDrafts([...drafts(), { column: name }]);
  };
  const dropFilter = (name: string) => {
    setDrafts(without(drafts(), name));
    state.setFilters(without(state.filters(), name));
  };
  const clearFilters = () => {
    setDrafts([]);
    state.setFilters([]);
  };
  const filterByCell = (exclude: boolean) => {
    const value = view.source()?.value(head().row, column().name);
    if (head().row < 0 || value === undefined) return openFilter(column().name);
    setFilter(cellFilter(column(), value === null ? null : cellFormat(column()).exact(value), exclude));
  };

  const abort = new AbortController();
  onCleanup(() => abort.abort(new DOMException("Left", "AbortError")));
  async function copy(header: boolean) {
    const source = view.source();
    const shown = view.shown();
    const { rows: tall, columns: wide } = size(area());
    if (!source || !shown || tall === 0) return;
    if (tall * wide > MOST_CELLS) {
      toast("That is too much to copy", {
        tone: "bad",
        detail: `${count(tall * wide)} cells; download the table instead.`,
      });
      return;
    }
    const chosen = state.columns().slice(area().left, area().right + 1);
    try {
      // Safari allows a late clipboard write only for an item that was promised at once.
      const text = copyText(area(), chosen, header, source, shown, abort.signal);
      const blob = text.then((value) => new Blob([value], { type: "text/plain" }));
      await navigator.clipboard.write([new ClipboardItem({ "text/plain": blob })]);
      if (tall * wide > 1) toast(`Copied ${count(tall)} × ${count(wide)} cells`, { tone: "ok" });
    } catch (error) {
      complain("The cells could not be copied")(error);
    }
  }

  const onKey = (event: KeyboardEvent): boolean => {
    const mod = event.metaKey || event.ctrlKey;
    const key = event.key.toLowerCase();
    if (mod && key === "c") void copy(event.shiftKey);
    else if (mod || event.altKey) return false;
    else if (key === "f") filterByCell(event.shiftKey);
    else if (key === "s") state.toggle(column().name, event.shiftKey);
    else if (key === "[") setLeftOpen(!leftOpen());
    else if (key === "]") setRightOpen(!rightOpen());
    else if (key === "escape" && !isSingle(selection())) setSelection(at(head()));
    else return false;
    return true;
  };
  const group = "Table";
  useShortcuts(
    [
      { keys: "f", label: "Filter by cell", run: () => filterByCell(false) },
      { keys: "Shift+f", label: "Exclude the cell's value", run: () => filterByCell(true) },
      { keys: "s", label: "Sort by column", run: () => state.toggle(column().name, false) },
      { keys: "[", label: "Filters", run: () => setLeftOpen(!leftOpen()) },
      { keys: "]", label: "Details", run: () => setRightOpen(!rightOpen()) },
      { keys: "mod+c", label: "Copy cells", run: () => void copy(false), listed: true },
    ].map((item) => ({ ...item, group })),
  );

  // The first rows of a new view are shown from the top; a link may say where to be.
  const [placed, setPlaced] = createSignal(false);
  createEffect(
    on(view.shown, (shown) => {
      if (!shown) return;
      const wanted = placed() ? undefined : state.at();
      const index = state.columns().findIndex((entry) => entry.name === wanted?.column);
      const cell = {
        row: Math.min(wanted?.row ?? 0, Math.max(0, rows() - 1)),
        column: wanted ? Math.max(0, index) : head().column,
      };
      setPlaced(true);
      setSelection(at(cell));
      queueMicrotask(() => grid?.goTo(cell));
    }),
  );
  createEffect(
    on(
      head,
      (cell) => {
        if (!placed() || cell.row < 0) return;
        const timer = setTimeout(() => state.setAt(cell.row, column().name), AT_REST_MS);
        onCleanup(() => clearTimeout(timer));
      },
      { defer: true },
    ),
  );

  const spoken = () => {
    if (head().row < 0) return `Header of ${column().name}`;
    view.tick();
    const value = view.source()?.value(head().row, column().name);
    const text = value === undefined ? "loading" : value === null ? "null" : cellFormat(column()).show(value);
    return `${column().name}, row ${count(head().row + 1)}: ${text}`;
  };

  return (
    <div class="workbench">
      <h1 class="sr">{table.name}</h1>
      <Toolbar
        table={table}
        state={state}
        older={props.older ?? false}
        leftOpen={leftOpen()}
        rightOpen={rightOpen()}
        onLeft={() => setLeftOpen(!leftOpen())}
        onRight={() => setRightOpen(!rightOpen())}
        onCopy={() => void copy(true)}
        onFilter={openFilter}
      />
      <Show when={leftOpen()}>
        <FilterPanel
          table={table}
          filters={cards()}
          active={state.filtered().size}
          onChange={setFilter}
          onDrop={dropFilter}
          onAdd={openFilter}
          onClear={clearFilters}
        />
      </Show>
      <div class="workbench-grid">
        <Show when={view.loading() && view.source() !== undefined}>
          <div class="bar unknown absolute! inset-x-0 top-0 z-10 h-0.5!">
            <i />
          </div>
        </Show>
        <Grid
          label={`Rows of ${table.name}`}
          columns={state.columns()}
          widths={state.widths()}
          rows={rows()}
          allRows={table.rows ?? 0}
          source={view.source()}
          tick={view.tick()}
          sorts={state.sorts()}
          filtered={state.filtered()}
          selection={selection()}
          onSelect={setSelection}
          onSort={(sorted, add) => state.toggle(sorted.name, add)}
          onMenu={setMenu}
          onResize={(resized, width) => state.setWidth(resized.name, width)}
          onMove={state.move}
          onKey={onKey}
          ref={(handle) => {
            grid = handle;
            handle.focus();
          }}
        />
        <div class="sr" aria-live="polite">
          {spoken()}
        </div>
        <Show when={view.source() && rows() === 0 && !view.loading()}>
          <div class="absolute inset-x-0 top-24">
            <EmptyState
              icon="filter"
              title={state.filtered().size > 0 ? "No rows match" : "This table has no rows"}
              actions={
                <Show when={state.filtered().size > 0}>
                  <Button tone="primary" onClick={clearFilters}>
                    Clear filters
                  </Button>
                  <Button onClick={() => dropFilter(state.filters().at(-1)?.column ?? "")}>Undo last</Button>
                </Show>
              }
            >
              <Show when={state.filtered().size > 0}>
                {state.filtered().size === 1 ? "One filter hides" : `${state.filtered().size} filters hide`} all{" "}
                {count(table.rows ?? 0)} rows.
              </Show>
            </EmptyState>
          </div>
        </Show>
        <Show when={view.error()}>
          <div class="absolute inset-x-0 top-20 mx-auto w-fit rounded-3 bg-raised shadow-lg">
            <ErrorState
              error={view.error()}
              what="The rows did not load"
              kept="What you set is kept."
              onRetry={view.retry}
            />
          </div>
        </Show>
      </div>
      <Show when={rightOpen()}>
        <RightPanel
          table={table}
          column={column()}
          columns={state.columns()}
          row={head().row}
          source={view.source()}
          tick={view.tick()}
          where={state.view().where}
          onFilter={openFilter}
        />
      </Show>
      <StatusBar
        table={table}
        state={state}
        rows={rows()}
        loading={view.loading()}
        ms={view.ms()}
        selection={selection()}
        area={area()}
        source={view.source()}
        tick={view.tick()}
      />
      <CellMenu
        place={menu()}
        column={state.columns()[menu()?.cell.column ?? 0]}
        state={state}
        onClose={() => {
          setMenu(undefined);
          grid?.focus();
        }}
        onCopy={(withNames) => void copy(withNames)}
        onFilterBy={filterByCell}
        onFilter={openFilter}
        isNumeric={isNumeric(column().type)}
      />
    </div>
  );
}
