import { A } from "@solidjs/router";
import { createEffect, For, on, Show } from "solid-js";
import { createStore, reconcile } from "solid-js/store";
import { changesOf, commonOf } from "../../../data/media/values.ts";
import type { AttributeType } from "../../../data/types-collaboration.ts";
import { Button } from "../../../ui/button.tsx";
import { Icon } from "../../../ui/icon.tsx";
import { Menu } from "../../../ui/menu.tsx";
import { ValueInput } from "../library/value-input.tsx";
import type { Gallery } from "./state.ts";
import type { Work } from "./work.ts";

/** All that is chosen, corrected in one form: a value that differs says how many there are until somebody writes one. */
export function Correct(props: { gallery: Gallery; work: Work }) {
  const { gallery, work } = props;
  const [texts, setTexts] = createStore<Record<string, string>>({});
  const items = () => (gallery.everything() ? gallery.items() : gallery.selected());
  createEffect(
    on(
      () => items().map(gallery.idOf).join(),
      () => setTexts(reconcile({})),
    ),
  );
  const classes = () => [...new Set(items().map(({ typeId }) => typeId))];
  const type = () => (classes().length === 1 ? gallery.types().find(({ id }) => id === classes()[0]) : undefined);
  const attributes = (): AttributeType[] => type()?.attributes.filter(({ visible }) => visible) ?? [];
  const mayEdit = () => {
    const layers = new Set(items().map(({ layerId }) => layerId));
    return gallery.layers().every(({ id, privileges }) => !layers.has(id) || privileges.includes("edit"));
  };
  const count = () => {
    const found = work.count();
    return (found ?? 0).toLocaleString("en");
  };
  const changes = () => changesOf(attributes(), items(), texts);
  const fitting = () => {
    const shapes = new Set(classes().map((id) => gallery.types().find((one) => one.id === id)?.shape));
    return shapes.size === 1 ? gallery.types().filter(({ shape }) => shapes.has(shape)) : [];
  };
  const others = () => gallery.layers().filter(({ privileges }) => privileges.includes("edit"));
  const first = () => items()[0];
  const canBeAll = () =>
    !gallery.everything() && gallery.selected().length > 0 && gallery.total() !== gallery.selected().length;
  return (
    <aside class="panel right" aria-label="What is chosen">
      <div class="panel-head">
        <h2 class="truncate" aria-live="polite">
          {gallery.everything() || gallery.selected().length > 0 ? `${count()} chosen` : "Nothing chosen"}
        </h2>
      </div>
      <Show
        when={first()}
        fallback={
          <p class="panel-section text-12 text-fg-2">
            Choose pictures to correct them together: a click for one, Shift for a row of them, Ctrl for one more. Enter
            opens the annotator on that frame.
          </p>
        }
      >
        {(one) => (
          <div class="scroll min-h-0 grow">
            <div class="panel-section flex flex-col gap-2">
              <Show when={canBeAll()}>
                <Button size="sm" onClick={() => gallery.setEverything(true)}>
                  Choose all that were found
                </Button>
              </Show>
              <Show when={gallery.selected().length === 1 && !gallery.everything()}>
                <A class="btn sm" href={`/media/${one().mediaId}?frame=${one().frame}&select=${one().elementalId}`}>
                  <Icon name="external" size="s" />
                  Open on frame {one().frame.toLocaleString("en")}
                </A>
              </Show>
              <Show when={!mayEdit()}>
                <p class="text-12 text-fg-2">Some lie on layers that you may see, and not edit.</p>
              </Show>
              <div class="flex flex-wrap gap-1">
                <Show when={mayEdit() && fitting().length > 1}>
                  <Menu
                    label="Class"
                    class="btn sm"
                    placement="bottom-start"
                    entries={fitting().map(({ id, name }) => ({
                      ...{ label: name, checked: type()?.id === id, run: () => void work.change({ typeId: id }) },
                    }))}
                  >
                    <Icon name="tag" size="s" />
                    {type()?.name ?? "Several classes"}
                  </Menu>
                </Show>
                <Show when={others().length > 1}>
                  <Menu
                    label="To a layer"
                    class="btn sm"
                    placement="bottom-start"
                    entries={others().map(({ id, name }) => ({ label: name, run: () => void work.toLayer(id) }))}
                  >
                    <Icon name="layers" size="s" />
                    To a layer
                  </Menu>
                </Show>
                <Show when={mayEdit()}>
                  <Button size="sm" icon="trash" busy={work.busy()} onClick={() => void work.remove()}>
                    Delete
                  </Button>
                </Show>
              </div>
            </div>
            <form
              class="panel-section flex flex-col gap-2"
              aria-label="Correct"
              onSubmit={(event) => {
                event.preventDefault();
                void work.change({ attributes: changes() }).then(() => setTexts(reconcile({})));
              }}
            >
              <Show
                when={attributes().length > 0}
                fallback={
                  <p class="text-12 text-fg-3">
                    {classes().length > 1
                      ? "Several classes: choose some of one to correct what is said of them."
                      : "Nothing more is said of this class."}
                  </p>
                }
              >
                <For each={attributes()}>
                  {(attribute) => (
                    <ValueInput
                      type={attribute}
                      common={commonOf(items(), attribute.name)}
                      text={texts[attribute.name]}
                      disabled={!mayEdit()}
                      error={undefined}
                      onText={(text) => setTexts(attribute.name, text)}
                    />
                  )}
                </For>
                <Button
                  type="submit"
                  size="sm"
                  tone="primary"
                  class="self-start"
                  busy={work.busy()}
                  disabled={!mayEdit() || Object.keys(changes()).length === 0}
                >
                  Save to {count()}
                </Button>
              </Show>
            </form>
          </div>
        )}
      </Show>
    </aside>
  );
}
