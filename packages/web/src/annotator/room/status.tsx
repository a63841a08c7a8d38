import { createSignal, onCleanup, Show } from "solid-js";
import { setHelpOpen } from "../../data/palette.ts";
import { keySigns } from "../../data/shortcuts.ts";
import { Kbd } from "../../ui/kbd.tsx";
import { canDecode } from "../player/lane.ts";
import type { Room } from "./room.ts";

const SHARE_MS = 1_000;

export function Status(props: { room: Room }) {
  const [share, setShare] = createSignal(0);
  const asking = setInterval(() => setShare(props.room.player.share()), SHARE_MS);
  onCleanup(() => clearInterval(asking));
  const word = (keys: string[], label: string) => (
    <span class="flex items-center gap-1">
      {keys.map((key) => (
        <Kbd>{key}</Kbd>
      ))}
      {label}
    </span>
  );
  const undo = keySigns("mod+z").join(" ");
  return (
    <footer class="statusbar an-status">
      <Show
        when={props.room.isVideo}
        fallback={
          <>
            {word(["+", "−"], "closer, further")}
            {word(["0"], "whole")}
            {word(["←", "→"], "move")}
          </>
        }
      >
        {word(["Space"], "play")}
        {word(["←", "→"], "frame")}
        {word(["⇧", "←"], "second")}
      </Show>
      {word(["B"], "box")}
      <Show when={props.room.isVideo}>{word(["T"], "track")}</Show>
      {word(["1–9"], "pick object")}
      {word([undo], "undo")}
      <span class="grow" />
      <Show when={props.room.session.drawingTrack()}>
        <b>Drawing a track: one box a frame, Esc ends it</b>
      </Show>
      <Show when={props.room.loading()}>
        <span>Loading objects</span>
      </Show>
      <Show when={props.room.isVideo}>
        <span>Buffered {Math.round(share() * 100)} %</span>
        <span>{canDecode() ? "Decoded frame by frame" : "Shown by the browser's player"}</span>
      </Show>
      <button type="button" class="flex items-center gap-1" onClick={() => setHelpOpen(true)}>
        <Kbd>?</Kbd> all shortcuts
      </button>
    </footer>
  );
}
