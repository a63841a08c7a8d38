import { For, Show } from "solid-js";
import { keySigns } from "../data/shortcuts.ts";
import { Icon, type IconName } from "../ui/icon.tsx";
import { Kbd } from "../ui/kbd.tsx";

export type Entry = {
  id: string;
  group: string;
  label: string;
  note?: string;
  icon: IconName;
  keys?: string;
  /** Where it leads, of what has a page; it opens in another tab too, and has actions. */
  href?: string;
  run: () => void;
};

/** What can be done with what has a page, without going there first. */
export function actionsOf({ href, label, id }: Entry, go: (to: string) => () => void): Entry[] {
  if (!href) return [];
  const group = label;
  const beside = () => void window.open(href, "_blank", "noopener");
  const copy = () => void navigator.clipboard.writeText(new URL(href, window.location.origin).href);
  const inside = (part: string, name: string, icon: IconName): Entry => ({
    ...{ id: `${id}-${part}`, group, label: name, icon },
    run: go(`${href}/${part}`),
  });
  return [
    { id: `${id}-open`, group, label: "Open", icon: "enter", keys: "Enter", run: go(href) },
    { id: `${id}-beside`, group, label: "Open in another tab", icon: "external", keys: "alt+Enter", run: beside },
    { id: `${id}-copy`, group, label: "Copy its link", icon: "copy", run: copy },
    ...(href.startsWith("/projects/")
      ? [inside("readme", "Read its README", "text"), inside("members", "See who has access", "people")]
      : []),
  ];
}

/** Whether what lies in the open project comes first. */
export function Scope(props: { name: string; on: boolean; onToggle: () => void }) {
  return (
    <>
      <button
        type="button"
        class="chip palette-scope"
        aria-pressed={props.on}
        title={props.on ? "Look everywhere alike" : "Show what is in this project first"}
        onClick={() => props.onToggle()}
      >
        <span class="f">in</span>
        <span class="truncate">{props.name}</span>
        <Show when={props.on}>
          <span class="x">
            <Icon name="close" size="xs" />
          </span>
        </Show>
      </button>
      <Kbd>Tab</Kbd>
    </>
  );
}

/** The keys that work in the palette. */
export function Foot(props: { actions: boolean; inActions: boolean }) {
  return (
    <div class="palette-foot">
      <span>
        <Kbd>↑</Kbd>
        <Kbd>↓</Kbd> move
      </span>
      <span>
        <Kbd>↵</Kbd> open
      </span>
      <Show when={props.actions}>
        <span>
          <For each={keySigns("alt+Enter")}>{(key) => <Kbd>{key}</Kbd>}</For> beside
        </span>
        <span>
          <Kbd>→</Kbd> actions
        </span>
      </Show>
      <Show when={props.inActions}>
        <span>
          <Kbd>←</Kbd> back
        </span>
      </Show>
      <span class="ml-auto">
        <Kbd>&gt;</Kbd> commands
      </span>
      <span>
        <Kbd>#</Kbd> tags
      </span>
      <span>
        <Kbd>@</Kbd> people
      </span>
      <span>
        <Kbd>Esc</Kbd> close
      </span>
    </div>
  );
}
