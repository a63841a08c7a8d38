import { For, type JSX } from "solid-js";
import { eventWords } from "../data/event-words.ts";
import type { Event } from "../data/types.ts";
import { Avatar } from "./avatar.tsx";
import { When } from "./when.tsx";

/** Who did what and when, newest first. */
export function EventList<E extends Event>(props: { events: E[]; detail?: (event: E) => JSX.Element }) {
  return (
    <ol class="flex flex-col">
      <For each={props.events}>
        {(event) => (
          <li class="flex items-center gap-3 border-b border-line-soft py-2.5">
            <Avatar name={event.actor?.name ?? "Atrium"} />
            <div class="min-w-0 grow">
              <div class="truncate">
                <span class="font-medium">{event.actor?.name ?? "Somebody"}</span> {eventWords(event)}
              </div>
              {props.detail?.(event)}
            </div>
            <When at={event.at} class="shrink-0 text-12 text-fg-3" />
          </li>
        )}
      </For>
    </ol>
  );
}
