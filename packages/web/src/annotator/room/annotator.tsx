import { createEffect, type JSX, on, onCleanup, Show, untrack } from "solid-js";
import { Stage } from "../stage/stage.tsx";
import { TrackCard } from "../stage/track-card.tsx";
import { Timeline } from "../timeline/timeline.tsx";
import { useKeys } from "./keys.ts";
import { RightPanel } from "./panel.tsx";
import type { Room } from "./room.ts";
import { Status } from "./status.tsx";
import { Tools } from "./tools.tsx";

const SAY_FRAME_MS = 400;

/** The stage with everything around it. */
export function Annotator(props: { room: Room; onFrame: (frame: number) => void; children?: JSX.Element }) {
  const room = untrack(() => props.room);
  // The classes' keys are those of the project as it is now.
  createEffect(
    on(
      () => room.session.allTypes(),
      () => useKeys(() => room),
    ),
  );
  // The address says where one is once that stays the same for a moment.
  createEffect(() => {
    const frame = room.player.frame();
    if (room.isPlaying()) return;
    const later = setTimeout(() => props.onFrame(frame), SAY_FRAME_MS);
    onCleanup(() => clearTimeout(later));
  });
  return (
    <div class="annotator">
      <h1 class="sr">{room.media.name}</h1>
      <Tools room={room} />
      <Show when={props.children} fallback={<Stage room={room} />}>
        {props.children}
      </Show>
      <TrackCard room={room} />
      <Show when={room.isVideo}>
        <Timeline room={room} />
      </Show>
      <RightPanel room={room} />
      <Status room={room} />
    </div>
  );
}
