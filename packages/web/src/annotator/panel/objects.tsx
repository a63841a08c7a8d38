import { createMemo, For, Show } from "solid-js";
import { IconButton } from "../../ui/icon-button.tsx";
import { Kbd } from "../../ui/kbd.tsx";
import { isOfTrack, listed } from "../room/listed.ts";
import type { Room } from "../room/room.ts";
import type { Drawable } from "../stage/drawable.ts";
import { Hidden } from "./hidden.tsx";
import { LookBar } from "./look-bar.tsx";
import { Selected } from "./selected.tsx";

const PICKED = 9;
/** A longer list helps nobody, and would take longer to make than a frame is shown. */
const MOST = 100;

export function Objects(props: { room: Room }) {
  const { session } = props.room;
  // While it plays, a list that changes thirty times a second can be neither read nor clicked.
  const all = createMemo<Drawable[]>((before) => (props.room.isPlaying() ? before : listed(props.room)), []);
  const tracks = () => all().filter(isOfTrack).slice(0, MOST);
  const others = () =>
    all()
      .filter((item) => !isOfTrack(item))
      .slice(0, MOST - tracks().length);
  const nextFrame = () => session.store.marked().find((frame) => frame > props.room.frame());
  return (
    <>
      <div class="an-objects">
        <LookBar room={props.room} />
        <Show
          when={all().length > 0}
          fallback={
            <div class="an-none">
              <p>Nothing on this frame</p>
              <Show when={nextFrame() !== undefined}>
                <button type="button" class="link" onClick={() => props.room.player.seek(nextFrame() ?? 0)}>
                  Go to frame {nextFrame()?.toLocaleString("en")}
                </button>
              </Show>
            </div>
          }
        >
          <Show when={tracks().length > 0}>
            <h2 class="an-caption">
              Tracks <span class="an-soft">on this frame</span>
            </h2>
            <For each={tracks()}>{(item, at) => <Item room={props.room} item={item} at={at()} />}</For>
          </Show>
          <Show when={others().length > 0}>
            <h2 class="an-caption">Boxes and shapes</h2>
            <For each={others()}>
              {(item, at) => <Item room={props.room} item={item} at={tracks().length + at()} />}
            </For>
          </Show>
          <Show when={all().length > MOST}>
            <p class="an-soft px-3 py-1 text-11">
              and {(all().length - MOST).toLocaleString("en")} more on the picture
            </p>
          </Show>
        </Show>
        <Hidden room={props.room} />
      </div>
      <Selected room={props.room} />
    </>
  );
}

function Item(props: { room: Room; item: Drawable; at: number }) {
  const { session } = props.room;
  const isSelected = () => session.selected().has(props.item.id);
  return (
    <div class="an-item" data-on={isSelected()}>
      <button
        type="button"
        class="an-item-main"
        aria-pressed={isSelected()}
        onClick={(event) => session.select(event.shiftKey ? [...session.selected(), props.item.id] : [props.item.id])}
        onPointerEnter={() => session.setHovered(props.item.id)}
        onPointerLeave={() => session.setHovered(undefined)}
      >
        <span class="an-swatch" style={{ background: props.item.color }} />
        <span class="truncate">{props.item.label}</span>
        <span class="an-soft truncate">{props.item.shape === "box" ? "" : props.item.shape}</span>
      </button>
      <Show when={props.at < PICKED}>
        <Kbd>{props.at + 1}</Kbd>
      </Show>
      <IconButton
        icon="eye"
        size="sm"
        label={`Hide ${props.item.label}`}
        onClick={() => session.hide([props.item.id])}
      />
    </div>
  );
}
