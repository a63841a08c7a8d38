import { createEffect, untrack } from "solid-js";
import { frameBeside, type View } from "../model/views.ts";
import type { Room } from "./room.ts";

/** While it plays each view has its own clock: this far apart they are put right, in seconds. */
const APART_S = 0.1;

const viewOf = ({ room, offset }: Seen): View => {
  const frames = room.player.frames();
  const fps = room.fps();
  return {
    ...{ fps, offset, frames: room.frames(), isVariable: room.media.video?.variable ?? false },
    timeOf: (frame) => frames?.timeOf(frame) ?? frame / fps,
    frameAt: (seconds) => frames?.frameAt(seconds) ?? Math.floor(seconds * fps + SLACK),
  };
};
const SLACK = 1e-6;

export type Seen = { room: Room; offset: number };

/** The others follow the view that is active: to the frame while it stands, and within an eye's blink while it plays. */
export function createSync(views: readonly Seen[], lead: () => Seen) {
  createEffect(() => {
    const leading = lead();
    const { player } = leading.room;
    const [frame, isPlaying, rate] = [player.frame(), player.playing(), player.rate()];
    const [first] = views;
    for (const one of views) {
      if (one === leading || !one.room.isVideo || !leading.room.isVideo || !first) continue;
      // Its index may come later than the first frame that is asked of it.
      one.room.player.frames();
      untrack(() => follow(one, frameBeside(viewOf(one), viewOf(leading), frame, viewOf(first)), isPlaying, rate));
    }
    leading.room.setOutside(false);
  });
}

function follow({ room }: Seen, frame: number | undefined, isPlaying: boolean, rate: number) {
  const { player } = room;
  room.setOutside(frame === undefined);
  if (frame === undefined) {
    player.pause();
  } else if (!isPlaying) {
    if (player.playing()) player.pause();
    if (player.frame() !== frame) player.seek(frame);
  } else {
    const apart = Math.abs(player.frame() - frame) / room.fps();
    if (!player.playing()) {
      player.seek(frame);
      player.play(rate);
    } else {
      if (player.rate() !== rate) player.setRate(rate);
      if (apart > APART_S * Math.max(1, Math.abs(rate))) player.seek(frame);
    }
  }
}
