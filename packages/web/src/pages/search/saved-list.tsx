import { A } from "@solidjs/router";
import { useQuery } from "@tanstack/solid-query";
import { For, Show } from "solid-js";
import { loaded } from "../../data/loaded.ts";
import { queries } from "../../data/queries.ts";
import { countWords, hrefOfSaved, removeSaved, textOf } from "../../data/saved-searches.ts";
import type { SavedSearch } from "../../data/types.ts";
import { Icon } from "../../ui/icon.tsx";
import { Menu } from "../../ui/menu.tsx";

/** Counting is a search each: of those further down nobody is told a number. */
const COUNTED = 8;

/** The searches that are kept, one's own and shared ones, with how much each finds now. */
export function SavedList(props: { q: string; onEdit: (saved: SavedSearch) => void }) {
  const saved = useQuery(() => queries.savedSearches());
  const items = () => loaded(saved)?.items ?? [];
  return (
    <Show when={items().length > 0}>
      <section class="panel-section" aria-label="Saved searches">
        <h2>Saved searches</h2>
        <ul>
          <For each={items()}>
            {(one, index) => (
              <li class="saved-search" data-current={props.q.trim() === textOf(one) ? "" : undefined}>
                <A href={hrefOfSaved(one)} title={one.shared ? `${one.q} · shared by ${one.createdBy.name}` : one.q}>
                  <Icon name={one.shared ? "people" : "search"} size="s" class="text-fg-3" />
                  <span class="truncate">{one.name}</span>
                </A>
                <Show when={index() < COUNTED}>
                  <Count text={textOf(one)} />
                </Show>
                <Show when={one.mine}>
                  <Menu
                    label={`More about ${one.name}`}
                    entries={[
                      { label: "Rename or share…", icon: "edit", run: () => props.onEdit(one) },
                      { label: "Delete", icon: "trash", danger: true, run: () => void removeSaved(one) },
                    ]}
                  >
                    <Icon name="more" size="s" />
                  </Menu>
                </Show>
              </li>
            )}
          </For>
        </ul>
      </section>
    </Show>
  );
}

function Count(props: { text: string }) {
  const found = useQuery(() => queries.countOf(props.text));
  return <span class="facet-count">{countWords(loaded(found)?.total)}</span>;
}
