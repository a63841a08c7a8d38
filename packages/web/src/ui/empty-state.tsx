import { type JSX, Show } from "solid-js";
import { Icon, type IconName } from "./icon.tsx";

/** Says what belongs here and how to begin. */
export function EmptyState(props: { icon: IconName; title: string; children?: JSX.Element; actions?: JSX.Element }) {
  return (
    <div class="empty">
      <Icon name={props.icon} size="l" />
      <h2>{props.title}</h2>
      <div class="max-w-md">{props.children}</div>
      <Show when={props.actions}>
        <div class="mt-2 flex gap-2">{props.actions}</div>
      </Show>
    </div>
  );
}
