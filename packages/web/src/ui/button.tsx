import { type JSX, Show, splitProps } from "solid-js";
import { Icon, type IconName } from "./icon.tsx";

export type Tone = "plain" | "primary" | "ghost" | "danger" | "dangerLine";
export type Size = "sm" | "md" | "lg";

const TONES: Record<Tone, string> = {
  plain: "",
  primary: "pri",
  ghost: "ghost",
  danger: "danger",
  dangerLine: "danger-line",
};

export const buttonClass = (tone: Tone = "plain", size: Size = "md", extra = "") =>
  `btn ${TONES[tone]} ${size === "md" ? "" : size} ${extra}`;

type Props = JSX.ButtonHTMLAttributes<HTMLButtonElement> & {
  tone?: Tone;
  size?: Size;
  icon?: IconName;
  busy?: boolean;
  on?: boolean;
};

export function Button(props: Props) {
  const [own, rest] = splitProps(props, ["tone", "size", "icon", "busy", "on", "class", "children", "disabled"]);
  return (
    <button
      type="button"
      {...rest}
      disabled={own.disabled || own.busy}
      aria-busy={own.busy || undefined}
      aria-pressed={own.on}
      class={buttonClass(own.tone, own.size, `${own.on ? "on" : ""} ${own.class ?? ""}`)}
    >
      <Show when={own.busy ? "running" : own.icon}>
        {(name) => <Icon name={name()} size="s" class={own.busy ? "spin" : ""} />}
      </Show>
      {own.children}
    </button>
  );
}
