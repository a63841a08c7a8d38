import { createEffect, createSignal, createUniqueId, For, type JSX, Show } from "solid-js";
import { Icon, type IconName } from "./icon.tsx";

type Props<T> = {
  label: string;
  hideLabel?: boolean;
  /** Of the list, for who cannot see where it hangs. */
  listLabel: string;
  icon: IconName;
  placeholder: string;
  text: string;
  onText: (text: string) => void;
  options: T[];
  option: (option: T) => JSX.Element;
  onChoose: (option: T) => void;
  /** Offers something before anything is typed. */
  opensOnFocus?: boolean;
  onOpen?: (open: boolean) => void;
  help?: string | undefined;
  error?: string | undefined;
  disabled?: boolean | undefined;
  class?: string;
};

/** A box for words, with what they may mean below it (the combobox pattern of WAI-ARIA). */
export function Combobox<T>(props: Props<T>) {
  const id = createUniqueId();
  const [open, setOpen] = createSignal(false);
  const [current, setCurrent] = createSignal(-1);
  createEffect(() => props.onOpen?.(open()));
  const shown = () => (open() ? props.options : []);
  const note = () => props.error ?? props.help;

  const choose = (option: T) => {
    props.onChoose(option);
    setOpen(false);
    setCurrent(-1);
  };
  const onKeyDown = (event: KeyboardEvent) => {
    const count = shown().length;
    const option = shown()[current()];
    if (event.key === "Escape" && count > 0) setOpen(false);
    else if (event.key === "Enter" && option !== undefined) choose(option);
    else if (event.key === "ArrowDown" && count > 0) setCurrent((current() + 1) % count);
    else if (event.key === "ArrowUp" && count > 0) setCurrent((Math.max(0, current()) - 1 + count) % count);
    else return;
    event.preventDefault();
  };

  return (
    <div class={`field relative ${props.class ?? ""}`}>
      <Show when={!props.hideLabel}>
        <label for={`${id}-text`}>{props.label}</label>
      </Show>
      <span class={`input ${props.error ? "invalid" : ""}`}>
        <Icon name={props.icon} size="s" />
        <input
          id={`${id}-text`}
          role="combobox"
          autocomplete="off"
          disabled={props.disabled}
          aria-label={props.hideLabel ? props.label : undefined}
          aria-expanded={shown().length > 0}
          aria-controls={id}
          aria-autocomplete="list"
          aria-invalid={props.error ? true : undefined}
          aria-describedby={note() ? `${id}-note` : undefined}
          aria-activedescendant={current() >= 0 && shown().length > 0 ? `${id}-${current()}` : undefined}
          placeholder={props.placeholder}
          value={props.text}
          onFocus={() => props.opensOnFocus && setOpen(true)}
          onBlur={() => setOpen(false)}
          onInput={(event) => {
            props.onText(event.currentTarget.value);
            setOpen(true);
            setCurrent(-1);
          }}
          onKeyDown={onKeyDown}
        />
      </span>
      <Show when={shown().length > 0}>
        <div id={id} role="listbox" aria-label={props.listLabel} class="menu suggestions">
          <For each={shown()}>
            {(option, index) => (
              <div
                id={`${id}-${index()}`}
                role="option"
                tabindex={-1}
                aria-selected={current() === index()}
                class="menu-item"
                data-highlighted={current() === index() ? "" : undefined}
                // Before the box loses the focus, which closes the list.
                onPointerDown={(event) => {
                  event.preventDefault();
                  choose(option);
                }}
              >
                {props.option(option)}
              </div>
            )}
          </For>
        </div>
      </Show>
      <Show when={note()}>
        {(text) => (
          <p id={`${id}-note`} class={props.error ? "error" : "help"} role={props.error ? "alert" : undefined}>
            {text()}
          </p>
        )}
      </Show>
    </div>
  );
}
