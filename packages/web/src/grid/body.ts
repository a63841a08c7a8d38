import { count } from "../data/format.ts";
import type { CellFormat } from "../data/rows/cell.ts";
import type { RowSource } from "../data/rows/source.ts";
import { HEADER, ROW, ROW_HEAD, rowsBetween } from "./geometry.ts";
import type { Bounds, Cell } from "./selection.ts";

export type BodyColumn = { name: string; format: CellFormat };

export type Frame = {
  top: number;
  left: number;
  width: number;
  height: number;
  rows: number;
  columns: BodyColumn[];
  lefts: number[];
  shown: [number, number];
  /** Changes with anything that moves cells sideways. */
  layout: string;
  selected: Bounds | undefined;
  current: Cell;
  source: RowSource | undefined;
};

type RowView = {
  element: HTMLElement;
  head: HTMLElement;
  box: HTMLElement;
  cells: CellView[];
  layout: string;
  row: number;
};
type CellView = { element: HTMLElement; text: string; look: string };

const NULL = "null";

export const cellId = (grid: string, cell: Cell) => `${grid}-${cell.row}-${cell.column}`;

/**
 * Draws rows by reusing a few elements: at a thousand frames of scrolling no element is made and only what changed is
 * written. Solid is kept out of it on purpose, a signal per cell would cost more than the cells.
 */
export function createBody(container: HTMLElement, grid: string) {
  const rows: RowView[] = [];

  function draw(frame: Frame) {
    const [first, last] = rowsBetween(frame.top, frame.height, frame.rows);
    const needed = Math.ceil(frame.height / ROW) + 1;
    while (rows.length < needed) rows.push(makeRow());
    for (const [index, view] of rows.entries()) {
      // A row keeps its element while it is on screen, so scrolling by one row rewrites one row.
      const start = Math.floor(first / rows.length) * rows.length;
      const row = start + index < first ? start + index + rows.length : start + index;
      const isShown = row < last;
      view.element.hidden = !isShown;
      if (isShown) drawRow(view, row, frame);
    }
  }

  function makeRow(): RowView {
    const element = document.createElement("div");
    element.className = "grid-row";
    element.setAttribute("role", "row");
    const head = document.createElement("div");
    head.className = "grid-row-head";
    head.setAttribute("role", "rowheader");
    const box = document.createElement("div");
    box.className = "grid-cells";
    box.setAttribute("role", "none");
    element.append(head, box);
    container.append(element);
    return { element, head, box, cells: [], layout: "", row: -1 };
  }

  function drawRow(view: RowView, row: number, frame: Frame) {
    view.element.style.transform = `translateY(${HEADER + row * ROW - frame.top}px)`;
    if (view.row !== row) {
      view.row = row;
      view.element.setAttribute("aria-rowindex", String(row + 2));
      view.element.dataset.index = String(row);
      view.head.textContent = count(row + 1);
    }
    const isCurrent = row === frame.current.row;
    view.element.classList.toggle("current", isCurrent);
    const [from, to] = frame.shown;
    const isNew = view.layout !== frame.layout;
    if (isNew) placeCells(view, frame);
    view.layout = frame.layout;
    const known = frame.source?.has(row) ?? false;
    view.element.classList.toggle("loading", !known);
    for (let column = from; column < to; column++) {
      const cell = view.cells[column - from];
      const definition = frame.columns[column];
      if (cell && definition) drawCell(cell, row, column, definition, frame, isCurrent);
    }
  }

  function drawCell(
    cell: CellView,
    row: number,
    column: number,
    definition: BodyColumn,
    frame: Frame,
    isCurrent: boolean,
  ) {
    const value = frame.source?.value(row, definition.name);
    const text = value === undefined ? "" : value === null ? NULL : definition.format.show(value);
    if (cell.text !== text) {
      cell.text = text;
      cell.element.textContent = text;
    }
    const area = frame.selected;
    const isSelected =
      area !== undefined && row >= area.top && row <= area.bottom && column >= area.left && column <= area.right;
    const isHead = isCurrent && column === frame.current.column;
    const look = `grid-cell${definition.format.right ? " right" : ""}${value === null ? " null" : ""}${isSelected ? " selected" : ""}${isHead ? " head" : ""}`;
    if (cell.look !== look) {
      cell.look = look;
      cell.element.className = look;
      cell.element.setAttribute("aria-selected", String(isSelected || isHead));
    }
    const id = isHead ? cellId(grid, { row, column }) : "";
    if (cell.element.id !== id) cell.element.id = id;
  }

  function placeCells(view: RowView, { shown: [from, to], lefts, left }: Frame) {
    view.box.style.transform = `translateX(${ROW_HEAD - left}px)`;
    while (view.cells.length < to - from) {
      const element = document.createElement("div");
      element.setAttribute("role", "gridcell");
      view.box.append(element);
      view.cells.push({ element, text: "", look: "" });
    }
    for (const [index, cell] of view.cells.entries()) {
      const column = from + index;
      cell.element.hidden = column >= to;
      if (column >= to) continue;
      const start = lefts[column] ?? 0;
      cell.element.style.left = `${start}px`;
      cell.element.style.width = `${(lefts[column + 1] ?? start) - start}px`;
      cell.element.setAttribute("aria-colindex", String(column + 2));
    }
  }

  return { draw };
}
