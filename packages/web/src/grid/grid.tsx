import { createEffect, createMemo, createSignal, createUniqueId, For, on, onCleanup, onMount } from "solid-js";
import { cellFormat } from "../data/rows/cell.ts";
import type { RowSource } from "../data/rows/source.ts";
import type { Sort } from "../data/sort.ts";
import type { Column } from "../data/types.ts";
import { type BodyColumn, cellId, createBody } from "./body.ts";
import {
  columnsBetween,
  createScroll,
  edges,
  HEADER,
  ROW,
  ROW_HEAD,
  reveal,
  rowsBetween,
  spacerHeight,
} from "./geometry.ts";
import { HeaderCell } from "./header-cell.tsx";
import { createEdgeScroll, hit } from "./pointer.ts";
import { at, bounds, type Cell, extendTo, isSingle, press, type Selection } from "./selection.ts";

export type GridHandle = { focus: () => void; goTo: (cell: Cell) => void; redraw: () => void };

type Props = {
  label: string;
  columns: Column[];
  widths: number[];
  rows: number;
  allRows: number;
  source: RowSource | undefined;
  /** Changes when the source has new rows. */
  tick: number;
  sorts: Sort[];
  filtered: Set<string>;
  selection: Selection;
  onSelect: (selection: Selection) => void;
  onSort: (column: Column, add: boolean) => void;
  onMenu: (place: { x: number; y: number; cell: Cell }) => void;
  onResize: (column: Column, width: number) => void;
  onMove: (from: number, to: number) => void;
  onKey: (event: KeyboardEvent) => boolean;
  ref: (handle: GridHandle) => void;
};

const SETTLE_MS = 140;

