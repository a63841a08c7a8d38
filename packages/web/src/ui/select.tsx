import * as Kobalte from "@kobalte/core/select";
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
};

export function Select<T extends string>(props: Props<T>) {
  const current = () => props.options.find((option) => option.value === props.value) ?? null;
  return (
    <Kobalte.Root<Option<T>>
      class={`field ${props.class ?? ""}`}
      options={props.options}
      optionValue="value"
      optionTextValue="label"
      value={current()}
      onChange={(option) => option && props.onChange(option.value)}
      disabled={props.disabled ?? false}
      disallowEmptySelection
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
      <Kobalte.Trigger class="input">
        <Kobalte.Value<Option<T>>>{(state) => state.selectedOption().label}</Kobalte.Value>
        <Kobalte.Icon class="select-chevron">
          <Icon name="chevronDown" size="xs" />
        </Kobalte.Icon>
      </Kobalte.Trigger>
      <Kobalte.Portal>
        <Kobalte.Content class="menu">
          <Kobalte.Listbox class="outline-none" />
        </Kobalte.Content>
      </Kobalte.Portal>
    </Kobalte.Root>
  );
}
