import { createSignal, Show } from "solid-js";
import { Icon } from "../../ui/icon.tsx";
import { IconButton } from "../../ui/icon-button.tsx";
import { Menu } from "../../ui/menu.tsx";
import { RATES } from "../player/roles.ts";
import type { Room } from "./room.ts";
import { clock, parsePlace } from "./time.ts";

export function Transport(props: { room: Room; zoomed: boolean; onZoom: (zoomed: boolean) => void }) {
  const { player } = props.room;
  const second = () => Math.max(1, Math.round(props.room.fps()));
  const now = () => clock(player.frames()?.timeOf(player.frame()) ?? player.frame() / props.room.fps());
  const fps = () => props.room.fps().toLocaleString("en", { maximumFractionDigits: 2 });
  const rate = () => `${player.rate() < 0 ? "−" : ""}${Math.abs(player.rate())}×`;
  const rates = (sign: 1 | -1) =>
    RATES.map((one) => ({
      label: `${sign < 0 ? "−" : ""}${one}×`,
      checked: player.rate() === sign * one,
      run: () => player.setRate(sign * one),
    }));
  return (
    <div class="an-transport" role="toolbar" aria-label="Playing">
      <IconButton icon="secondBack" label="Second back" keys="⇧←" onClick={() => player.step(-second())} />
      <IconButton icon="chevronLeft" label="Frame back" keys="←" onClick={() => player.step(-1)} />
      <IconButton
        icon={player.playing() ? "pause" : "play"}
        label={player.playing() ? "Pause" : "Play"}
        keys="Space"
        tone="primary"
        class="an-play"
        onClick={() => (player.playing() ? player.pause() : player.play())}
      />
      <IconButton icon="chevronRight" label="Frame forward" keys="→" onClick={() => player.step(1)} />
      <IconButton icon="secondForward" label="Second forward" keys="⇧→" onClick={() => player.step(second())} />
      <Place room={props.room} />
      <span class="an-time" aria-hidden="true">
        {now()[0]}
        <span class="an-soft">{now()[1]}</span>
      </span>
      <span class="an-of">
        of {clock(props.room.media.video?.duration ?? 0)[0]} · {fps()} fps
      </span>
      <span class="grow" />
      <Menu
        label={`Rate, ${rate()}`}
        class="btn ghost"
        placement="top-start"
        entries={[...rates(1), "line", ...rates(-1)]}
      >
        {rate()}
        <Icon name="chevronDown" size="xs" />
      </Menu>
      <IconButton
        icon="loop"
        label="Begin again at the end"
        keys="⇧R"
        on={player.looped()}
        onClick={() => player.setLooped(!player.looped())}
      />
      <Show when={props.room.hasSound}>
        <IconButton
          icon={props.room.soundOn() ? "sound" : "soundOff"}
          label={props.room.soundOn() ? "Sound off" : "Sound on"}
          keys="⇧S"
          onClick={() => props.room.setSoundOn(!props.room.soundOn())}
        />
      </Show>
      <span class="vsep" />
      <div class="segmented">
        <button type="button" aria-pressed={!props.zoomed} onClick={() => props.onZoom(false)}>
          Whole
        </button>
        <button type="button" aria-pressed={props.zoomed} onClick={() => props.onZoom(true)}>
          Zoomed
        </button>
      </div>
    </div>
  );
}

/** Where one is, and where to go: a frame, or a time. */
function Place(props: { room: Room }) {
  const { player } = props.room;
  const [text, setText] = createSignal<string>();
  const go = () => {
    const place = parsePlace(text() ?? "");
    if (place) player.seek("frame" in place ? place.frame : (player.frames()?.frameAt(place.seconds) ?? 0));
    setText(undefined);
  };
  return (
    <input
      class="an-place"
      aria-label="Frame or time to go to"
      value={text() ?? String(player.frame())}
      onFocus={(event) => event.currentTarget.select()}
      onInput={(event) => setText(event.currentTarget.value)}
      onBlur={() => setText(undefined)}
      onKeyDown={(event) => {
        if (event.key === "Enter") {
          go();
          event.currentTarget.blur();
        }
        if (event.key === "Escape") event.currentTarget.blur();
      }}
    />
  );
}