/** A grid over any number of rows. Draws what shows, asks the source for it, and knows nothing of where rows come from. */
export function Grid(props: Props) {
  const id = createUniqueId();
  const scroll = createScroll();
  const [top, setTop] = createSignal(0);
  const [left, setLeft] = createSignal(0);
  const [box, setBox] = createSignal({ width: 0, height: 0 });
  let scroller!: HTMLDivElement;
  let layer!: HTMLDivElement;
  let draw: () => void = () => undefined;

  const bodyHeight = () => Math.max(0, box().height - HEADER);
  const bodyWidth = () => Math.max(0, box().width - ROW_HEAD);
  const frameBox = () => ({ rows: props.rows, height: bodyHeight() });
  const lefts = createMemo(() => edges(props.widths));
  const shown = createMemo(() => columnsBetween(lefts(), left(), left() + bodyWidth()), undefined, {
    equals: (a, b) => a[0] === b[0] && a[1] === b[1],
  });
  const shownColumns = createMemo(() => props.columns.slice(...shown()));
  const bodyColumns = createMemo(() =>
    props.columns.map((column): BodyColumn => ({ name: column.name, format: cellFormat(column) })),
  );
  const extent = () => ({
    rows: props.rows,
    columns: props.columns.length,
    page: Math.max(1, Math.floor(bodyHeight() / ROW) - 1),
  });
  const layout = createMemo(
    () =>
      `${shown().join()}|${left()}|${props.columns.map((column) => column.name).join("\u0000")}|${props.widths.join()}`,
  );

  onMount(() => {
    const body = createBody(layer, id);
    const sized = new ResizeObserver(() => setBox({ width: scroller.clientWidth, height: scroller.clientHeight }));
    sized.observe(scroller);
    onCleanup(() => sized.disconnect());
    draw = () => {
      const selected = isSingle(props.selection) ? undefined : bounds(props.selection, extent());
      body.draw({
        ...{ top: top(), left: left(), width: bodyWidth(), height: bodyHeight(), rows: props.rows },
        ...{ columns: bodyColumns(), lefts: lefts(), shown: shown(), layout: layout(), source: props.source },
        ...{ selected, current: props.selection.head },
      });
    };
    createEffect(() => {
      props.tick;
      draw();
    });
    createEffect(() => {
      const [first, last] = rowsBetween(top(), bodyHeight(), Math.max(1, props.rows));
      if (bodyHeight() > 0) props.source?.want(first, Math.max(first, last - 1));
    });
    props.ref({ focus: () => scroller.focus({ preventScroll: true }), goTo, redraw: draw });
  });

  let settling: ReturnType<typeof setTimeout> | undefined;
  onCleanup(() => clearTimeout(settling));
  const settle = () => {
    const place = scroll.settle(frameBox());
    if (Math.abs(scroller.scrollTop - place) > 1) scroller.scrollTop = place;
  };
  const onScroll = () => {
    setLeft(scroller.scrollLeft);
    setTop(scroll.scrolled(scroller.scrollTop, frameBox()));
    clearTimeout(settling);
    if (scroll.sticks(frameBox())) settle();
    else settling = setTimeout(settle, SETTLE_MS);
  };
  const scrollTo = (nextTop: number, nextLeft: number) => {
    const bar = scroll.goTo(nextTop, frameBox());
    setTop(scroll.top());
    scroller.scrollTop = bar;
    scroller.scrollLeft = nextLeft;
    setLeft(scroller.scrollLeft);
  };
  function show(cell: Cell) {
    const start = lefts()[cell.column] ?? 0;
    const end = lefts()[cell.column + 1] ?? start;
    const nextTop = cell.row < 0 ? top() : reveal(cell.row * ROW, (cell.row + 1) * ROW, top(), bodyHeight());
    const nextLeft = reveal(start, end, left(), bodyWidth());
    if (nextTop !== top() || nextLeft !== left()) scrollTo(nextTop, nextLeft);
  }
  function goTo(cell: Cell) {
    scrollTo(cell.row * ROW - bodyHeight() / 3, left());
    show(cell);
  }
  // A new view (filter, sort) can be shorter than where we are.
  createEffect(
    on(
      () => [props.rows, bodyHeight()],
      () => scrollTo(top(), left()),
      { defer: true },
    ),
  );

  const select = (next: Selection) => {
    props.onSelect(next);
    show(next.head);
  };

  const onKeyDown = (event: KeyboardEvent) => {
    const { head } = props.selection;
    const column = props.columns[head.column];
    if (head.row < 0 && column && event.key === "Enter") {
      event.preventDefault();
      props.onSort(column, event.shiftKey);
      return;
    }
    if (
      event.key === "ContextMenu" ||
      (event.shiftKey && event.key === "F10") ||
      (event.altKey && event.key === "ArrowDown")
    ) {
      event.preventDefault();
      const rect = scroller.getBoundingClientRect();
      const y = head.row < 0 ? HEADER : HEADER + (head.row + 1) * ROW - top();
      props.onMenu({ x: rect.left + ROW_HEAD + (lefts()[head.column] ?? 0) - left(), y: rect.top + y, cell: head });
      return;
    }
    if (props.onKey(event)) {
      event.preventDefault();
      return;
    }
    if (event.altKey) return;
    const mod = event.metaKey || event.ctrlKey;
    const next = press(props.selection, { key: event.key, shift: event.shiftKey, mod }, extent());
    if (!next) return;
    event.preventDefault();
    // Selecting everything must not take the eyes elsewhere.
    if (next.head === props.selection.head) props.onSelect(next);
    else select(next);
  };

  const place = (event: MouseEvent) => {
    const rect = scroller.getBoundingClientRect();
    return { x: event.clientX - rect.left, y: event.clientY - rect.top };
  };
  const pointAt = ({ x, y }: { x: number; y: number }) =>
    hit(x, y, { top: top(), left: left(), lefts: lefts(), rows: props.rows });
  const onPointerDown = (event: PointerEvent) => {
    if (event.button !== 0 || props.rows === 0) return;
    const from = place(event);
    // The scroll bars belong to the browser.
    if (from.x > scroller.clientWidth || from.y > scroller.clientHeight) return;
    const found = pointAt(from);
    if (found.zone === "header") return;
    const span = found.zone === "rowHead" ? ("rows" as const) : ("cells" as const);
    const start = event.shiftKey
      ? { ...extendTo(props.selection, found.cell, extent()), span }
      : { ...at(found.cell), span };
    props.onSelect(start);
    let last = from;
    const extend = () => {
      const cell = pointAt({ x: Math.max(ROW_HEAD, last.x), y: Math.max(HEADER, last.y) }).cell;
      props.onSelect(extendTo(props.selection, cell, extent()));
    };
    const edge = createEdgeScroll((x, y) => {
      scrollTo(top() + y, left() + x);
      extend();
    });
    const move = (moved: PointerEvent) => {
      last = place(moved);
      edge.point(last.x, last.y, box());
      extend();
    };
    const end = () => {
      edge.stop();
      window.removeEventListener("pointermove", move);
      window.removeEventListener("pointerup", end);
      window.removeEventListener("pointercancel", end);
    };
    window.addEventListener("pointermove", move);
    window.addEventListener("pointerup", end);
    window.addEventListener("pointercancel", end);
  };
  const onContextMenu = (event: MouseEvent) => {
    const found = pointAt(place(event));
    if (found.zone === "rowHead") return;
    event.preventDefault();
    const cell = found.zone === "header" ? { ...found.cell, row: -1 } : found.cell;
    const area = bounds(props.selection, extent());
    const isWithin =
      cell.row >= area.top && cell.row <= area.bottom && cell.column >= area.left && cell.column <= area.right;
    if (!isWithin) props.onSelect(at(cell));
    props.onMenu({ x: event.clientX, y: event.clientY, cell });
  };

  const activeCell = () => {
    const { head } = props.selection;
    const [first, last] = rowsBetween(top(), bodyHeight(), props.rows);
    const isDrawn = head.row < 0 || (head.row >= first && head.row < last);
    return isDrawn && head.column >= shown()[0] && head.column < shown()[1] ? cellId(id, head) : undefined;
  };

  return (
    <div
      ref={scroller}
      class="grid-scroller scroll"
      role="grid"
      tabIndex={0}
      aria-label={props.label}
      aria-rowcount={props.rows + 1}
      aria-colcount={props.columns.length + 1}
      aria-multiselectable="true"
      aria-activedescendant={activeCell()}
      onScroll={onScroll}
      onKeyDown={onKeyDown}
      onPointerDown={onPointerDown}
      onContextMenu={onContextMenu}
    >
      <div
        class="grid-spacer"
        role="none"
        style={{
          width: `${ROW_HEAD + (lefts().at(-1) ?? 0)}px`,
          height: `${spacerHeight(props.rows) + HEADER}px`,
        }}
      >
        <div
          class="grid-layer"
          role="rowgroup"
          ref={layer}
          style={{ width: `${box().width}px`, height: `${box().height}px` }}
        >
          <div class="grid-header" role="row" aria-rowindex={1}>
            <div class="grid-corner" role="columnheader" aria-label="Row number" aria-colindex={1}>
              #
            </div>
            <div class="grid-header-cells" role="none" style={{ transform: `translateX(${ROW_HEAD - left()}px)` }}>
              <For each={shownColumns()}>
                {(column) => {
                  const index = () => props.columns.indexOf(column);
                  const isCurrent = () => props.selection.head.row < 0 && props.selection.head.column === index();
                  return (
                    <HeaderCell
                      id={isCurrent() ? cellId(id, { row: -1, column: index() }) : undefined}
                      column={column}
                      index={index()}
                      left={lefts()[index()] ?? 0}
                      width={props.widths[index()] ?? 0}
                      rows={props.allRows}
                      sorts={props.sorts}
                      filtered={props.filtered.has(column.name)}
                      current={props.selection.head.column === index()}
                      focused={isCurrent()}
                      onSort={(add) => props.onSort(column, add)}
                      onMenu={(x, y) => props.onMenu({ x, y, cell: { row: -1, column: index() } })}
                      onResize={(width) => props.onResize(column, width)}
                      onDrop={(x) =>
                        props.onMove(
                          index(),
                          hit(x - scroller.getBoundingClientRect().left, 0, {
                            top: 0,
                            left: left(),
                            lefts: lefts(),
                            rows: 1,
                          }).cell.column,
                        )
                      }
                    />
                  );
                }}
              </For>
            </div>
          </div>
        </div>
      </div>
    </div>
  );
}
