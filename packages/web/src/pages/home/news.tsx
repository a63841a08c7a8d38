import { A } from "@solidjs/router";
import { useQuery } from "@tanstack/solid-query";
import { For, Show } from "solid-js";
import { loaded } from "../../data/loaded.ts";
import { queries } from "../../data/queries.ts";
import { mark, NotificationEntry } from "../notifications/entry.tsx";

const SHOWN = 4;

/** What one has not read yet; nothing while there is none. */
export function News() {
  const found = useQuery(() => queries.notifications(true));
  const items = () => loaded(found)?.items ?? [];
  return (
    <Show when={items().length > 0}>
      <section class="card">
        <header>
          <h2>Notifications</h2>
          <span class="badge acc">{items().length}</span>
          <button type="button" class="link ml-auto" onClick={() => void mark({})}>
            Mark read
          </button>
        </header>
        <ul class="note-list">
          <For each={items().slice(0, SHOWN)}>{(one) => <NotificationEntry notification={one} />}</For>
        </ul>
        <Show when={items().length > SHOWN}>
          <A class="bell-foot link" href="/notifications">
            Show all {items().length}
          </A>
        </Show>
      </section>
    </Show>
  );
}
