import { For } from "solid-js";
import { typeIcons, typeWords } from "../../data/kinds.ts";
import { type CellFormat, cellFormat } from "../../data/rows/cell.ts";
import type { CellValue } from "../../data/rows/page.ts";
import type { Column } from "../../data/types.ts";
import { Icon } from "../../ui/icon.tsx";

/** A few rows in little room, of the first columns. */
export function FirstRows(props: { columns: Column[]; rows: Record<string, CellValue>[] }) {
  const shown = () => props.columns.map((column) => ({ column, format: cellFormat(column) }));
  return (
    // A box that scrolls must be reachable by keyboard.
    // biome-ignore lint/a11y/noNoninteractiveTabindex: see above
    <section class="look-rows" aria-label="First rows" tabIndex={0}>
      <table>
        <thead>
          <tr>
            <For each={shown()}>
              {({ column, format }) => (
                <th scope="col" classList={{ num: format.right }} title={`${column.name}: ${typeWords[column.type]}`}>
                  <span class="flex items-center gap-1">
                    <Icon name={typeIcons[column.type]} size="xs" class="flex-none" />
                    <span class="truncate">{column.name}</span>
                  </span>
                </th>
              )}
            </For>
          </tr>
        </thead>
        <tbody>
          <For each={props.rows}>
            {(row) => (
              <tr>
                <For each={shown()}>
                  {({ column, format }) => <Cell value={row[column.name] ?? null} format={format} />}
                </For>
              </tr>
            )}
          </For>
        </tbody>
      </table>
    </section>
  );
}

const Cell = (props: { value: CellValue; format: CellFormat }) => (
  <td classList={{ num: props.format.right, null: props.value === null }} title={props.format.exact(props.value)}>
    {props.value === null ? "null" : props.format.show(props.value)}
  </td>
);
