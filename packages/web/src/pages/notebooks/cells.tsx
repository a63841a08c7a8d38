import { createSignal, For, onCleanup, onMount, Show } from "solid-js";
import { estimate } from "../../data/notebook/height.ts";
import type { Cell, Notebook } from "../../data/notebook/parse.ts";
import { CellView } from "./cell.tsx";

const AHEAD = "1000px 0px";

/** The cells of a notebook. Each is drawn when it comes near, so that a thousand of them open as quickly as ten. */
export function Cells(props: { notebook: Notebook }) {
  let list: HTMLDivElement | undefined;
  const near = new Map<Element, () => void>();
  const [observer, setObserver] = createSignal<IntersectionObserver>();

  onMount(() => {
    if (!list) return;
    const made = new IntersectionObserver(
      (entries) => {
        for (const { isIntersecting, target } of entries) if (isIntersecting) near.get(target)?.();
      },
      { root: scrollerOf(list), rootMargin: AHEAD },
    );
    for (const element of near.keys()) made.observe(element);
    setObserver(made);
    if (location.hash.startsWith("#cell-")) document.getElementById(location.hash.slice(1))?.scrollIntoView();
  });
  onCleanup(() => observer()?.disconnect());

  /** Calls back once, when the element comes near. */
  const whenNear = (element: Element, draw: () => void) => {
    near.set(element, () => {
      near.delete(element);
      observer()?.unobserve(element);
      draw();
    });
    observer()?.observe(element);
    onCleanup(() => near.delete(element));
  };

  return (
    <div ref={list} class="nb-cells">
      <For each={props.notebook.cells}>{(cell) => <Place cell={cell} whenNear={whenNear} />}</For>
    </div>
  );
}

function Place(props: { cell: Cell; whenNear: (element: Element, draw: () => void) => void }) {
  const [drawn, setDrawn] = createSignal(false);
  return (
    <div
      id={props.cell.id}
      class="nb-cell"
      ref={(element) => props.whenNear(element, () => setDrawn(true))}
      style={{ "min-height": drawn() ? undefined : `${estimate(props.cell)}px` }}
    >
      <Show when={drawn()}>
        <CellView cell={props.cell} />
      </Show>
    </div>
  );
}

function scrollerOf(element: Element): Element | null {
  for (let at = element.parentElement; at; at = at.parentElement)
    if (/auto|scroll/.test(getComputedStyle(at).overflowY)) return at;
  return null;
}
