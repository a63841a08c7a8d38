import { createMemo, For, Show } from "solid-js";
import { bytes, day } from "../../../data/format.ts";
import { shortOf } from "../../../data/media/values.ts";
import { dtypeWords, plateWords } from "../../../data/media/words.ts";
import { createCardGrid } from "../card-grid.ts";
import { MediaCard, MediaStateWord, Picture } from "./card.tsx";
import type { Library } from "./state.ts";

const GAP = 12;
const NARROWEST = 200;
const BODY = 52;
const ROW = 56;

/** All that is shown, of which only what is on the screen is made: a list box, which the keys walk as a grid. */
export function Cards(props: { library: Library }) {
  const { library } = props;
  const isList = () => library.search.view === "list";
  const grid = createCardGrid({
    ids: library.ids,
    gap: GAP,
    columns: (width) => (isList() ? 1 : Math.max(1, Math.floor((width - GAP) / (NARROWEST + GAP)))),
    step: (cell) => (isList() ? ROW : Math.round((cell * 9) / 16) + BODY + GAP),
    found: () => library.found,
    asked: () => [library.place(), library.text(), library.sort()],
    selection: library.selection,
    choose: library.setSelection,
    open(at) {
      const id = library.ids()[at];
      if (id) library.open(id);
    },
  });
  /** By their ids, so that what moves on keeps its picture. */
  const visible = createMemo(() => library.ids().slice(grid.range().from, grid.range().to));
  const byID = createMemo(() => new Map(library.items().map((item, at) => [item.id, { item, at }])));
  const currentID = () => library.ids()[library.selection().current];
  return (
    <div
      ref={grid.bind}
      class={`library-cards scroll ${isList() ? "as-list" : ""}`}
      role="listbox"
      aria-label="Media"
      aria-multiselectable="true"
      aria-activedescendant={currentID() ? `media-${currentID()}` : undefined}
      tabIndex={0}
      onScroll={grid.onScroll}
      onKeyDown={grid.onKeyDown}
    >
      <div class="library-space" role="presentation" style={{ height: grid.height() }}>
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
                      width: `${isList() ? grid.size().width - 2 * GAP : grid.cell()}px`,
                      height: `${grid.step() - (isList() ? 0 : GAP)}px`,
                      transform: grid.place(at()),
                    }}
                    onClick={(event) => grid.onClick(event, at())}
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
