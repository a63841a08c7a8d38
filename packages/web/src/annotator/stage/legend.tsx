import { createMemo, For, Show } from "solid-js";
import { told } from "../model/drawables.ts";
import type { Row } from "../model/types.ts";
import type { Room } from "../room/room.ts";

const MOST = 14;

/** What the colours on this frame mean, where they are not those of the classes. */
export function Legend(props: { room: Room }) {
  const { session } = props.room;
  const trackOf = (row: Row) => (row.kind === "localization" ? session.tracks().get(row.trackIds[0] ?? "") : undefined);
  const said = createMemo(() => {
    const by = session.colorBy();
    const found = new Map<string, string>();
    if (by === "type") return [];
    for (const { row, color } of session.items()) {
      if (!row) continue;
      const word =
        by === "layer"
          ? (session.layers().find(({ id }) => id === row.layerId)?.name ?? "")
          : String(told(row, trackOf(row), by).attributes[by] ?? "nothing said");
      if (!found.has(word)) found.set(word, color);
    }
    return [...found].sort(([a], [b]) => a.localeCompare(b));
  });
  return (
    <Show when={said().length > 0}>
      <div class="an-legend" role="note" aria-label={`Colours by ${session.colorBy()}`}>
        <For each={said().slice(0, MOST)}>
          {([word, color]) => (
            <span>
              <i class="an-swatch" style={{ background: color }} />
              {word}
            </span>
          )}
        </For>
        <Show when={said().length > MOST}>
          <span>and {said().length - MOST} more</span>
        </Show>
      </div>
    </Show>
  );
}
