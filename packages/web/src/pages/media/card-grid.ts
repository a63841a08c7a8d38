import { type Accessor, createEffect, createMemo, createSignal, on, onCleanup, onMount } from "solid-js";
import { chosen, type Selection, stepped } from "../../data/media/selection.ts";

const BEYOND = 600;
const ARROWS = ["ArrowLeft", "ArrowRight", "ArrowUp", "ArrowDown", "Home", "End"];

type Size = { width: number; height: number };
type Found = { hasNextPage: boolean; isFetchingNextPage: boolean; fetchNextPage: () => unknown };
type Options = {
  ids: Accessor<string[]>;
  gap: number;
  /** How many beside each other, in a place so wide; one where it is a list. */
  columns: (width: number) => number;
  /** From one row to the next, for cards so wide. */
  step: (cell: number) => number;
  found: () => Found;
  /** With another of these it begins at its top again. */
  asked: Accessor<unknown>;
  selection: Accessor<Selection>;
  choose: (change: (before: Selection) => Selection) => void;
  open: (at: number) => void;
};

/** Cards in rows of which only what is on the screen is made: a list box, which the keys walk as a grid. Sizes in pixels. */
export function createCardGrid(options: Options) {
  const { ids, gap } = options;
  const [size, setSize] = createSignal<Size>({ width: 0, height: 0 });
  const [top, setTop] = createSignal(0);
  let scroller: HTMLElement | undefined;
  const columns = createMemo(() => options.columns(size().width));
  const cell = () => (size().width - gap * (columns() + 1)) / columns();
  const step = () => options.step(cell());
  const rows = () => Math.ceil(ids().length / columns());
  const range = createMemo(
    () => {
      const from = Math.max(0, Math.floor((top() - BEYOND) / step()));
      const to = Math.min(rows(), Math.ceil((top() + size().height + BEYOND) / step()));
      return { from: from * columns(), to: size().width === 0 ? 0 : to * columns() };
    },
    undefined,
    { equals: (a, b) => a.from === b.from && a.to === b.to },
  );

  onMount(() => {
    const box = scroller;
    if (!box) return;
    const watch = new ResizeObserver(() => setSize({ width: box.clientWidth, height: box.clientHeight }));
    watch.observe(box);
    onCleanup(() => watch.disconnect());
  });
  createEffect(() => {
    const { hasNextPage, isFetchingNextPage, fetchNextPage } = options.found();
    if (range().to >= ids().length && hasNextPage && !isFetchingNextPage) void fetchNextPage();
  });
  createEffect(on(options.asked, () => scroller?.scrollTo({ top: 0 }), { defer: true }));

  const select = (at: number, how: { shift?: boolean; toggle?: boolean }) => {
    options.choose((before) => chosen(ids(), before, at, how));
    if (!scroller) return;
    const y = Math.floor(at / columns()) * step();
    if (y < scroller.scrollTop) scroller.scrollTop = y;
    else if (y + step() > scroller.scrollTop + size().height) scroller.scrollTop = y + step() - size().height + gap;
  };

  return {
    ...{ size, cell, step, range },
    bind: (element: HTMLElement) => {
      scroller = element;
    },
    onScroll: (event: { currentTarget: HTMLElement }) => setTop(event.currentTarget.scrollTop),
    onKeyDown(event: KeyboardEvent) {
      const { current } = options.selection();
      if (ARROWS.includes(event.key))
        select(stepped(event.key, current, ids().length, columns()), { shift: event.shiftKey });
      else if (event.key === " ") select(Math.max(0, current), { toggle: true });
      else if (event.key === "Enter" && current >= 0) options.open(current);
      else return;
      event.preventDefault();
      event.stopPropagation();
    },
    onClick(event: MouseEvent, at: number) {
      const onMark = (event.target as HTMLElement).closest("[data-select]") !== null;
      select(at, { shift: event.shiftKey, toggle: onMark || event.ctrlKey || event.metaKey });
    },
    height: () => `${rows() * step() + gap}px`,
    place: (at: number) =>
      `translate(${gap + (at % columns()) * (cell() + gap)}px, ${gap + Math.floor(at / columns()) * step()}px)`,
  };
}
