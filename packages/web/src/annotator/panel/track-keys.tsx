import { Show } from "solid-js";
import { Button } from "../../ui/button.tsx";
import { IconButton } from "../../ui/icon-button.tsx";
import type { Row } from "../model/types.ts";
import type { Room } from "../room/room.ts";

/** From one key of the track it belongs to, to the next. */
export function TrackKeys(props: { room: Room; row: Row | undefined }) {
  const { session, player } = props.room;
  const id = () => (props.row?.kind === "state" ? props.row.elementalId : props.row?.trackIds[0]);
  const keys = () => {
    session.store.version();
    return session.store.ofTrack(id() ?? "").filter(({ key }) => key);
  };
  const at = () => keys().findLastIndex(({ frame }) => frame <= props.room.frame());
  const go = (by: number) => {
    const to = keys()[Math.max(0, Math.min(keys().length - 1, at() + by))];
    if (to) player.seek(to.frame);
  };
  const all = () => session.select(session.store.ofTrack(id() ?? "").map(({ elementalId }) => elementalId));
  return (
    <Show when={keys().length > 0}>
      <div class="an-keys">
        <IconButton icon="chevronLeft" size="sm" label="Previous key" onClick={() => go(-1)} />
        <span class="an-soft text-11">
          key {at() + 1} of {keys().length}
        </span>
        <IconButton icon="chevronRight" size="sm" label="Next key" onClick={() => go(1)} />
        <Button size="sm" tone="ghost" class="ml-auto" title="What is said then is said of each" onClick={all}>
          Select all its boxes
        </Button>
      </div>
    </Show>
  );
}
