import { createSignal, Match, Show, Switch } from "solid-js";
import { picture, summary } from "../data/column-words.ts";
import { count } from "../data/format.ts";
import { isNumeric, typeIcons, typeWords } from "../data/kinds.ts";
import type { Sort } from "../data/sort.ts";
import type { Column } from "../data/types.ts";
import { Histogram } from "../ui/histogram.tsx";
import { Icon } from "../ui/icon.tsx";
import { Shares } from "./shares.tsx";

type Props = {
  id: string | undefined;
  column: Column;
  index: number;
  left: number;
  width: number;
  rows: number;
  sorts: Sort[];
  filtered: boolean;
  current: boolean;
  focused: boolean;
  onSort: (add: boolean) => void;
  onMenu: (x: number, y: number) => void;
  onResize: (width: number) => void;
  onDrop: (x: number) => void;
};

const LEAST_WIDTH = 48;
const DRAG_FROM = 6;

/** Name, type, picture and summary of a column; a click sorts, the right edge resizes, a drag moves. */
export function HeaderCell(props: Props) {
  const [dragging, setDragging] = createSignal(0);
  const sort = () => props.sorts.find((sort) => sort.column === props.column.name);
  const order = () => props.sorts.findIndex((sort) => sort.column === props.column.name) + 1;
  const drawn = () => picture(props.column, props.rows);
  const bars = () => {
    const shown = drawn();
    return shown.kind === "bars" ? shown.counts : undefined;
  };
  const shares = () => {
    const shown = drawn();
    return shown.kind === "shares" ? shown.shares : undefined;
  };
  const title = () => {
    const { type, source, stats } = props.column;
    const from = source?.format ? `, read as ${source.format}` : "";
    return `${props.column.name}: ${typeWords[type]}${from}, ${count(stats.nulls)} nulls`;
  };

  /** Follows the pointer from a press to its release. */
  const track = (event: PointerEvent, move: (by: number) => void, end: (event: PointerEvent) => void) => {
    const start = event.clientX;
    const onMove = (moved: PointerEvent) => move(moved.clientX - start);
    const onEnd = (ended: PointerEvent) => {
      window.removeEventListener("pointermove", onMove);
      window.removeEventListener("pointerup", onEnd);
      end(ended);
    };
    window.addEventListener("pointermove", onMove);
    window.addEventListener("pointerup", onEnd);
  };
  const resize = (event: PointerEvent) => {
    event.preventDefault();
    event.stopPropagation();
    const width = props.width;
    track(
      event,
      (by) => props.onResize(Math.max(LEAST_WIDTH, width + by)),
      () => undefined,
    );
  };
  const grab = (event: PointerEvent) => {
    if (event.button !== 0) return;
    track(
      event,
      (by) => setDragging(Math.abs(by) > DRAG_FROM || dragging() ? by : 0),
      (ended) => {
        if (dragging()) props.onDrop(ended.clientX);
        else props.onSort(ended.shiftKey);
        setDragging(0);
      },
    );
  };

  return (
    <div
      id={props.id}
      class="grid-head"
      classList={{
        current: props.current,
        focused: props.focused,
        right: isNumeric(props.column.type),
        dragging: dragging() !== 0,
      }}
      role="columnheader"
      aria-colindex={props.index + 2}
      aria-sort={sort() ? (sort()?.descending ? "descending" : "ascending") : "none"}
      title={title()}
      style={{
        left: `${props.left}px`,
        width: `${props.width}px`,
        ...(dragging() ? { transform: `translateX(${dragging()}px)` } : {}),
      }}
      onPointerDown={grab}
    >
      <div class="grid-head-name">
        <Icon name={typeIcons[props.column.type]} size="xs" />
        <span class="truncate">{props.column.name}</span>
        <span class="grid-head-marks">
          <Show when={props.filtered}>
            <Icon name="filter" size="xs" />
          </Show>
          <Show when={sort()}>
            {(sorted) => (
              <>
                <Icon name={sorted().descending ? "arrowDown" : "arrowUp"} size="xs" />
                <Show when={props.sorts.length > 1}>
                  <span class="text-10">{order()}</span>
                </Show>
              </>
            )}
          </Show>
          <button
            type="button"
            class="grid-head-menu"
            tabIndex={-1}
            aria-label={`Menu of ${props.column.name}`}
            onPointerDown={(event) => event.stopPropagation()}
            onClick={(event) => {
              const rect = event.currentTarget.getBoundingClientRect();
              props.onMenu(rect.left, rect.bottom + 2);
            }}
          >
            <Icon name="chevronDown" size="xs" />
          </button>
        </span>
      </div>
      <div class="grid-head-picture">
        <Switch>
          <Match when={bars()}>{(counts) => <Histogram counts={counts()} class="h-5 w-full" />}</Match>
          <Match when={shares()}>{(parts) => <Shares parts={parts()} />}</Match>
          <Match when={drawn().kind === "unique"}>
            <div class="grid-unique" />
          </Match>
        </Switch>
      </div>
      <div class="grid-head-summary truncate">{summary(props.column)}</div>
      <div class="grid-resize" onPointerDown={resize} aria-hidden="true" />
    </div>
  );
}
