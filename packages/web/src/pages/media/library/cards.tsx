import { createEffect, createMemo, createSignal, For, on, onCleanup, onMount, Show } from "solid-js";
import { bytes, day } from "../../../data/format.ts";
import { chosen, stepped } from "../../../data/media/selection.ts";
import { shortOf } from "../../../data/media/values.ts";
import { dtypeWords, plateWords } from "../../../data/media/words.ts";
import { MediaCard, MediaStateWord, Picture } from "./card.tsx";
import type { Library } from "./state.ts";

const GAP = 12;
const NARROWEST = 200;
const BODY = 52;
const ROW = 56;
const BEYOND = 600;
const ARROWS = ["ArrowLeft", "ArrowRight", "ArrowUp", "ArrowDown", "Home", "End"];

/** All that is shown, of which only what is on the screen is made: a list box, which the keys walk as a grid. */
export function Cards(props: { library: Library }) {
  const { library } = props;
  let scroller!: HTMLDivElement;
  const [size, setSize] = createSignal({ width: 0, height: 0 });
  const [top, setTop] = createSignal(0);
  const isList = () => library.search.view === "list";
  const columns = () => (isList() ? 1 : Math.max(1, Math.floor((size().width - GAP) / (NARROWEST + GAP))));
  const cell = () => (size().width - GAP * (columns() + 1)) / columns();
  const step = () => (isList() ? ROW : Math.round((cell() * 9) / 16) + BODY + GAP);
  const rows = () => Math.ceil(library.ids().length / columns());

  onMount(() => {
    const watch = new ResizeObserver(() => setSize({ width: scroller.clientWidth, height: scroller.clientHeight }));
    watch.observe(scroller);
    onCleanup(() => watch.disconnect());
  });
  const range = createMemo(
    () => {
      const from = Math.max(0, Math.floor((top() - BEYOND) / step()));
      const to = Math.min(rows(), Math.ceil((top() + size().height + BEYOND) / step()));
      return { from: from * columns(), to: size().width === 0 ? 0 : to * columns() };
    },
    undefined,
    { equals: (a, b) => a.from === b.from && a.to === b.to },
  );
  /** By their ids, so that what moves on keeps its picture. */
  const visible = createMemo(() => library.ids().slice(range().from, range().to));
  const byID = createMemo(() => new Map(library.items().map((item, at) => [item.id, { item, at }])));
  createEffect(() => {
    if (range().to >= library.ids().length && library.found.hasNextPage && !library.found.isFetchingNextPage)
      void library.found.fetchNextPage();
  });
  createEffect(
    on(
      () => [library.place(), library.text(), library.sort()],
      () => {
        scroller.scrollTop = 0;
      },
      { defer: true },
    ),
  );

  const select = (at: number, how: { shift?: boolean; toggle?: boolean }) => {
    library.setSelection((before) => chosen(library.ids(), before, at, how));
    const y = Math.floor(at / columns()) * step();
    if (y < scroller.scrollTop) scroller.scrollTop = y;
    else if (y + step() > scroller.scrollTop + size().height) scroller.scrollTop = y + step() - size().height + GAP;
  };
  const onKeyDown = (event: KeyboardEvent) => {
    const { current } = library.selection();
    const id = library.ids()[current];
    if (ARROWS.includes(event.key))
      select(stepped(event.key, current, library.ids().length, columns()), { shift: event.shiftKey });
    else if (event.key === " ") select(Math.max(0, current), { toggle: true });
    else if (event.key === "Enter" && id) library.open(id);
    else return;
    event.preventDefault();
    event.stopPropagation();
  };
  const onClick = (event: MouseEvent, at: number) => {
    const onMark = (event.target as HTMLElement).closest("[data-select]") !== null;
    select(at, { shift: event.shiftKey, toggle: onMark || event.ctrlKey || event.metaKey });
  };
  const currentID = () => library.ids()[library.selection().current];
  return (
    <div
      ref={scroller}
      class={`library-cards scroll ${isList() ? "as-list" : ""}`}
      role="listbox"
      aria-label="Media"
      aria-multiselectable="true"
      aria-activedescendant={currentID() ? `media-${currentID()}` : undefined}
      tabIndex={0}
      onScroll={() => setTop(scroller.scrollTop)}
      onKeyDown={onKeyDown}
    >
      <div class="library-space" role="presentation" style={{ height: `${rows() * step() + GAP}px` }}>
        <For each={visible()}>
          {(id) => {
            const entry = () => byID().get(id);
            const at = () => entry()?.at ?? 0;
            const selected = () => library.selection().ids.has(id);
            return (
              <Show when={entry()?.item}>
                {(item) => (
                  // biome-ignore lint/a11y/useKeyWithClickEvents: the list box has the keys
                  <div
                    id={`media-${id}`}
                    class="media-card"
                    role="option"
                    tabIndex={-1}
                    aria-selected={selected()}
                    aria-setsize={library.ids().length}
                    aria-posinset={at() + 1}
                    data-current={library.selection().current === at() ? "" : undefined}
                    style={{
                      width: `${isList() ? size().width - 2 * GAP : cell()}px`,
                      height: `${step() - (isList() ? 0 : GAP)}px`,
                      transform: `translate(${GAP + (at() % columns()) * (cell() + GAP)}px, ${GAP + Math.floor(at() / columns()) * step()}px)`,
                    }}
                    onClick={(event) => onClick(event, at())}
                    onDblClick={() => library.open(id)}
                  >
                    <Show
                      when={isList()}
                      fallback={
                        <MediaCard
                          item={item()}
                          note={shortOf(library.types(), item()) || dtypeWords[item().dtype]}
                          selected={selected()}
                        />
                      }
                    >
                      <Picture item={item()} selected={selected()} />
                      <span class="media-name truncate">{item().name}</span>
                      <span class="media-cell truncate w-32!">{shortOf(library.types(), item())}</span>
                      <span class="media-cell">{plateWords(item())}</span>
                      <span class="media-cell">{item().bytes === null ? "" : bytes(item().bytes ?? 0)}</span>
                      <span class="media-cell">{day(item().createdAt)}</span>
                      <MediaStateWord item={item()} />
                    </Show>
                  </div>
                )}
              </Show>
            );
          }}
        </For>
      </div>
    </div>
  );
}
