import { A } from "@solidjs/router";
import { useQuery } from "@tanstack/solid-query";
import { For, Show } from "solid-js";
import { hrefOf, kindIcons } from "../../data/kinds.ts";
import { loaded } from "../../data/loaded.ts";
import { queries } from "../../data/queries.ts";
import { Icon } from "../../ui/icon.tsx";
import { When } from "../../ui/when.tsx";

const SHOWN = 8;

/** What one starred, on the home page; nothing while there is none. */
export function Starred() {
  const found = useQuery(() => queries.favorites());
  const items = () => (loaded(found)?.items ?? []).slice(0, SHOWN);
  return (
    <Show when={items().length > 0}>
      <section class="card">
        <header>
          <h2>Favorites</h2>
          <A class="link ml-auto text-12" href="/search?q=is%3Afavorite">
            All
          </A>
        </header>
        <ul class="p-2">
          <For each={items()}>
            {(item) => (
              <li>
                <A class="menu-item plain" href={hrefOf(item) ?? "/"}>
                  <Icon name={kindIcons[item.kind]} size="s" />
                  <span class="truncate">{item.name}</span>
                  <span class="end text-11 text-fg-3">
                    <When at={item.updatedAt} />
                  </span>
                </A>
              </li>
            )}
          </For>
        </ul>
      </section>
    </Show>
  );
}
