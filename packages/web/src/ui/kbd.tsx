import { type JSX, Show } from "solid-js";
import { Icon, type IconName } from "./icon.tsx";

/** Signs that a font may lack. */
const DRAWN: Record<string, IconName> = {
  "↑": "arrowUp",
  "↓": "arrowDown",
  "←": "arrowLeft",
  "→": "arrowRight",
  "↵": "enter",
  "⌫": "erase",
  "⇧": "shift",
};

export function Kbd(props: { children: JSX.Element }) {
  const drawn = () => DRAWN[String(props.children)];
  return (
    <kbd class="kbd">
      <Show when={drawn()} fallback={props.children}>
        {(name) => (
          <>
            <Icon name={name()} size="xs" />
            <span class="sr">{props.children}</span>
          </>
        )}
      </Show>
    </kbd>
  );
}
