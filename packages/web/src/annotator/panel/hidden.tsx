import { createMemo, For, Show } from "solid-js";
import { Button } from "../../ui/button.tsx";
import { IconButton } from "../../ui/icon-button.tsx";
import { labelOf } from "../model/drawables.ts";
import type { Room } from "../room/room.ts";

const MOST = 50;

/** Single things that are hidden, on whatever frame: what cannot be seen can at least be found here. */
export function Hidden(props: { room: Room }) {
  const { session, player } = props.room;
  const rows = createMemo(() => {
    session.store.version();
    return [...session.hiddenRows()].flatMap((id) => session.store.find(id) ?? []);
  });
  return (
    <Show when={session.hiddenRows().size > 0}>
      <h2 class="an-caption">
        Hidden <span class="an-soft">{session.hiddenRows().size.toLocaleString("en")}</span>
        <Button size="sm" tone="ghost" class="ml-auto" onClick={() => session.setHiddenRows(new Set<string>())}>
          Show all
        </Button>
      </h2>
      <For each={rows().slice(0, MOST)}>
        {(row) => {
          const type = () => session.types().get(row.typeId);
          const name = () => labelOf(row, type());
          const frame = () => (row.kind === "state" ? session.store.ofTrack(row.elementalId)[0]?.frame : row.frame);
          return (
            <div class="an-item">
              <button type="button" class="an-item-main" onClick={() => player.seek(frame() ?? 0)}>
                <span class="an-swatch" style={{ background: type()?.color }} />
                <span class="truncate">{name()}</span>
                <span class="an-soft">frame {(frame() ?? 0).toLocaleString("en")}</span>
              </button>
              <IconButton
                icon="eyeOff"
                size="sm"
                label={`Show ${name()}`}
                onClick={() => session.unhide(row.elementalId)}
              />
            </div>
          );
        }}
      </For>
    </Show>
  );
}
