import { For, Show } from "solid-js";
import { totalWords } from "../../../data/media/folders.ts";
import { dtypeWords, stateWords } from "../../../data/media/words.ts";
import { shown, withOpen, without } from "../../../data/search-text.ts";
import { useShortcuts } from "../../../data/shortcuts.ts";
import { Button } from "../../../ui/button.tsx";
import { Icon } from "../../../ui/icon.tsx";
import { Menu, type MenuEntry } from "../../../ui/menu.tsx";
import { type Option, Select } from "../../../ui/select.tsx";
import { SearchChip } from "../../search/chip.tsx";
import type { Library, Sort } from "./state.ts";

const ORDERS: Option<Sort>[] = [
  { value: "-createdAt", label: "Newest" },
  { value: "createdAt", label: "Oldest" },
  { value: "-updatedAt", label: "Changed last" },
  { value: "name", label: "Name" },
  { value: "-duration", label: "Longest" },
  { value: "duration", label: "Shortest" },
];
const IN_LIST: Option<Sort> = { value: "position", label: "As in the list" };

type Props = {
  library: Library;
  onSave: () => void;
  onFolders: () => void;
  onAlgorithm: (() => void) | undefined;
};

/** What holds of all that is shown, as chips, and how it is put. */
export function Toolbar(props: Props) {
  const { search, set, text } = props.library;
  let input: HTMLInputElement | undefined;
  const parts = () => shown(text());
  const write = (q: string) => set({ q: q || undefined });
  useShortcuts([{ keys: "f", label: "Filter", group: "Media", run: () => input?.focus() }]);
  const begin = (field: string) => {
    write(`${text().trimEnd()} ${field} `.trimStart());
    input?.focus();
  };
  const filters = (): MenuEntry[] => [
    { caption: "State" },
    ...(Object.keys(stateWords) as (keyof typeof stateWords)[]).map((state) => ({
      label: stateWords[state],
      checked: search.state === state,
      run: () => set({ state: search.state === state ? undefined : state }),
    })),
    { caption: "Kind" },
    ...(Object.keys(dtypeWords) as (keyof typeof dtypeWords)[]).map((dtype) => ({
      label: dtypeWords[dtype],
      checked: search.dtype === dtype,
      run: () => set({ dtype: search.dtype === dtype ? undefined : dtype }),
    })),
    { caption: "Attribute" },
    ...props.library.types().map(({ name, dtype }) => ({
      label: name,
      run: () =>
        begin(
          `attributes.${/^\w+$/.test(name) ? name : `"${name}"`} ${dtype === "float" || dtype === "int" ? "<" : "="}`,
        ),
    })),
  ];
  const folder = () => props.library.folders().find(({ id }) => id === search.folder);
  /** "24 of 1,284" where not all of it is shown. */
  const totals = () => {
    const total = props.library.total();
    if (total === undefined) return "";
    const isPart = props.library.isFiltered() || search.folder !== undefined;
    return isPart ? `${totalWords(total)} of ${totalWords(props.library.whole())}` : totalWords(total);
  };
  return (
    <div class="library-bar">
      <Button size="sm" tone="ghost" class="library-folders-button" onClick={() => props.onFolders()}>
        Folders
      </Button>
      <Show when={folder()}>
        {(one) => <SearchChip parts={["folder", "is", one().name]} onRemove={() => set({ folder: undefined })} />}
      </Show>
      <Show when={search.state}>
        {(state) => (
          <SearchChip parts={["state", "is", stateWords[state()]]} onRemove={() => set({ state: undefined })} />
        )}
      </Show>
      <Show when={search.dtype}>
        {(dtype) => (
          <SearchChip parts={["kind", "is", dtypeWords[dtype()]]} onRemove={() => set({ dtype: undefined })} />
        )}
      </Show>
      <For each={parts().pieces}>
        {(piece) => (
          <Show when={piece.chip} fallback={<span class="text-12 text-fg-2">{piece.text}</span>}>
            {(chip) => <SearchChip parts={chip()} onRemove={() => write(without(text(), piece))} />}
          </Show>
        )}
      </For>
      <label class="library-find">
        <Icon name="search" size="s" />
        <input
          ref={input}
          aria-label="Filter media"
          placeholder="Words, #tag, attributes.Depth < 20…"
          autocomplete="off"
          spellcheck={false}
          value={parts().open}
          onInput={(event) => write(withOpen(text(), event.currentTarget.value))}
          onKeyDown={(event) => {
            if (event.key === "Enter") write(`${text().trim()} `);
            if (event.key === "Escape") event.currentTarget.blur();
          }}
        />
      </label>
      <Menu label="Add a filter" entries={filters()} class="btn ghost sm" placement="bottom-start">
        <Icon name="plus" size="s" />
        Filter
      </Menu>
      <Show when={text().trim()}>
        <Button size="sm" tone="ghost" onClick={() => props.onSave()}>
          Save search
        </Button>
      </Show>
      <Show when={props.onAlgorithm}>
        {(run) => (
          <Button size="sm" tone="ghost" icon="chip" aria-label="Run algorithm" onClick={() => run()()}>
            Run
          </Button>
        )}
      </Show>
      <span class="library-total" aria-live="polite">
        {totals()}
      </span>
      <Select
        label="Order"
        hideLabel
        class="w-28"
        options={search.playlist ? [IN_LIST, ...ORDERS] : ORDERS}
        value={props.library.sort()}
        onChange={(sort) => set({ sort })}
      />
      <span class="segmented" role="group" aria-label="View">
        <button
          type="button"
          aria-label="Cards"
          aria-pressed={search.view !== "list"}
          onClick={() => set({ view: undefined })}
        >
          <Icon name="grid" size="s" />
        </button>
        <button
          type="button"
          aria-label="List"
          aria-pressed={search.view === "list"}
          onClick={() => set({ view: "list" })}
        >
          <Icon name="list" size="s" />
        </button>
      </span>
    </div>
  );
}
