import { keepPreviousData, useQuery } from "@tanstack/solid-query";
import { createSignal, For, Show } from "solid-js";
import { count } from "../../data/format.ts";
import { loaded } from "../../data/loaded.ts";
import { queries } from "../../data/queries.ts";
import { chosen } from "../../data/search-text.ts";
import type { AccessWay } from "../../data/types.ts";
import { Icon } from "../../ui/icon.tsx";

const WAYS: [AccessWay, string][] = [
  ["mine", "Made by me"],
  ["direct", "Shared with me"],
  ["project", "By a project"],
  ["group", "By a group"],
  ["public", "Open to everybody"],
];

/** How one gets at what was found: a filter like the others, counted only when somebody opens it. */
export function AccessFacet(props: { q: string; asked: string; onToggle: (way: string) => void }) {
  const values = () => chosen(props.q, "access").values;
  const [opened, setOpened] = createSignal(values().length > 0);
  const counted = useQuery(() => ({
    ...queries.accessFacet(props.asked),
    enabled: opened(),
    placeholderData: keepPreviousData,
  }));
  const counts = () => (opened() ? loaded(counted) : undefined);
  const countOf = (way: AccessWay) => counts()?.items.find(({ value }) => value === way)?.count;
  return (
    <fieldset class="panel-section facet">
      <legend>
        <button
          type="button"
          class="flex items-center gap-1"
          aria-expanded={opened()}
          onClick={() => setOpened((is) => !is)}
        >
          Access
          <Icon name={opened() ? "chevronUp" : "chevronDown"} size="xs" />
        </button>
      </legend>
      <Show when={opened()}>
        <For each={WAYS}>
          {([way, label]) => (
            <label class="facet-row">
              <input
                type="checkbox"
                class="check"
                checked={values().includes(way)}
                onChange={() => props.onToggle(way)}
              />
              <span class="truncate">{label}</span>
              <span class="facet-count ml-auto">
                <Show when={countOf(way) !== undefined}>
                  {counts()?.approximate ? "≈ " : ""}
                  {count(countOf(way) ?? 0)}
                </Show>
              </span>
            </label>
          )}
        </For>
        <Show when={counted.error}>
          <p class="text-11 text-fg-3">They were not counted; choosing one still works.</p>
        </Show>
        <Show when={counts()?.approximate}>
          <p class="text-11 text-fg-3">Counted among 2,000 of them.</p>
        </Show>
      </Show>
    </fieldset>
  );
}
