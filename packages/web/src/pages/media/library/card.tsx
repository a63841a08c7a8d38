import { createSignal, Match, Show, Switch } from "solid-js";
import { percent } from "../../../data/format.ts";
import { steady } from "../../../data/media/pictures.ts";
import type { MediaItem } from "../../../data/media/types.ts";
import { plateWords, stateWords } from "../../../data/media/words.ts";
import { Icon } from "../../../ui/icon.tsx";

type Props = { item: MediaItem; note: string; selected: boolean };

/** A picture of it that moves under the pointer, what it is, and how far it is. Nothing in it takes the focus: the list does. */
export function MediaCard(props: Props) {
  return (
    <>
      <Picture item={props.item} selected={props.selected} />
      <div class="media-body">
        <div class="media-name truncate" title={props.item.name}>
          {props.item.name}
        </div>
        <div class="media-note">
          <span class="truncate">{props.note}</span>
          <MediaStateWord item={props.item} />
        </div>
      </div>
    </>
  );
}

export function Picture(props: { item: MediaItem; selected: boolean }) {
  const [hovered, setHovered] = createSignal(false);
  const [at, setAt] = createSignal(0);
  const preview = () => (hovered() ? steady(props.item.previewUrl) : undefined);
  return (
    <div
      class="media-picture"
      onPointerEnter={() => setHovered(true)}
      onPointerLeave={() => {
        setHovered(false);
        setAt(0);
      }}
    >
      <Show
        when={steady(props.item.thumbnailUrl)}
        fallback={<Icon name={props.item.dtype === "image" ? "image" : "film"} size="l" />}
      >
        {(url) => <img src={url()} alt="" loading="lazy" decoding="async" draggable={false} />}
      </Show>
      <Show when={preview()}>
        {(url) => (
          <>
            <video
              src={url()}
              muted
              autoplay
              loop
              playsinline
              disablepictureinpicture
              tabIndex={-1}
              onTimeUpdate={({ currentTarget: { currentTime, duration } }) =>
                setAt(duration > 0 ? currentTime / duration : 0)
              }
            />
            <span class="media-scrub" aria-hidden="true">
              <i style={{ transform: `scaleX(${at()})` }} />
            </span>
          </>
        )}
      </Show>
      <span class="media-check" data-select data-on={props.selected ? "" : undefined} aria-hidden="true">
        <Icon name="check" size="xs" />
      </span>
      <Show when={plateWords(props.item)}>{(words) => <span class="media-plate">{words()}</span>}</Show>
    </div>
  );
}

export function MediaStateWord(props: { item: MediaItem }) {
  const state = () => props.item.state;
  return (
    <span class="media-state" data-state={state()}>
      <Switch>
        <Match when={state() === "processing" && props.item.progress === 0}>new</Match>
        <Match when={state() === "processing"}>
          <span class="media-ring" style={{ "--share": String(props.item.progress) }} aria-hidden="true" />
          {percent(props.item.progress)}
        </Match>
        <Match when={true}>
          <Icon name={state() === "ready" ? "success" : state() === "partial" ? "warning" : "error"} size="xs" />
          {stateWords[state()]}
        </Match>
      </Switch>
    </span>
  );
}
