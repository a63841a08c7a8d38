import { For } from "solid-js";
import { Icon } from "../../ui/icon.tsx";

/** One finished piece of a search. */
export function SearchChip(props: { parts: string[]; onRemove: () => void }) {
  return (
    <span class="chip acc">
      <For each={props.parts}>
        {(part, index) => <span class={index() === 0 ? "f" : index() < props.parts.length - 1 ? "o" : ""}>{part}</span>}
      </For>
      <button
        type="button"
        class="x"
        tabIndex={-1}
        aria-label={`Remove ${props.parts.join(" ")}`}
        onClick={(event) => {
          event.stopPropagation();
          props.onRemove();
        }}
      >
        <Icon name="close" size="xs" />
      </button>
    </span>
  );
}
