import { value } from "@atrium/core/search-language";
import * as Kobalte from "@kobalte/core/dialog";
import { useLocation, useNavigate } from "@solidjs/router";
import { useQuery } from "@tanstack/solid-query";
import { createEffect, createMemo, createSignal, For, on, Show } from "solid-js";
import { createDebounced } from "../data/debounce.ts";
import { hrefOf, kindIcons, kindWords } from "../data/kinds.ts";
import { loaded } from "../data/loaded.ts";
import { type Command, marked, matchCommands, paletteOpen, setPaletteOpen } from "../data/palette.ts";
import { grouped, modeOf, searchOf, searchWithin } from "../data/palette-text.ts";
import { createPrincipals } from "../data/principals.ts";
import { queries } from "../data/queries.ts";
import { recent } from "../data/recent.ts";
import { countWords, hrefOfSaved, textOf } from "../data/saved-searches.ts";
import { keySigns } from "../data/shortcuts.ts";
import type { Hit, Kind, SavedSearch, SearchResults } from "../data/types.ts";
import { createFocusBack } from "../ui/focus-back.ts";
import { Icon } from "../ui/icon.tsx";
import { Kbd } from "../ui/kbd.tsx";
import { Progress } from "../ui/progress.tsx";
import { actionsOf, type Entry, Foot, Scope } from "./palette-parts.tsx";

const SHOWN = 7;
const SHOWN_HERE = 4;

