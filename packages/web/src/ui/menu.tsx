import * as Kobalte from "@kobalte/core/dropdown-menu";
import { For, type JSX, Show } from "solid-js";
import { Icon, type IconName } from "./icon.tsx";
import { Kbd } from "./kbd.tsx";

export type MenuEntry =
  | "line"
  | { caption: string }
  | {
      label: string;
      icon?: IconName;
      /** A few grey words at the end. */
      help?: string;
      keys?: string;
      run: () => void;
      danger?: boolean;
      disabled?: boolean;
      checked?: boolean;
    };

export function MenuEntries(props: { entries: MenuEntry[] }) {
  return (
    <For each={props.entries}>
      {(entry) => {
        if (entry === "line") return <Kobalte.Separator />;
        if ("caption" in entry) return <div class="menu-caption">{entry.caption}</div>;
        return (
          <Kobalte.Item
            class={`menu-item ${entry.danger ? "bad" : ""}`}
            disabled={entry.disabled ?? false}
            onSelect={() => entry.run()}
          >
            <Show when={entry.icon}>{(icon) => <Icon name={icon()} size="s" />}</Show>
            {entry.label}
            <Show when={entry.help}>{(help) => <span class="end pl-4 text-11 text-fg-3">{help()}</span>}</Show>
            <Show when={entry.checked}>
              <Icon name="check" size="s" class="end" />
            </Show>
            <Show when={entry.keys}>
              {(keys) => (
                <span class="end">
                  <Kbd>{keys()}</Kbd>
                </span>
              )}
            </Show>
          </Kobalte.Item>
        );
      }}
    </For>
  );
}

type Props = {
  label: string;
  entries: MenuEntry[];
  children: JSX.Element;
  class?: string;
  placement?: "bottom-start" | "bottom-end" | "top-start" | "right-start";
};

/** A button that opens a menu; the button's look comes by class. */
export function Menu(props: Props) {
  return (
    <Kobalte.Root modal={false} placement={props.placement ?? "bottom-end"} gutter={4}>
      <Kobalte.Trigger class={props.class ?? "btn ghost icon sm"} aria-label={props.label} type="button">
        {props.children}
      </Kobalte.Trigger>
      <Kobalte.Portal>
        <Kobalte.Content class="menu">
          <MenuEntries entries={props.entries} />
        </Kobalte.Content>
      </Kobalte.Portal>
    </Kobalte.Root>
  );
}
