import { A } from "@solidjs/router";
import { useQuery } from "@tanstack/solid-query";
import { For, Show } from "solid-js";
import { hrefOf, kindIcons } from "../data/kinds.ts";
import { loaded } from "../data/loaded.ts";
import { setHelpOpen } from "../data/palette.ts";
import { queries } from "../data/queries.ts";
import { type Recent, recent } from "../data/recent.ts";
import { Icon, type IconName } from "../ui/icon.tsx";
import { Kbd } from "../ui/kbd.tsx";
import { Logo } from "../ui/logo.tsx";
import { Account } from "./account.tsx";

type Destination = { href: string; label: string; icon: IconName; keys?: string };

const DESTINATIONS: Destination[] = [
  { href: "/", label: "Home", icon: "home" },
  { href: "/search", label: "Search", icon: "search", keys: "/" },
  { href: "/projects", label: "Projects", icon: "folder" },
  { href: "/tables", label: "Data", icon: "table" },
  { href: "/media", label: "Media", icon: "film" },
  { href: "/functions", label: "Functions", icon: "function" },
  { href: "/runs", label: "Runs", icon: "runs" },
  { href: "/groups", label: "Groups", icon: "people" },
  { href: "/requests", label: "Requests", icon: "key" },
  { href: "/settings", label: "Settings", icon: "settings" },
];

const SHELVED = 5;

export function Rail(props: { name: string; running: number }) {
  const favorites = useQuery(() => queries.favorites());
  const starred = () => (loaded(favorites)?.items ?? []).slice(0, SHELVED);
  const opened = () =>
    recent()
      .filter(({ id }) => !starred().some((item) => item.id === id))
      .slice(0, SHELVED);
  return (
    <nav class="rail" aria-label="Main">
      <A href="/" class="workspace plain" end aria-label={`${props.name}, home`}>
        <Logo />
        <span class="rail-word truncate">{props.name}</span>
      </A>
      <For each={DESTINATIONS}>
        {(item) => (
          <A href={item.href} class="nav" title={item.label} aria-label={item.label} end={item.href === "/"}>
            <Icon name={item.icon} />
            <span class="rail-word">{item.label}</span>
            <Show when={item.href === "/runs" && props.running > 0}>
              <span
                class="live end"
                role="img"
                aria-label={`${props.running} running`}
                title={`${props.running} running`}
              />
            </Show>
            <Show when={item.keys}>
              {(keys) => (
                <span class="end" aria-hidden="true">
                  <Kbd>{keys()}</Kbd>
                </span>
              )}
            </Show>
          </A>
        )}
      </For>
      <Shelf caption="Favorites" items={starred()} />
      <Shelf caption="Recent" items={opened()} />
      <div class="rail-foot">
        <button type="button" class="nav" title="Keyboard shortcuts" onClick={() => setHelpOpen(true)}>
          <Icon name="keyboard" />
          <span class="rail-word">Shortcuts</span>
          <span class="end" aria-hidden="true">
            <Kbd>?</Kbd>
          </span>
        </button>
        <Account />
      </div>
    </nav>
  );
}

function Shelf(props: { caption: string; items: Pick<Recent, "id" | "kind" | "name">[] }) {
  return (
    <Show when={props.items.length > 0}>
      <div class="rail-caption">{props.caption}</div>
      <For each={props.items}>
        {(item) => (
          <A href={hrefOf(item) ?? "/"} class="nav rail-recent">
            <Icon name={kindIcons[item.kind]} />
            <span class="truncate">{item.name}</span>
          </A>
        )}
      </For>
    </Show>
  );
}
