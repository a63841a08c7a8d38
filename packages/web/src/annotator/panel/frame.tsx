import { For, Show } from "solid-js";
import { Button } from "../../ui/button.tsx";
import type { State } from "../model/types.ts";
import type { Room } from "../room/room.ts";
import { Selected } from "./selected.tsx";

/** What is said of this frame as a whole, or of a stretch that it lies in. */
export function FramePanel(props: { room: Room }) {
  const { session } = props.room;
  const types = () => session.allTypes().filter(({ shape }) => shape === "frame");
  const at = () => props.room.frame();
  const saying = (typeId: string): State | undefined => {
    session.store.version();
    return session.store
      .states()
      .filter((state) => state.typeId === typeId && session.shownLayers().has(state.layerId))
      .filter(({ frame, endFrame }) => frame !== null && frame <= at() && (endFrame === null || endFrame >= at()))
      .sort((a, b) => (b.frame ?? 0) - (a.frame ?? 0))
      .find((state) => lasts(state, session.types().get(typeId)?.interpolation !== "none", at()));
  };
  const mayEdit = () => session.canEdit(session.editing() ?? "");
  return (
    <>
      <div class="an-objects">
        <For each={types()} fallback={<p class="an-none">No class of this project is of whole frames.</p>}>
          {(type) => (
            <div class="an-item" data-on={session.selected().has(saying(type.id)?.elementalId ?? "")}>
              <button
                type="button"
                class="an-item-main"
                disabled={!saying(type.id)}
                onClick={() => session.select([saying(type.id)?.elementalId ?? ""])}
              >
                <span class="an-swatch" style={{ background: type.color }} />
                <span class="truncate">{type.name}</span>
                <span class="an-soft truncate">
                  {saying(type.id) ? `since frame ${saying(type.id)?.frame?.toLocaleString("en")}` : "nothing said"}
                </span>
              </button>
              <Show when={mayEdit() && saying(type.id)?.frame !== at()}>
                <Button size="sm" tone="ghost" onClick={() => session.sayOfFrame(type)}>
                  Say here
                </Button>
              </Show>
              <Show when={mayEdit() && saying(type.id) && session.canEdit(saying(type.id)?.layerId ?? "")}>
                <Button size="sm" tone="ghost" onClick={() => session.endHere(saying(type.id))}>
                  End here
                </Button>
              </Show>
            </div>
          )}
        </For>
      </div>
      <Selected room={props.room} />
    </>
  );
}

const lasts = ({ frame, endFrame }: State, isLasting: boolean, at: number) =>
  endFrame !== null ? endFrame >= at : isLasting || frame === at;
