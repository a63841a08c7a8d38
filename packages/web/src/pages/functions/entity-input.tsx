import { useQuery } from "@tanstack/solid-query";
import { createSignal, createUniqueId, For, Show } from "solid-js";
import { createDebounced } from "../../data/debounce.ts";
import { kindIcons, kindWords } from "../../data/kinds.ts";
import { loaded } from "../../data/loaded.ts";
import { queries } from "../../data/queries.ts";
import type { Kind } from "../../data/types.ts";
import { Icon } from "../../ui/icon.tsx";

type Chosen = { id: string; name: string };
type Props = {
  label: string;
  help?: string | undefined;
  error?: string | undefined;
  kind: Kind;
  disabled?: boolean;
  onChoose: (entity: Chosen | undefined) => void;
};

const OFFERED = 12;

/** A box in which the name of a thing is typed, with what it may mean below it (the combobox pattern of WAI-ARIA). */
export function EntityInput(props: Props) {
  const id = createUniqueId();
  const [text, setText] = createSignal("");
  const [open, setOpen] = createSignal(false);
  const [current, setCurrent] = createSignal(-1);
  const asked = createDebounced(text, 150);
  const found = useQuery(() => ({
    ...queries.search({ q: asked(), kind: props.kind, limit: OFFERED }),
    enabled: open(),
    placeholderData: (previous) => previous,
  }));
  const offered = () => (open() ? (loaded(found)?.items ?? []) : []);

  const choose = (entity: Chosen) => {
    setText(entity.name);
    setOpen(false);
    setCurrent(-1);
    props.onChoose(entity);
  };
  const onKeyDown = (event: KeyboardEvent) => {
    const count = offered().length;
    const entity = offered()[current()];
    if (event.key === "Escape" && open()) setOpen(false);
    else if (event.key === "Enter" && entity) choose(entity);
    else if (event.key === "ArrowDown" && count > 0) setCurrent((current() + 1) % count);
    else if (event.key === "ArrowUp" && count > 0) setCurrent((current() - 1 + count) % count);
    else return;
    event.preventDefault();
  };

  return (
    <div class="field relative">
      <label for={`${id}-input`}>{props.label}</label>
      <span class={`input ${props.error ? "invalid" : ""}`}>
        <Icon name={kindIcons[props.kind]} size="s" />
        <input
          id={`${id}-input`}
          role="combobox"
          autocomplete="off"
          disabled={props.disabled}
          aria-expanded={offered().length > 0}
          aria-controls={id}
          aria-autocomplete="list"
          aria-invalid={props.error ? true : undefined}
          aria-describedby={props.error || props.help ? `${id}-note` : undefined}
          aria-activedescendant={current() >= 0 ? `${id}-${current()}` : undefined}
          placeholder={`Name of a ${kindWords[props.kind].toLowerCase()}`}
          value={text()}
          onFocus={() => setOpen(true)}
          onBlur={() => setOpen(false)}
          onInput={(event) => {
            setText(event.currentTarget.value);
            setOpen(true);
            setCurrent(-1);
            props.onChoose(undefined);
          }}
          onKeyDown={onKeyDown}
        />
      </span>
      <Show when={offered().length > 0}>
        <div id={id} role="listbox" aria-label={kindWords[props.kind]} class="menu absolute top-full z-10 w-full">
          <For each={offered()}>
            {(entity, index) => (
              <div
                id={`${id}-${index()}`}
                role="option"
                tabindex={-1}
                aria-selected={index() === current()}
                class="menu-item"
                // Before the box loses the focus, which closes the list.
                onPointerDown={(event) => {
                  event.preventDefault();
                  choose(entity);
                }}
              >
                <Icon name={kindIcons[props.kind]} size="s" />
                <span class="truncate">{entity.name}</span>
              </div>
            )}
          </For>
        </div>
      </Show>
      <Show when={props.error ?? props.help}>
        {(note) => (
          <p id={`${id}-note`} class={props.error ? "error" : "help"} role={props.error ? "alert" : undefined}>
            {note()}
          </p>
        )}
      </Show>
    </div>
  );
}
