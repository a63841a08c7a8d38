import { For, Show } from "solid-js";
import { Button } from "../../ui/button.tsx";
import { Kbd } from "../../ui/kbd.tsx";
import type { Combination } from "../model/combine.ts";
import type { Room } from "../room/room.ts";

const WAYS: [Combination, string, string, string][] = [
  ["unite", "Unite", "U", "They become one outline, with what is said of the first"],
  ["subtract", "Cut out", "⇧U", "The first loses what the others cover"],
  ["split", "Split", "S", "It comes apart along the line"],
];

/** What several polygons become. */
export function Combine(props: { room: Room }) {
  const { session } = props.room;
  const fitting = () => WAYS.filter(([how]) => session.canCombine(how));
  return (
    <Show when={fitting().length > 0}>
      <div class="an-keys" role="group" aria-label="Polygons">
        <For each={fitting()}>
          {([how, label, key, what]) => (
            <Button size="sm" title={what} onClick={() => session.combine(how)}>
              {label} <Kbd>{key}</Kbd>
            </Button>
          )}
        </For>
      </div>
    </Show>
  );
}