/** One box over everything: what was opened lately, what is found, and what can be done. */
export function Palette(props: { commands: Command[] }) {
  const navigate = useNavigate();
  const focusBack = createFocusBack(paletteOpen);
  const [text, setText] = createSignal("");
  const [current, setCurrent] = createSignal(0);
  const location = useLocation();
  const asked = createDebounced(() => searchOf(text()), 120);
  const [scoped, setScoped] = createSignal(true);
  const [acting, setActing] = createSignal<Entry>();
  const open = () => /^\/projects\/([^/]+)/.exec(location.pathname)?.[1];
  const here = () => (scoped() ? open() : undefined);
  const project = useQuery(() => ({
    ...queries.project(open() ?? ""),
    enabled: paletteOpen() && open() !== undefined,
  }));
  const look = (q: string, limit: number) => ({
    ...queries.search({ q, limit, facets: "false" }),
    enabled: paletteOpen() && q !== "",
    // Without data the page around the palette would wait.
    placeholderData: (previous: SearchResults | undefined) => previous ?? { items: [], next: null },
  });
  const found = useQuery(() => look(asked(), SHOWN));
  const foundHere = useQuery(() => look(here() && asked() ? searchWithin(here() ?? "", asked()) : "", SHOWN_HERE));
  const people = createPrincipals(
    () => (modeOf(text()).mode === "people" ? modeOf(text()).words : ""),
    ({ kind }) => kind === "personal",
  );

  const saved = useQuery(() => ({ ...queries.savedSearches(), enabled: paletteOpen() }));
  const savedNamed = (words: string) =>
    (loaded(saved)?.items ?? [])
      .filter(({ name }) => name.toLowerCase().includes(words.toLowerCase()))
      .slice(0, SHOWN_HERE);
  const best = () => (modeOf(asked()).mode === "all" && asked() ? savedNamed(asked())[0] : undefined);
  // Of the first one alone: a number for each would be a search for each.
  const amount = useQuery(() => ({
    ...queries.countOf(best() ? textOf(best() as SavedSearch) : ""),
    enabled: paletteOpen() && best() !== undefined,
  }));

  const go = (to: string) => () => navigate(to);
  const search = (q: string) => go(`/search?q=${encodeURIComponent(q)}`);
  const entity =
    (group: string) =>
    (item: { id: string; kind: Kind; name: string }): Entry => ({
      ...{ id: item.id, group, label: item.name, note: kindWords[item.kind], icon: kindIcons[item.kind] },
      href: hrefOf(item),
      run: go(hrefOf(item) ?? "/"),
    });
  const keptSearch = (item: SavedSearch): Entry => {
    const total = item.id === best()?.id ? countWords(loaded(amount)?.total) : "";
    const note = total ? `saved search · ${total} ${total === "1" ? "object" : "objects"}` : "saved search";
    return { id: item.id, group: "Saved searches", label: item.name, note, icon: "search", run: go(hrefOfSaved(item)) };
  };
  const command = (item: Command): Entry => ({ ...item, group: "Commands" });
  const person = (name: string): Entry => ({
    ...{ id: name, group: "People", label: name, note: "what they own", icon: "people" },
    run: search(`owner = ${value(name)} `),
  });

  const entries = createMemo((): Entry[] => {
    const actions = acting();
    if (actions) return actionsOf(actions, go);
    const { mode, words } = modeOf(text());
    const commands = matchCommands(props.commands, words).map(command);
    if (mode === "commands") return commands;
    if (mode === "people") return people().map(({ name }) => person(name));
    if (!words) return [...recent().slice(0, 5).map(entity("Recent")), ...commands.slice(0, 9)];
    const openable = (items: Hit[] | undefined) => (items ?? []).filter((item) => hrefOf(item));
    const hits = grouped(words, here() ? openable(foundHere.data?.items) : [], openable(found.data?.items)).map(
      ({ group, hit }) => entity(group)(hit),
    );
    const everything: Entry = {
      ...{
        id: "search",
        group: "Commands",
        label: `Search everything for “${words}”`,
        icon: "search",
        keys: "mod+Enter",
      },
      run: search(searchOf(text())),
    };
    const kept = mode === "all" ? savedNamed(words).map(keptSearch) : [];
    return [...kept, ...hits, ...(mode === "all" ? commands.slice(0, 6) : []), everything];
  });

  createEffect(on(text, () => leaveActions()));
  createEffect(() => paletteOpen() && setText(""));

  const leaveActions = () => {
    setActing(undefined);
    setCurrent(0);
  };
  const showActions = (entry: Entry) => {
    setActing(entry);
    setCurrent(0);
  };
  /** Those that are not for moving in the list; whether the key was one. */
  const onOwnKey = (event: KeyboardEvent): boolean => {
    const entry = entries()[current()];
    const box = event.currentTarget as HTMLInputElement;
    const atEnd = box.selectionStart === box.value.length && box.selectionEnd === box.value.length;
    if (event.key === "Tab" && !event.shiftKey && open()) setScoped(!scoped());
    else if (event.key === "ArrowRight" && atEnd && entry?.href && !acting()) showActions(entry);
    else if (event.key === "ArrowLeft" && acting()) leaveActions();
    else if (event.key === "Enter" && event.altKey && entry?.href) window.open(entry.href, "_blank", "noopener");
    else return false;
    event.preventDefault();
    return true;
  };

  const run = (entry: Entry | undefined) => {
    if (!entry) return;
    setPaletteOpen(false);
    entry.run();
  };
  const onKey = (event: KeyboardEvent) => {
    if (onOwnKey(event)) return;
    const step = event.key === "ArrowDown" ? 1 : event.key === "ArrowUp" ? -1 : 0;
    if (step) {
      setCurrent((entries().length + current() + step) % Math.max(1, entries().length));
      document.getElementById(`palette-${current()}`)?.scrollIntoView({ block: "nearest" });
    } else if (event.key === "Enter")
      run((event.metaKey || event.ctrlKey) && modeOf(text()).words ? entries().at(-1) : entries()[current()]);
    else return;
    event.preventDefault();
  };

  return (
    <Kobalte.Root open={paletteOpen()} onOpenChange={setPaletteOpen}>
      <Kobalte.Portal>
        <Kobalte.Overlay class="scrim" />
        <div class="dialog-place">
          <Kobalte.Content class="palette" aria-label="Search and commands" onCloseAutoFocus={focusBack}>
            <div class="palette-box">
              <Icon name="search" />
              <input
                // At once, and not with the dialog's own timer: whoever types on without waiting means this box.
                ref={(box) => queueMicrotask(() => box.focus())}
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
              <Show when={loaded(project)}>
                {(found) => <Scope name={found().name} on={scoped()} onToggle={() => setScoped(!scoped())} />}
              </Show>
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
                      <Label label={entry.label} text={modeOf(text()).words} />
                      <span class="text-12 text-fg-2">{entry.note}</span>
                      <span class="ml-auto flex gap-1">
                        <For each={entry.keys ? keySigns(entry.keys) : []}>{(key) => <Kbd>{key}</Kbd>}</For>
                      </span>
                    </div>
                  </>
                )}
              </For>
            </div>
            <Foot actions={entries()[current()]?.href !== undefined && !acting()} inActions={acting() !== undefined} />
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
