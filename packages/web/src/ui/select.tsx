import * as Kobalte from "@kobalte/core/select";
import { Show } from "solid-js";
import { Icon } from "./icon.tsx";

export type Option<T extends string> = { value: T; label: string; help?: string };

type Props<T extends string> = {
  label: string;
  options: Option<T>[];
  value: T;
  onChange: (value: T) => void;
  disabled?: boolean;
  class?: string;
  hideLabel?: boolean;
  error?: string | undefined;
};

/** The word by which Kobalte leaves an element alone when a dialog hides the rest of the page from screen readers. */
const onTop = (portal: Element) => portal.setAttribute("data-react-aria-top-layer", "true");

export function Select<T extends string>(props: Props<T>) {
  const current = () => props.options.find((option) => option.value === props.value) ?? null;
  return (
    <Kobalte.Root<Option<T>>
      class={`field ${props.class ?? ""}`}
      options={props.options}
      optionValue="value"
      optionTextValue="label"
      value={current()}
      // The same choice comes again whenever the options are new objects.
      onChange={(option) => option && option.value !== props.value && props.onChange(option.value)}
      disabled={props.disabled ?? false}
      disallowEmptySelection
      validationState={props.error ? "invalid" : "valid"}
      gutter={4}
      itemComponent={(item) => (
        <Kobalte.Item item={item.item} class="menu-item">
          <Kobalte.ItemLabel class={item.item.rawValue.help ? "py-1" : ""}>
            {item.item.rawValue.label}
            <span class="block text-11 text-fg-3">{item.item.rawValue.help}</span>
          </Kobalte.ItemLabel>
          <Kobalte.ItemIndicator class="end">
            <Icon name="check" size="s" />
          </Kobalte.ItemIndicator>
        </Kobalte.Item>
      )}
    >
      <Kobalte.Label class={props.hideLabel ? "sr" : "label"}>{props.label}</Kobalte.Label>
      <Kobalte.Trigger class={`input ${props.error ? "invalid" : ""}`}>
        <Kobalte.Value<Option<T>>>{(state) => state.selectedOption().label}</Kobalte.Value>
        <Kobalte.Icon class="select-chevron">
          <Icon name="chevronDown" size="xs" />
        </Kobalte.Icon>
      </Kobalte.Trigger>
      <Show when={props.error}>
        {(error) => (
          <Kobalte.ErrorMessage class="error" role="alert">
            <Icon name="error" size="xs" />
            {error()}
          </Kobalte.ErrorMessage>
        )}
      </Show>
      <Kobalte.Portal ref={onTop}>
        <Kobalte.Content class="menu">
          <Kobalte.Listbox class="outline-none" />
        </Kobalte.Content>
      </Kobalte.Portal>
    </Kobalte.Root>
  );
}
