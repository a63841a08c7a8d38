import { createEffect, createMemo, createSignal, For, on, onCleanup, onMount, Show } from "solid-js";
import { labelOf } from "../../../annotator/model/drawables.ts";
import type { Drawing } from "../../../data/media/drawings.ts";
import { chosen, stepped } from "../../../data/media/selection.ts";
import { Icon } from "../../../ui/icon.tsx";
import { createCrops } from "./crops.ts";
import type { Gallery } from "./state.ts";

const GAP = 8;
const BODY = 40;
const BEYOND = 500;
const ARROWS = ["ArrowLeft", "ArrowRight", "ArrowUp", "ArrowDown", "Home", "End"];
/** Of twice as many pixels as a card is wide, as screens have them. */
const DENSITY = 2;

/** All that was found, of which only what is on the screen is made: a list box, which the keys walk as a grid. */
export function Grid(props: { gallery: Gallery }) {
  const { gallery } = props;
  let scroller!: HTMLDivElement;
  const [size, setSize] = createSignal({ width: 0, height: 0 });
  const [top, setTop] = createSignal(0);
  const crops = createCrops(() => gallery.width() * DENSITY);
  const columns = () => Math.max(1, Math.floor((size().width - GAP) / (gallery.width() + GAP)));
  const cell = () => (size().width - GAP * (columns() + 1)) / columns();
  const step = () => Math.round(cell() * 0.75) + BODY + GAP;
  const rows = () => Math.ceil(gallery.ids().length / columns());

  onMount(() => {
    const watch = new ResizeObserver(() => setSize({ width: scroller.clientWidth, height: scroller.clientHeight }));
    watch.observe(scroller);
    onCleanup(() => watch.disconnect());
  });
  onCleanup(crops.stop);
  const range = createMemo(
    () => {
      const from = Math.max(0, Math.floor((top() - BEYOND) / step()));
      const to = Math.min(rows(), Math.ceil((top() + size().height + BEYOND) / step()));
      return { from: from * columns(), to: size().width === 0 ? 0 : to * columns() };
    },
    undefined,
    { equals: (a, b) => a.from === b.from && a.to === b.to },
  );
  const visible = createMemo(() => gallery.items().slice(range().from, range().to));
  createEffect(() => crops.want(visible()));
  createEffect(() => {
    const { found } = gallery;
    if (range().to >= gallery.ids().length && found.hasNextPage && !found.isFetchingNextPage)
      void found.fetchNextPage();
  });
  createEffect(
    on(
      gallery.asked,
      () => {
        scroller.scrollTop = 0;
      },
      { defer: true },
    ),
  );

  const select = (at: number, how: { shift?: boolean; toggle?: boolean }) => {
    gallery.setEverything(false);
    gallery.setSelection((before) => chosen(gallery.ids(), before, at, how));
    const y = Math.floor(at / columns()) * step();
    if (y < scroller.scrollTop) scroller.scrollTop = y;
    else if (y + step() > scroller.scrollTop + size().height) scroller.scrollTop = y + step() - size().height + GAP;
  };
  const onKeyDown = (event: KeyboardEvent) => {
    const { current } = gallery.selection();
    const item = gallery.items()[current];
    if (ARROWS.includes(event.key))
      select(stepped(event.key, current, gallery.ids().length, columns()), { shift: event.shiftKey });
    else if (event.key === " ") select(Math.max(0, current), { toggle: true });
    else if (event.key === "Enter" && item) gallery.open(item);
    else return;
    event.preventDefault();
    event.stopPropagation();
  };
  const onClick = (event: MouseEvent, at: number) => {
    const onMark = (event.target as HTMLElement).closest("[data-select]") !== null;
    select(at, { shift: event.shiftKey, toggle: onMark || event.ctrlKey || event.metaKey });
  };
  const typeOf = (item: Drawing) => gallery.types().find(({ id }) => id === item.typeId);
  const label = (item: Drawing) => labelOf({ ...item, kind: "localization" }, typeOf(item));
  const optionID = (item: Drawing) => `crop-${gallery.idOf(item).replace("/", "-")}`;
  const current = () => gallery.items()[gallery.selection().current];
  return (
    <div
      ref={scroller}
      class="library-cards scroll"
      role="listbox"
      tabIndex={0}
      aria-label="What was found"
      aria-multiselectable="true"
      aria-activedescendant={current() ? optionID(current() as Drawing) : undefined}
      onScroll={(event) => setTop(event.currentTarget.scrollTop)}
      onKeyDown={onKeyDown}
    >
      <div class="library-space" role="presentation" style={{ height: `${rows() * step() + GAP}px` }}>
        <For each={visible()}>
          {(item, nth) => {
            const at = () => range().from + nth();
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
                  width: `${cell()}px`,
                  height: `${step() - GAP}px`,
                  transform: `translate(${GAP + (at() % columns()) * (cell() + GAP)}px, ${GAP + Math.floor(at() / columns()) * step()}px)`,
                }}
                onClick={(event) => onClick(event, at())}
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
