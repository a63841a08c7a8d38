import { useSearchParams } from "@solidjs/router";
import { createMemo } from "solid-js";
import { type Filter, filtersFromText, filtersToText, isEmpty, toWhere } from "../../data/filters.ts";
import { joinNames, splitNames } from "../../data/names.ts";
import { remember } from "../../data/remember.ts";
import type { View } from "../../data/rows/fetch.ts";
import { type Sort, sortFromText, sortToText, toggleSort } from "../../data/sort.ts";
import type { Column, Table } from "../../data/types.ts";
import { defaultWidth } from "../../data/widths.ts";

/** What a person has made of a table: order and filters live in the address, widths in the browser. */
export function createTableState(table: Table) {
  const [search, setSearch] = useSearchParams<{ sort?: string; filters?: string; columns?: string; at?: string }>();
  const [widths, setWidths] = remember<Record<string, number>>(`widths.${table.id}`, {});
  const names = new Set(table.columns.map((column) => column.name));
  const byName = new Map(table.columns.map((column) => [column.name, column]));

  const sorts = createMemo(() => sortFromText(search.sort, names));
  const filters = createMemo(() => filtersFromText(search.filters).filter((filter) => names.has(filter.column)));
  const columns = createMemo((): Column[] => {
    const listed = splitNames(search.columns ?? "").flatMap(({ name }) => byName.get(name) ?? []);
    return listed.length > 0 ? listed : table.columns;
  });
  const filtered = createMemo(() => new Set(filters().flatMap((filter) => (isEmpty(filter) ? [] : [filter.column]))));

  // Compared as text, so that an address that says the same does not ask for the rows again. Order of columns is only looks.
  const key = createMemo(() => {
    const where = toWhere(filters(), table.columns);
    const kept = [...columns()].sort((a, b) => table.columns.indexOf(a) - table.columns.indexOf(b));
    return JSON.stringify({ columns: kept.map((column) => column.name), where, sort: sortToText(sorts()) });
  });
  const view = createMemo((): View => {
    const { columns: selected, where, sort } = JSON.parse(key()) as Pick<View, "columns" | "where" | "sort">;
    return { tableId: table.id, version: table.version ?? 1, columns: selected, where, sort };
  });

  const setFilters = (next: Filter[]) => setSearch({ filters: filtersToText(next) }, { replace: true, scroll: false });
  const setSorts = (next: Sort[]) =>
    setSearch({ sort: sortToText(next) || undefined }, { replace: true, scroll: false });
  const setColumns = (next: Column[]) => {
    const isDefault =
      next.length === table.columns.length && next.every((column, index) => column === table.columns[index]);
    const text = isDefault ? undefined : joinNames(next.map((column) => column.name));
    setSearch({ columns: text }, { replace: true, scroll: false });
  };

  return {
    sorts,
    filters,
    filtered,
    columns,
    view,
    setFilters,
    setSorts,
    toggle: (column: string, add: boolean) => setSorts(toggleSort(sorts(), column, add)),
    widths: createMemo(() => columns().map((column) => widths()[column.name] ?? defaultWidth(column))),
    setWidth: (column: string, width: number) => setWidths({ ...widths(), [column]: Math.round(width) }),
    hide: (name: string) => columns().length > 1 && setColumns(columns().filter((column) => column.name !== name)),
    show: (name: string) => {
      const column = byName.get(name);
      if (column && !columns().includes(column)) setColumns([...columns(), column]);
    },
    showAll: () => setColumns(table.columns),
    move: (from: number, to: number) => {
      const next = [...columns()];
      const [moved] = next.splice(from, 1);
      if (moved) next.splice(to, 0, moved);
      setColumns(next);
    },
    at: () => {
      const [row, column] = (search.at ?? "").split(".", 2);
      return row ? { row: Number(row) - 1, column: column ?? "" } : undefined;
    },
    setAt: (row: number, column: string) =>
      setSearch(
        { at: row < 1 && column === columns()[0]?.name ? undefined : `${row + 1}.${column}` },
        { replace: true, scroll: false },
      ),
  };
}

export type TableState = ReturnType<typeof createTableState>;
