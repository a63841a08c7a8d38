import { type JSX, Show, splitProps } from "solid-js";
import { Icon, type IconName } from "./icon.tsx";
import { Kbd } from "./kbd.tsx";

type Props = Omit<JSX.InputHTMLAttributes<HTMLInputElement>, "onInput"> & {
  icon?: IconName;
  keys?: string;
  small?: boolean;
  onText?: (value: string) => void;
};

/** A bare text box with room for an icon and a key; give it an aria-label. */
export function Input(props: Props) {
  const [own, rest] = splitProps(props, ["icon", "keys", "small", "onText", "class"]);
  return (
    <span class={`input ${own.small ? "sm" : ""} ${own.class ?? ""}`}>
      <Show when={own.icon}>{(icon) => <Icon name={icon()} size="s" />}</Show>
      <input {...rest} onInput={(event) => own.onText?.(event.currentTarget.value)} />
      <Show when={own.keys}>{(keys) => <Kbd>{keys()}</Kbd>}</Show>
    </span>
  );
}
