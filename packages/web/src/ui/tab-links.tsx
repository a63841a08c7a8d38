import { A } from "@solidjs/router";
import { For, Show } from "solid-js";

export type TabLink = { href: string; label: string; count?: string | undefined };

/** Tabs whose pages have their own URLs, so they are links and not a tab list. */
export function TabLinks(props: { links: TabLink[]; label: string }) {
  return (
    <nav class="tabs px-4" aria-label={props.label}>
      <For each={props.links}>
        {(link) => (
          <A href={link.href} end class="tab">
            {link.label}
            <Show when={link.count}>{(count) => <span class="count">{count()}</span>}</Show>
          </A>
        )}
      </For>
    </nav>
  );
}
