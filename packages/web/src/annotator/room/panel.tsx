import { createSignal, For, type JSX, Show } from "solid-js";
import { ErrorState } from "../../ui/error-state.tsx";
import { Classes } from "../panel/classes.tsx";
import { FramePanel } from "../panel/frame.tsx";
import { Layers } from "../panel/layers.tsx";
import { MediaPanel } from "../panel/media.tsx";
import { Objects } from "../panel/objects.tsx";
import type { Room } from "./room.ts";

type Part = { name: string; label: string; count?: () => number; content: (room: Room) => JSX.Element };

const PARTS: Part[] = [
  { name: "objects", label: "Objects", content: (room) => <Objects room={room} /> },
  { name: "frame", label: "Frame", content: (room) => <FramePanel room={room} /> },
  { name: "classes", label: "Classes", content: (room) => <Classes room={room} /> },
  { name: "media", label: "Media", content: (room) => <MediaPanel room={room} /> },
];

/** Parts at the right: one at a time, or with Shift several under each other. */
export function RightPanel(props: { room: Room }) {
  const open = () => props.room.openParts();
  const [announced, setAnnounced] = createSignal("");
  const toggle = (name: string, beside: boolean) => {
    if (beside) props.room.toggleParts(name);
    else props.room.setOpenParts([name]);
    setAnnounced(beside ? `${open().length} parts open` : "");
  };
  const shown = () => PARTS.filter(({ name }) => open().includes(name));
  return (
    <aside class="panel right an-panel" aria-label="About what is drawn">
      <div class="tabs px-1" role="toolbar" aria-label="Parts of the panel">
        <For each={PARTS}>
          {(part) => (
            <button
              type="button"
              class="tab"
              aria-pressed={open().includes(part.name)}
              data-selected={open().includes(part.name) ? "" : undefined}
              title={`${part.label}: with Shift beside the others`}
              onClick={(event) => toggle(part.name, event.shiftKey)}
            >
              {part.label}
              <Show when={part.name === "objects" && props.room.session.items().length > 0}>
                <span class="count">{props.room.session.items().length.toLocaleString("en")}</span>
              </Show>
            </button>
          )}
        </For>
      </div>
      <span class="sr" role="status">
        {announced()}
      </span>
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: a region that scrolls must be reachable by keyboard */}
      <div class="scroll min-h-0 grow" tabIndex={0} role="group" aria-label="Parts that are open">
        <Show when={props.room.loadError()}>
          {(error) => (
            <ErrorState error={error()} what="The objects did not load" onRetry={() => void props.room.load()} />
          )}
        </Show>
        <For each={shown()}>
          {(part) => (
            <>
              <Show when={shown().length > 1}>
                <h2 class="an-part">{part.label}</h2>
              </Show>
              {part.content(props.room)}
            </>
          )}
        </For>
        <Layers room={props.room} />
      </div>
    </aside>
  );
}
