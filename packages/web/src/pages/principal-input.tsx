import { createSignal, createUniqueId, For, Show } from "solid-js";
import { createPrincipals } from "../data/principals.ts";
import type { Principal } from "../data/types.ts";
import { Avatar } from "../ui/avatar.tsx";
import { Icon } from "../ui/icon.tsx";

type Props = {
  label: string;
  text: string;
  onText: (text: string) => void;
  chosen: Principal | undefined;
  onChoose: (principal: Principal | undefined) => void;
  accepts: (principal: Principal) => boolean;
};

/** A box for an address or a name, with whom it may mean below it (the combobox pattern of WAI-ARIA). */
export function PrincipalInput(props: Props) {
  const id = createUniqueId();
  const [open, setOpen] = createSignal(false);
  const [current, setCurrent] = createSignal(-1);
  const found = createPrincipals(() => (props.chosen ? "" : props.text), props.accepts);
  const shown = () => (open() ? found() : []);

  const choose = (principal: Principal) => {
    props.onChoose(principal);
    props.onText(principal.name);
    setOpen(false);
    setCurrent(-1);
  };
  const onKeyDown = (event: KeyboardEvent) => {
    const count = shown().length;
    const principal = shown()[current()];
    if (event.key === "Escape" && count > 0) setOpen(false);
    else if (event.key === "Enter" && principal) choose(principal);
    else if (event.key === "ArrowDown" && count > 0) setCurrent((current() + 1) % count);
    else if (event.key === "ArrowUp" && count > 0) setCurrent((current() - 1 + count) % count);
    else return;
    event.preventDefault();
  };

  return (
    <div class="relative grow">
      <span class="input">
        <Icon name={props.chosen && props.chosen.kind !== "personal" ? "people" : "mail"} size="s" />
        <input
          role="combobox"
          autocomplete="off"
          aria-label={props.label}
          aria-expanded={shown().length > 0}
          aria-controls={id}
          aria-autocomplete="list"
          aria-activedescendant={current() >= 0 ? `${id}-${current()}` : undefined}
          placeholder="name@example.org, or a group"
          value={props.text}
          onInput={(event) => {
            props.onChoose(undefined);
            props.onText(event.currentTarget.value);
            setOpen(true);
            setCurrent(-1);
          }}
          onKeyDown={onKeyDown}
          onBlur={() => setOpen(false)}
        />
      </span>
      <Show when={shown().length > 0}>
        <div id={id} role="listbox" aria-label="Whom it may mean" class="menu suggestions">
          <For each={shown()}>
            {(principal, index) => (
              <div
                id={`${id}-${index()}`}
                role="option"
                aria-selected={current() === index()}
                class="menu-item"
                data-highlighted={current() === index() ? "" : undefined}
                // Before the box loses the focus, which closes the list.
                onPointerDown={(event) => {
                  event.preventDefault();
                  choose(principal);
                }}
              >
                <Avatar name={principal.name} group={principal.kind !== "personal"} />
                <span class="truncate">{principal.name}</span>
                <Show when={principal.kind !== "personal"}>
                  <span class="end text-11 text-fg-3">group</span>
                </Show>
              </div>
            )}
          </For>
        </div>
      </Show>
    </div>
  );
}
