import { createSignal, For, Show } from "solid-js";
import { client } from "../../data/client.ts";
import { sentence } from "../../data/problem.ts";
import { createSubmit } from "../../data/submit.ts";
import { Button } from "../../ui/button.tsx";
import { Icon } from "../../ui/icon.tsx";
import { IconButton } from "../../ui/icon-button.tsx";
import { annotationsAPI } from "../remote/annotations.ts";
import type { Room } from "../room/room.ts";
import { Compare } from "./compare.tsx";

/** Which layers are seen, and which one is drawn on: never another without somebody saying so. */
export function Layers(props: { room: Room }) {
  const { session } = props.room;
  const { comparing, setComparing } = props.room;
  const [naming, setNaming] = createSignal<string>();
  const submit = createSubmit();
  const counts = () => {
    session.store.version();
    const found = new Map<string, number>();
    for (const row of session.store.all()) found.set(row.layerId, (found.get(row.layerId) ?? 0) + 1);
    return found;
  };
  const toggle = (id: string) => {
    const next = new Set(session.shownLayers());
    if (!next.delete(id)) next.add(id);
    session.setShownLayers(next);
  };
  const create = () =>
    submit.submit(async () => {
      const projectId = props.room.media.projectId ?? "";
      const made = await annotationsAPI.createLayer(projectId, { name: naming() ?? "" });
      await client.invalidateQueries({ queryKey: ["layers", projectId] });
      session.setShownLayers(new Set([...session.shownLayers(), made.id]));
      session.setEditing(made.id);
      setNaming(undefined);
    });
  return (
    <section class="an-layers" aria-label="Layers">
      <h2 class="an-caption">
        Layers
        <span class="ml-auto flex">
          <Show when={session.layers().length > 1}>
            <Button size="sm" tone="ghost" on={comparing()} onClick={() => setComparing(!comparing())}>
              Compare
            </Button>
          </Show>
          <Show when={props.room.mayEdit()}>
            <IconButton icon="plus" size="sm" label="New layer" onClick={() => setNaming("")} />
          </Show>
        </span>
      </h2>
      <Show when={naming() !== undefined}>
        <form
          class="flex gap-1 px-3 py-1"
          onSubmit={(event) => {
            event.preventDefault();
            void create();
          }}
        >
          <input
            class="input sm grow"
            aria-label="Name of the new layer"
            value={naming() ?? ""}
            onInput={(event) => setNaming(event.currentTarget.value)}
            ref={(element) => queueMicrotask(() => element.focus())}
          />
          <Button size="sm" type="submit" busy={submit.busy()} disabled={!naming()?.trim()}>
            Create
          </Button>
        </form>
        <Show when={submit.error()}>
          {(error) => (
            <p class="an-note warn" role="alert">
              {sentence(error())}
            </p>
          )}
        </Show>
      </Show>
      <For each={session.layers()}>
        {(layer) => {
          const isEditing = () => session.editing() === layer.id;
          const isShown = () => session.shownLayers().has(layer.id);
          return (
            <div class="an-layer" data-on={isEditing()}>
              <button
                type="button"
                class="an-item-main"
                disabled={!session.mayEditLayer(layer.id)}
                aria-pressed={isEditing()}
                title={
                  session.mayEditLayer(layer.id) ? "Draw on this layer" : "You may see this layer, and not edit it"
                }
                onClick={() => {
                  session.setEditing(layer.id);
                  if (!isShown()) toggle(layer.id);
                }}
              >
                <Icon name={session.mayEditLayer(layer.id) ? "edit" : "lock"} size="s" />
                <span class="truncate">{layer.name}</span>
                <Show when={isEditing()}>
                  <span class="badge acc">editing</span>
                </Show>
                <span class="an-soft ml-auto text-11">
                  {isShown() ? `${(counts().get(layer.id) ?? 0).toLocaleString("en")} objects` : ""}
                </span>
              </button>
              <IconButton
                icon={isShown() ? "eye" : "eyeOff"}
                size="sm"
                label={`${isShown() ? "Hide" : "Show"} ${layer.name}`}
                onClick={() => toggle(layer.id)}
              />
            </div>
          );
        }}
      </For>
      <Show when={session.layers().length === 0}>
        <p class="an-soft px-3 py-1 text-12">The first layer is made with the first object.</p>
      </Show>
      <Show when={comparing()}>
        <Compare room={props.room} />
      </Show>
    </section>
  );
}
