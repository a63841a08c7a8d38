import { For, Match, Show, Switch } from "solid-js";
import { picture, summary } from "../../data/column-words.ts";
import { typeIcons, typeWords } from "../../data/kinds.ts";
import type { Column } from "../../data/types.ts";
import { Shares } from "../../grid/shares.tsx";
import { Histogram } from "../../ui/histogram.tsx";
import { Icon } from "../../ui/icon.tsx";

const SHOWN = 20;

/** Every column with how its values are spread, as far as its statistics say. */
export function ColumnLooks(props: { columns: Column[]; rows: number }) {
  const hidden = () => props.columns.length - SHOWN;
  return (
    <Show when={props.columns.length > 0}>
      <div class="panel-section">
        <h2>Columns</h2>
        <ul class="look-columns">
          <For each={props.columns.slice(0, SHOWN)}>
            {(column) => (
              <li>
                <Icon name={typeIcons[column.type]} size="xs" class="text-fg-3" />
                <span class="truncate" title={`${column.name}: ${typeWords[column.type]}`}>
                  {column.name}
                </span>
                <Spread column={column} rows={props.rows} />
                <span class="truncate text-right text-11 text-fg-3 tabular-nums" title={summary(column)}>
                  {summary(column)}
                </span>
              </li>
            )}
          </For>
        </ul>
        <Show when={hidden() > 0}>
          <p class="mt-1 text-11 text-fg-3">and {hidden()} more</p>
        </Show>
      </div>
    </Show>
  );
}

function Spread(props: { column: Column; rows: number }) {
  const drawn = () => picture(props.column, props.rows);
  const bars = () => {
    const shown = drawn();
    return shown.kind === "bars" ? shown.counts : undefined;
  };
  const shares = () => {
    const shown = drawn();
    return shown.kind === "shares" ? shown.shares : undefined;
  };
  return (
    <span class="look-spread">
      <Switch>
        <Match when={bars()}>
          {(counts) => (
            <Histogram counts={counts()} height={16} class="h-4 w-full" label={`Spread of ${props.column.name}`} />
          )}
        </Match>
        <Match when={shares()}>{(parts) => <Shares parts={parts()} />}</Match>
      </Switch>
    </span>
  );
}
