import { createMemo, createSignal, For, onCleanup, Show } from "solid-js";
import type { Filter } from "../../data/filters.ts";
import { count, plural } from "../../data/format.ts";
import type { Column } from "../../data/types.ts";
import { Input } from "../../ui/input.tsx";

type Props = { column: Column; filter: Filter; onChange: (filter: Filter) => void };

const SHOWN = 8;
const TYPING_MS = 250;

/** The most common values to tick, and a box for what a value contains. */
export function FilterValues(props: Props) {
  const [all, setAll] = createSignal(false);
  const top = () => props.column.stats.top ?? [];
  const most = () => Math.max(1, ...top().map((entry) => entry.count));
  const entries = createMemo(() => {
    const known = new Set(top().map((entry) => entry.value));
    const others = (props.filter.values ?? [])
      .filter((value) => !known.has(value))
      .map((value) => ({ value, count: undefined }));
    // What is chosen shows, however far down the list it stands.
    const listed = top().filter((entry, index) => all() || index < SHOWN || props.filter.values?.includes(entry.value));
    return [...others, ...listed];
  });
  const isOn = (value: string) => {
    const { values, exclude } = props.filter;
    if (!values) return true;
    return values.includes(value) !== (exclude ?? false);
  };
  /** With nothing chosen all boxes are ticked; the first click then means "only this one". */
  const toggle = (value: string) => {
    const { values, exclude, ...rest } = props.filter;
    if (!values) return props.onChange({ ...rest, values: [value] });
    const next = values.includes(value) ? values.filter((other) => other !== value) : [...values, value];
    props.onChange(next.length === 0 ? rest : { ...rest, values: next, ...(exclude ? { exclude } : {}) });
  };

  let timer: ReturnType<typeof setTimeout> | undefined;
  onCleanup(() => clearTimeout(timer));
  const type = (text: string) => {
    clearTimeout(timer);
    timer = setTimeout(() => props.onChange({ ...props.filter, contains: text || undefined }), TYPING_MS);
  };

  return (
    <>
      <For each={entries()}>
        {(entry) => (
          <label class="filter-value">
            <input type="checkbox" class="check" checked={isOn(entry.value)} onChange={() => toggle(entry.value)} />
            <span class="truncate" title={entry.value}>
              {entry.value === "" ? <i class="text-fg-3">empty</i> : entry.value}
            </span>
            <span class={`share-bar ${isOn(entry.value) ? "" : "off"}`}>
              <i style={{ width: `${(100 * (entry.count ?? 0)) / most()}%` }} />
            </span>
            <span class="text-right text-fg-3 tabular-nums">{entry.count === undefined ? "" : count(entry.count)}</span>
          </label>
        )}
      </For>
      <Show when={top().length > SHOWN}>
        <button type="button" class="link my-1 text-11!" onClick={() => setAll(!all())}>
          {all() ? "Fewer" : `${top().length - entries().filter((entry) => entry.count !== undefined).length} more`}
        </button>
      </Show>
      <Show when={props.column.type === "text" && props.column.stats.distinct > 2}>
        <Input
          small
          icon="search"
          class="mt-1"
          aria-label={`${props.column.name} contains`}
          placeholder={`Contains… (${plural(props.column.stats.distinct, "value")})`}
          value={props.filter.contains ?? ""}
          onText={type}
        />
      </Show>
    </>
  );
}
