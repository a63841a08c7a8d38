import { For, Show } from "solid-js";
import { typeIcons, typeWords } from "../data/kinds.ts";
import type { ColumnType } from "../data/types.ts";
import { Icon } from "./icon.tsx";

type Props = {
  columns: { name: string; type: ColumnType; reason: string }[];
  rows: (string | null)[][];
  label: string;
  busy: boolean;
};

const NUMBERS = new Set<ColumnType>(["int64", "float64", "decimal"]);

/** A few rows as text, under headers that say the type and why. */
export function PreviewGrid(props: Props) {
  const isRight = (column: number) => NUMBERS.has(props.columns[column]?.type ?? "text");
  return (
    // A box that scrolls must be reachable by keyboard.
    // biome-ignore lint/a11y/noNoninteractiveTabindex: see above
    <section class="preview-grid" aria-label={props.label} aria-busy={props.busy} tabIndex={0}>
      <table>
        <thead>
          <tr>
            <For each={props.columns}>
              {(column, index) => (
                <th scope="col" classList={{ num: isRight(index()) }} title={column.reason}>
                  <span class="preview-name">
                    <Icon name={typeIcons[column.type]} size="xs" />
                    <span class="truncate">{column.name}</span>
                  </span>
                  <span class="preview-type">{typeWords[column.type]}</span>
                  <span class="preview-reason">{column.reason}</span>
                </th>
              )}
            </For>
          </tr>
        </thead>
        <tbody>
          <For each={props.rows}>
            {(row) => (
              <tr>
                <For each={row}>
                  {(cell, index) => (
                    <td classList={{ num: isRight(index()), null: cell === null }}>
                      <Show when={cell !== null} fallback="null">
                        <span title={(cell ?? "").length > 24 ? (cell ?? "") : undefined}>{cell}</span>
                      </Show>
                    </td>
                  )}
                </For>
              </tr>
            )}
          </For>
        </tbody>
      </table>
    </section>
  );
}
