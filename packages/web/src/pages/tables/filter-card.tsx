import { Match, Show, Switch } from "solid-js";
import { type Filter, isEmpty } from "../../data/filters.ts";
import { count } from "../../data/format.ts";
import { isNumeric, isTemporal, typeIcons } from "../../data/kinds.ts";
import type { Column } from "../../data/types.ts";
import { Icon } from "../../ui/icon.tsx";
import { IconButton } from "../../ui/icon-button.tsx";
import { FilterRange } from "./filter-range.tsx";
import { FilterValues } from "./filter-values.tsx";

type Props = { column: Column; filter: Filter; onChange: (filter: Filter) => void; onDrop: () => void };

const NULLS = [
  [undefined, "With nulls"],
  ["none", "Without"],
  ["only", "Only nulls"],
] as const;

export function FilterCard(props: Props) {
  const hasRange = () => isNumeric(props.column.type) || isTemporal(props.column.type);
  return (
    <section class="filter-card" aria-label={`Filter ${props.column.name}`}>
      <div class="filter-head">
        <Icon name={typeIcons[props.column.type]} size="xs" />
        <h2 class="truncate text-12! font-medium!">{props.column.name}</h2>
        <span class="ml-auto">
          <IconButton
            icon="close"
            size="sm"
            label={isEmpty(props.filter) ? `Close ${props.column.name}` : `Clear filter ${props.column.name}`}
            onClick={() => props.onDrop()}
          />
        </span>
      </div>
      <Switch>
        <Match when={hasRange() && !props.filter.values}>
          <FilterRange column={props.column} filter={props.filter} onChange={props.onChange} />
        </Match>
        <Match when={true}>
          <FilterValues column={props.column} filter={props.filter} onChange={props.onChange} />
        </Match>
      </Switch>
      <Show when={props.column.stats.nulls > 0}>
        <div class="mt-2 flex items-center gap-2">
          <select
            class="input sm w-auto!"
            aria-label={`Nulls of ${props.column.name}`}
            value={props.filter.nulls ?? ""}
            onChange={(event) => {
              const value = event.currentTarget.value;
              props.onChange({ ...props.filter, nulls: value === "none" || value === "only" ? value : undefined });
            }}
          >
            {NULLS.map(([value, label]) => (
              <option value={value ?? ""}>{label}</option>
            ))}
          </select>
          <span class="text-11 text-fg-3 tabular-nums">{count(props.column.stats.nulls)} nulls</span>
        </div>
      </Show>
    </section>
  );
}
