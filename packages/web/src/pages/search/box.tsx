import { useQuery } from "@tanstack/solid-query";
import { createSignal, createUniqueId, For, onMount, Show } from "solid-js";
import { createDebounced } from "../../data/debounce.ts";
import { queries } from "../../data/queries.ts";
import { reopened, shown, withOpen, without } from "../../data/search-text.ts";
import type { Suggestion } from "../../data/types.ts";
import { Icon } from "../../ui/icon.tsx";
import { SearchChip } from "./chip.tsx";
import { SuggestionList } from "./suggestion-list.tsx";

type Props = { q: string; onText: (q: string) => void; onLeave: () => void };

/** The box of the search: what is finished stands in chips, what is being typed behind them, and below what it may become. */
export function SearchBox(props: Props) {
  const id = createUniqueId();
  let input: HTMLInputElement | undefined;
  onMount(() => input?.focus());
  const [open, setOpen] = createSignal(false);
  const [current, setCurrent] = createSignal(-1);
  const parts = () => shown(props.q);
  const asked = createDebounced(() => (open() ? props.q : ""), 120);
  const found = useQuery(() => ({
    ...queries.suggestions(asked()),
    enabled: asked().trim() !== "",
    // Without data the page around the box would wait, and the box lose what is typed.
    placeholderData: (previous) => previous ?? { items: [] },
  }));
  const suggestions = (): Suggestion[] =>
    open() && asked() === props.q && !found.isPlaceholderData ? (found.data?.items ?? []) : [];

  const type = (text: string) => {
    props.onText(withOpen(props.q, text));
    setOpen(true);
    setCurrent(-1);
  };
  const choose = (suggestion: Suggestion) => {
    props.onText(`${props.q.slice(0, suggestion.from)}${suggestion.text}`);
    setCurrent(-1);
    input?.focus();
  };
  const leave = () => {
    setOpen(false);
    input?.blur();
    props.onLeave();
  };
  const onKeyDown = (event: KeyboardEvent) => {
    const count = suggestions().length;
    const chosen = suggestions()[current()];
    if (event.key === "Escape" && count > 0) setOpen(false);
    else if ((event.key === "Enter" || event.key === "Tab") && chosen) choose(chosen);
    else if (event.key === "Enter") leave();
    else if (event.key === "ArrowDown" && count > 0) setCurrent((current() + 1) % count);
    else if (event.key === "ArrowUp" && count > 0) setCurrent((current() - 1 + count) % count);
    else if (event.key === "ArrowDown") leave();
    else if (event.key === "Backspace" && parts().open === "" && parts().pieces.length > 0)
      props.onText(reopened(props.q));
    else return;
    event.preventDefault();
  };

  return (
    <div class="search-box">
      {/* A click anywhere in the box is meant for its text. */}
      <label class="input lg" for={`${id}-text`}>
        <Icon name="search" />
        <span class="search-pieces">
          <For each={parts().pieces}>
            {(piece) => (
              <Show when={piece.chip} fallback={<span class="text-fg-2">{piece.text}</span>}>
                {(chip) => <SearchChip parts={chip()} onRemove={() => props.onText(without(props.q, piece))} />}
              </Show>
            )}
          </For>
          <input
            id={`${id}-text`}
            ref={input}
            role="combobox"
            aria-label="Search"
            aria-expanded={suggestions().length > 0}
            aria-controls={`${id}-list`}
            aria-autocomplete="list"
            aria-activedescendant={current() >= 0 ? `${id}-list-${current()}` : undefined}
            placeholder={props.q ? "" : "Words, #tag, kind = table, updated > last week, owner = @me…"}
            autocomplete="off"
            spellcheck={false}
            value={parts().open}
            onInput={(event) => type(event.currentTarget.value)}
            onKeyDown={onKeyDown}
            onBlur={() => setOpen(false)}
          />
        </span>
        <Show when={props.q}>
          <button type="button" class="search-clear" aria-label="Clear the search" onClick={() => props.onText("")}>
            <Icon name="close" size="xs" />
          </button>
        </Show>
      </label>
      <SuggestionList id={`${id}-list`} items={suggestions()} current={current()} onChoose={choose} />
    </div>
  );
}
