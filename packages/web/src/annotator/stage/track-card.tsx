import { createMemo, For, Show } from "solid-js";
import { Button } from "../../ui/button.tsx";
import { Icon } from "../../ui/icon.tsx";
import { IconButton } from "../../ui/icon-button.tsx";
import type { IconName } from "../../ui/icons.ts";
import { Kbd } from "../../ui/kbd.tsx";
import { Menu } from "../../ui/menu.tsx";
import { labelOf } from "../model/drawables.ts";
import type { Room } from "../room/room.ts";

const SOME = 10;
const MOST_LISTED = 12;

/** What can be done with the whole of the track that is selected, beside the picture. */
export function TrackCard(props: { room: Room }) {
  const { session, trackWork, player } = props.room;
  const track = createMemo(() => {
    session.store.version();
    return trackWork.track();
  });
  const type = () => session.types().get(track()?.typeId ?? "");
  const second = () => Math.max(1, Math.round(props.room.fps()));
  const count = () => {
    session.store.version();
    return session.store.ofTrack(track()?.elementalId ?? "").length;
  };
  const lengths = (direction: "forward" | "backward") =>
    [...new Set([1, SOME, second(), second() * 5])].map((frames) => ({
      label:
        frames % second() === 0 && frames > 1 ? `${frames / second()} s` : `${frames} frame${frames > 1 ? "s" : ""}`,
      ...(frames === SOME ? { keys: direction === "forward" ? "E" : "⇧E" } : {}),
      run: () => trackWork.extend(direction, frames),
    }));
  const others = () => trackWork.selected().slice(1);
  const mergeable = () =>
    trackWork
      .mergeable()
      .slice(0, MOST_LISTED)
      .map(({ row, span }) => ({
        label: labelOf(row, session.types().get(row.typeId)),
        help: `frames ${span[0].toLocaleString("en")}–${span[1].toLocaleString("en")}`,
        run: () => trackWork.merge([row.elementalId]),
      }));
  const action = (icon: IconName, label: string, key: string, run: () => void) => (
    <button type="button" class="an-card-row" disabled={trackWork.busy()} onClick={run}>
      <Icon name={icon} size="s" />
      {label}
      <span class="ml-auto flex gap-1">
        <For each={[...key]}>{(one) => <Kbd>{one}</Kbd>}</For>
      </span>
    </button>
  );
  return (
    <Show when={!props.room.isPlaying() && track()}>
      {(row) => (
        <section class="an-card" data-theme="dark" aria-label="Track" aria-busy={trackWork.busy()}>
          <header>
            <span class="an-swatch" style={{ background: row().color ?? type()?.color ?? "#9ba0ab" }} />
            <b class="truncate">{labelOf(row(), type())}</b>
            <span class="an-soft ml-auto whitespace-nowrap">
              {trackWork.busy() ? "working" : `track, ${count().toLocaleString("en")} boxes`}
            </span>
            <IconButton icon="close" size="sm" label="Select nothing" keys="Esc" onClick={() => session.select([])} />
          </header>
          <div class="flex gap-1">
            <Menu
              label="Extend"
              class="btn sm"
              placement="bottom-start"
              entries={[
                { caption: "Forward from its end" },
                ...lengths("forward"),
                { caption: "Backward from its start" },
                ...lengths("backward"),
              ]}
            >
              Extend
            </Menu>
            <Menu
              label="Trim"
              class="btn sm"
              placement="bottom-start"
              entries={[
                { label: "It begins on this frame", keys: "{", run: () => trackWork.trim(player.frame(), "start") },
                { label: "It ends on this frame", keys: "}", run: () => trackWork.trim(player.frame(), "end") },
              ]}
            >
              Trim
            </Menu>
            <Show
              when={others().length > 0}
              fallback={
                <Menu
                  label="Merge"
                  class="btn sm"
                  placement="bottom-start"
                  entries={
                    mergeable().length > 0
                      ? [{ caption: "Into this one" }, ...mergeable()]
                      : [{ caption: "There is no other of its class" }]
                  }
                >
                  Merge
                </Menu>
              }
            >
              <Button size="sm" busy={trackWork.busy()} onClick={() => trackWork.merge()}>
                Merge {others().length + 1} <Kbd>M</Kbd>
              </Button>
            </Show>
          </div>
          {action("track", "Interpolate between keys", "I", trackWork.interpolate)}
          {action("dot", "Fill gaps", "⇧I", trackWork.fill)}
        </section>
      )}
    </Show>
  );
}
