import { For, Show } from "solid-js";
import { kindIcons, kindWords } from "../../data/kinds.ts";
import type { Suggestion } from "../../data/types.ts";
import { Icon, type IconName } from "../../ui/icon.tsx";

const ICONS: Record<Suggestion["type"], IconName> = {
  entity: "file",
  tag: "hash",
  field: "filter",
  value: "check",
  person: "people",
};
const NOTES: Record<Suggestion["type"], string> = {
  entity: "",
  tag: "Tag",
  field: "Field",
  value: "",
  person: "Owner",
};

type Props = { id: string; items: Suggestion[]; current: number; onChoose: (one: Suggestion) => void };

export function SuggestionList(props: Props) {
  return (
    <Show when={props.items.length > 0}>
      <div id={props.id} role="listbox" aria-label="How it may go on" class="menu suggestions">
        <For each={props.items}>
          {(item, index) => (
            <div
              id={`${props.id}-${index()}`}
              role="option"
              aria-selected={props.current === index()}
              class="menu-item"
              data-highlighted={props.current === index() ? "" : undefined}
              // Before the box loses the focus, which closes the list.
              onPointerDown={(event) => {
                event.preventDefault();
                props.onChoose(item);
              }}
            >
              <Icon name={item.entity ? kindIcons[item.entity.kind] : ICONS[item.type]} size="s" />
              <span class="truncate">{item.label}</span>
              <span class="end">{item.entity ? kindWords[item.entity.kind] : NOTES[item.type]}</span>
            </div>
          )}
        </For>
      </div>
    </Show>
  );
}
