import { A } from "@solidjs/router";
import { Show } from "solid-js";
import { steady } from "../../data/media/pictures.ts";
import type { MediaItem } from "../../data/media/types.ts";
import { dtypeWords, plateWords } from "../../data/media/words.ts";
import { Icon } from "../../ui/icon.tsx";

/** A video or a picture as a card beside the tables' cards. */
export function MediaCard(props: { item: MediaItem; large?: boolean }) {
  return (
    <A href={`/media/${props.item.id}`} class="card hoverable plain overflow-hidden">
      <div class={`thumb ${props.large ? "tall" : ""}`}>
        <Show
          when={steady(props.item.thumbnailUrl)}
          fallback={
            <span class="place-self-center text-fg-3">
              <Icon name="film" size="l" />
            </span>
          }
        >
          {(url) => <img src={url()} alt="" decoding="async" />}
        </Show>
      </div>
      <div class="px-3 pt-2 pb-2.5">
        <div class="flex items-center gap-1.5 font-medium">
          <Icon name="film" size="s" class="text-fg-2" />
          <span class="truncate">{props.item.name}</span>
        </div>
        <div class="mt-0.5 text-11 text-fg-3 tabular-nums">
          {[dtypeWords[props.item.dtype], plateWords(props.item)].filter(Boolean).join(" · ")}
        </div>
      </div>
    </A>
  );
}
