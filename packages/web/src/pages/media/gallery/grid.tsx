import { createEffect, createMemo, For, onCleanup, Show } from "solid-js";
import { labelOf } from "../../../annotator/model/drawables.ts";
import type { Drawing } from "../../../data/media/drawings.ts";
import { Icon } from "../../../ui/icon.tsx";
import { createCardGrid } from "../card-grid.ts";
import { createCrops } from "./crops.ts";
import type { Gallery } from "./state.ts";

const GAP = 8;
const BODY = 40;
/** Of twice as many pixels as a card is wide, as screens have them. */
const DENSITY = 2;

/** All that was found, of which only what is on the screen is made: a list box, which the keys walk as a grid. */
export function Grid(props: { gallery: Gallery }) {
  const { gallery } = props;
  const crops = createCrops(() => gallery.width() * DENSITY);
  onCleanup(crops.stop);
  const grid = createCardGrid({
    ids: gallery.ids,
    gap: GAP,
    columns: (width) => Math.max(1, Math.floor((width - GAP) / (gallery.width() + GAP))),
    step: (cell) => Math.round(cell * 0.75) + BODY + GAP,
    found: () => gallery.found,
    asked: gallery.asked,
    selection: gallery.selection,
    choose(change) {
      gallery.setEverything(false);
      gallery.setSelection(change);
    },
    open(at) {
      const item = gallery.items()[at];
      if (item) gallery.open(item);
    },
  });
  const visible = createMemo(() => gallery.items().slice(grid.range().from, grid.range().to));
  createEffect(() => crops.want(visible()));

  const typeOf = (item: Drawing) => gallery.types().find(({ id }) => id === item.typeId);
  const label = (item: Drawing) => labelOf({ ...item, kind: "localization" }, typeOf(item));
  const optionID = (item: Drawing) => `crop-${gallery.idOf(item).replace("/", "-")}`;
  const current = () => gallery.items()[gallery.selection().current];
  return (
    <div
      ref={grid.bind}
      class="library-cards scroll"
      role="listbox"
      tabIndex={0}
      aria-label="What was found"
      aria-multiselectable="true"
      aria-activedescendant={current() ? optionID(current() as Drawing) : undefined}
      onScroll={grid.onScroll}
      onKeyDown={grid.onKeyDown}
    >
      <div class="library-space" role="presentation" style={{ height: grid.height() }}>
        <For each={visible()}>
          {(item, nth) => {
            const at = () => grid.range().from + nth();
            const isChosen = () => gallery.everything() || gallery.selection().ids.has(gallery.idOf(item));
            const crop = () => crops.of(item);
            return (
              // biome-ignore lint/a11y/useKeyWithClickEvents: the list box has the keys
              <div
                id={optionID(item)}
                class="media-card crop-card"
                role="option"
                tabIndex={-1}
                aria-selected={isChosen()}
                aria-setsize={gallery.ids().length}
                aria-posinset={at() + 1}
                data-current={gallery.selection().current === at() ? "" : undefined}
                style={{
                  width: `${grid.cell()}px`,
                  height: `${grid.step() - GAP}px`,
                  transform: grid.place(at()),
                }}
                onClick={(event) => grid.onClick(event, at())}
                onDblClick={() => gallery.open(item)}
              >
                <div class="crop-picture">
                  <Show
                    when={crop()?.url}
                    fallback={
                      <Show when={crop()?.problem}>
                        {(why) => (
                          <span title={why().message}>
                            <Icon name="warning" />
                          </span>
                        )}
                      </Show>
                    }
                  >
                    {(url) => <img src={url()} alt="" loading="lazy" decoding="async" draggable={false} />}
                  </Show>
                  <span class="media-check" data-select data-on={isChosen() ? "" : undefined}>
                    <Icon name="check" size="xs" />
                  </span>
                </div>
                <div class="crop-body">
                  <span class="an-swatch" style={{ background: typeOf(item)?.color }} />
                  <span class="truncate">{label(item)}</span>
                  <span class="crop-frame">{item.frame.toLocaleString("en")}</span>
                </div>
              </div>
            );
          }}
        </For>
      </div>
    </div>
  );
}
