import * as Kobalte from "@kobalte/core/dialog";
import { useNavigate } from "@solidjs/router";
import { keepPreviousData, useQuery } from "@tanstack/solid-query";
import { createEffect, createMemo, createSignal, For, on, Show } from "solid-js";
import { createDebounced } from "../data/debounce.ts";
import { hrefOf, kindIcons, kindWords } from "../data/kinds.ts";
import { type Command, marked, matchCommands, paletteOpen, setPaletteOpen } from "../data/palette.ts";
import { queries } from "../data/queries.ts";
import { recent } from "../data/recent.ts";
import { keySigns } from "../data/shortcuts.ts";
import type { Kind } from "../data/types.ts";
import { Icon, type IconName } from "../ui/icon.tsx";
import { Kbd } from "../ui/kbd.tsx";
import { Progress } from "../ui/progress.tsx";

type Entry = {
  id: string;
  group: string;
  label: string;
  note?: string;
  icon: IconName;
  keys?: string;
  run: () => void;
};

const SHOWN = 7;

/** One box over everything: what was opened lately, what is found, and what can be done. */
export function Palette(props: { commands: Command[] }) {
  const navigate = useNavigate();
  const [text, setText] = createSignal("");
  const [current, setCurrent] = createSignal(0);
  const asked = createDebounced(() => text().trim(), 120);
  const found = useQuery(() => ({
    ...queries.search({ q: asked(), limit: SHOWN }),
    enabled: paletteOpen() && asked().length > 0,
    placeholderData: keepPreviousData,
  }));

  const go = (to: string) => () => navigate(to);
  const entity =
    (group: string) =>
    (item: { id: string; kind: Kind; name: string }): Entry => ({
      ...{ id: item.id, group, label: item.name, note: kindWords[item.kind], icon: kindIcons[item.kind] },
      run: go(hrefOf(item) ?? "/"),
    });
  const command = (item: Command): Entry => ({ ...item, group: "Commands" });

  const entries = createMemo((): Entry[] => {
    const query = text().trim();
    const commands = matchCommands(props.commands, query)
      .slice(0, query ? 6 : 9)
      .map(command);
    if (!query) return [...recent().slice(0, 5).map(entity("Recent")), ...commands];
    const hits = (found.data?.items ?? []).filter((item) => hrefOf(item)).map(entity("Found"));
    const everything: Entry = {
      ...{ id: "search", group: "Commands", label: `Search everything for “${query}”`, icon: "search" },
      run: go(`/search?q=${encodeURIComponent(query)}`),
    };
    return [...hits, ...commands, everything];
  });

  createEffect(on(text, () => setCurrent(0)));
  createEffect(() => paletteOpen() && setText(""));

  const run = (entry: Entry | undefined) => {
    if (!entry) return;
    setPaletteOpen(false);
    entry.run();
  };
  const onKey = (event: KeyboardEvent) => {
    const step = event.key === "ArrowDown" ? 1 : event.key === "ArrowUp" ? -1 : 0;
    if (step) {
      setCurrent((entries().length + current() + step) % Math.max(1, entries().length));
      document.getElementById(`palette-${current()}`)?.scrollIntoView({ block: "nearest" });
    } else if (event.key === "Enter") run(entries()[current()]);
    else return;
    event.preventDefault();
  };

  return (
    <Kobalte.Root open={paletteOpen()} onOpenChange={setPaletteOpen}>
      <Kobalte.Portal>
        <Kobalte.Overlay class="scrim" />
        <div class="dialog-place">
          <Kobalte.Content class="palette" aria-label="Search and commands">
            <div class="palette-box">
              <Icon name="search" />
              <input
                role="combobox"
                aria-label="Search and commands"
                aria-expanded="true"
                aria-controls="palette-list"
                aria-activedescendant={entries().length > 0 ? `palette-${current()}` : undefined}
                placeholder="Go to a project, a table, a command…"
                value={text()}
                onInput={(event) => setText(event.currentTarget.value)}
                onKeyDown={onKey}
                autocomplete="off"
                spellcheck={false}
              />
              <Show when={found.isFetching}>
                <Progress fraction={null} label="Searching" class="absolute inset-x-0 bottom-0 h-0.5!" />
              </Show>
            </div>
            <div id="palette-list" role="listbox" aria-label="Results" class="palette-list scroll">
              <For each={entries()}>
                {(entry, index) => (
                  <>
                    <Show when={entry.group !== entries()[index() - 1]?.group}>
                      <div class="menu-caption px-3" role="presentation">
                        {entry.group}
                      </div>
                    </Show>
                    {/* biome-ignore lint/a11y/useKeyWithClickEvents: the box above holds the focus and answers the keys */}
                    <div
                      id={`palette-${index()}`}
                      role="option"
                      tabIndex={-1}
                      aria-selected={current() === index()}
                      class="palette-item"
                      onMouseMove={() => setCurrent(index())}
                      onClick={() => run(entry)}
                    >
                      <Icon name={entry.icon} />
                      <Label label={entry.label} text={text().trim()} />
                      <span class="text-12 text-fg-2">{entry.note}</span>
                      <span class="ml-auto flex gap-1">
                        <For each={entry.keys ? keySigns(entry.keys) : []}>{(key) => <Kbd>{key}</Kbd>}</For>
                      </span>
                    </div>
                  </>
                )}
              </For>
            </div>
            <div class="palette-foot">
              <span>
                <Kbd>↑</Kbd>
                <Kbd>↓</Kbd> move
              </span>
              <span>
                <Kbd>↵</Kbd> open
              </span>
              <span class="ml-auto">
                <Kbd>Esc</Kbd> close
              </span>
            </div>
          </Kobalte.Content>
        </div>
      </Kobalte.Portal>
    </Kobalte.Root>
  );
}

function Label(props: { label: string; text: string }) {
  const parts = () => marked(props.label, props.text);
  return (
    <span class="truncate">
      {parts()[0]}
      <Show when={parts()[1]}>
        <mark>{parts()[1]}</mark>
      </Show>
      {parts()[2]}
    </span>
  );
}
