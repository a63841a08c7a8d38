import * as Kobalte from "@kobalte/core/tooltip";
import { type JSX, Show, splitProps } from "solid-js";
import { buttonClass, type Tone } from "./button.tsx";
import { Icon, type IconName } from "./icon.tsx";
import { Kbd } from "./kbd.tsx";

type Props = Omit<JSX.ButtonHTMLAttributes<HTMLButtonElement>, "type" | "value" | "onToggle"> & {
  icon: IconName;
  label: string;
  keys?: string;
  tone?: Tone;
  size?: "sm" | "md";
  on?: boolean;
};

/** An icon alone: its word is the accessible name and the tooltip. */
export function IconButton(props: Props) {
  const [own, rest] = splitProps(props, ["icon", "label", "keys", "tone", "size", "on", "class"]);
  return (
    <Kobalte.Root openDelay={500} closeDelay={0} gutter={6}>
      <Kobalte.Trigger
        type="button"
        {...rest}
        aria-label={own.label}
        aria-pressed={own.on}
        class={buttonClass(own.tone ?? "ghost", own.size ?? "md", `icon ${own.on ? "on" : ""} ${own.class ?? ""}`)}
      >
        <Icon name={own.icon} {...(own.size === "sm" ? { size: "s" } : {})} />
      </Kobalte.Trigger>
      <Kobalte.Portal>
        <Kobalte.Content class="tooltip">
          {own.label}
          <Show when={own.keys}>{(keys) => <Kbd>{keys()}</Kbd>}</Show>
        </Kobalte.Content>
      </Kobalte.Portal>
    </Kobalte.Root>
  );
}
