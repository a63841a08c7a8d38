import { handles } from "../model/geometry.ts";
import type { Point } from "../model/types.ts";
import type { Drawable } from "./drawable.ts";
import type { Plates } from "./plates.ts";
import { type Size, toStage, type View } from "./view.ts";

export type Scene = {
  items: readonly Drawable[];
  selected: ReadonlySet<string>;
  hovered: string | undefined;
  labels: boolean;
  /** The way of the selected track over the picture, and the place on it of this frame. */
  way: readonly Point[];
  color: string;
  draft: { points: readonly Point[]; shape: "box" | "line" | "polygon" | "zoom"; color: string } | undefined;
};

const DOT = 4;
const HANDLE = 7;
const SELECTED_WIDTH = 2.5;
const WIDTH = 1.5;
const DASH = [5, 4];
/** With more than these the plates would cover the picture, and drawing them would take longer than a frame has. */
const MOST_PLATES = 400;
const SMALLEST_WITH_PLATE = 14;

/** Shapes of one colour together, so that it is set once. What is selected is drawn behind the others, so that it lies on top. */
export function drawScene(context: CanvasRenderingContext2D, scene: Scene, view: View, picture: Size, plates: Plates) {
  const usual = new Map<string, Drawable[]>();
  const special: Drawable[] = [];
  for (const item of scene.items) {
    if (scene.selected.has(item.id) || item.id === scene.hovered) special.push(item);
    else {
      const group = `${item.dashed ? "-" : ""}${item.color}`;
      const others = usual.get(group);
      if (others) others.push(item);
      else usual.set(group, [item]);
    }
  }
  context.lineJoin = "round";
  for (const group of usual.values()) drawGroup(context, group, view, picture, WIDTH);
  if (scene.labels) drawPlates(context, scene.items, view, picture, plates);
  drawWay(context, scene, view, picture);
  for (const item of special) {
    drawGroup(context, [item], view, picture, SELECTED_WIDTH);
    if (scene.selected.has(item.id)) drawHandles(context, item, view, picture);
    plates.draw(context, item, placeOfPlate(item, view, picture), true);
  }
  drawDraft(context, scene, view, picture);
}

function drawGroup(
  context: CanvasRenderingContext2D,
  group: readonly Drawable[],
  view: View,
  picture: Size,
  width: number,
): void {
  const [first] = group;
  if (!first) return;
  const [across, down] = [picture.width * view.scale, picture.height * view.scale];
  context.setLineDash(first.dashed ? DASH : []);
  context.lineWidth = width;
  context.strokeStyle = first.color;
  context.beginPath();
  for (const { shape, geometry } of group) {
    const [x, y] = [(geometry.x ?? 0) * across + view.x, (geometry.y ?? 0) * down + view.y];
    if (shape === "box") {
      // A rectangle by itself is drawn many times faster than one of a long path.
      context.strokeRect(x, y, (geometry.width ?? 0) * across, (geometry.height ?? 0) * down);
    } else if (shape === "line") {
      context.moveTo(x, y);
      context.lineTo(x + (geometry.u ?? 0) * across, y + (geometry.v ?? 0) * down);
    } else if (shape === "polygon") {
      trace(context, geometry.points ?? [], view, picture);
      context.closePath();
    } else if (shape === "dot") {
      context.moveTo(x + DOT, y);
      context.arc(x, y, DOT, 0, Math.PI * 2);
    }
  }
  context.stroke();
  context.setLineDash([]);
}

function trace(context: CanvasRenderingContext2D, points: readonly Point[], view: View, picture: Size) {
  points.forEach((point, at) => {
    const [x, y] = toStage(view, picture, point);
    if (at === 0) context.moveTo(x, y);
    else context.lineTo(x, y);
  });
}

function drawHandles(context: CanvasRenderingContext2D, item: Drawable, view: View, picture: Size) {
  if (!item.isEditable) return;
  context.lineWidth = 1;
  context.fillStyle = "#fff";
  context.strokeStyle = "#0b0e11";
  for (const point of handles(item.shape, item.geometry)) {
    const [x, y] = toStage(view, picture, point);
    context.beginPath();
    if (item.shape === "polygon" || item.shape === "line") context.arc(x, y, HANDLE / 2 + 0.5, 0, Math.PI * 2);
    else context.rect(x - HANDLE / 2, y - HANDLE / 2, HANDLE, HANDLE);
    context.fill();
    context.stroke();
  }
}

function placeOfPlate({ shape, geometry }: Drawable, view: View, picture: Size): Point {
  let [left, top] = handles(shape, geometry)[0] ?? [0, 0];
  if (shape === "polygon") for (const [x, y] of geometry.points ?? []) if (y < top) [left, top] = [x, y];
  return toStage(view, picture, [left, top]);
}

function drawPlates(
  context: CanvasRenderingContext2D,
  items: readonly Drawable[],
  view: View,
  picture: Size,
  plates: Plates,
) {
  if (items.length > MOST_PLATES) return;
  const across = picture.width * view.scale;
  for (const item of items) {
    if (item.shape === "box" && (item.geometry.width ?? 0) * across < SMALLEST_WITH_PLATE) continue;
    plates.draw(context, item, placeOfPlate(item, view, picture), false);
  }
}

function drawWay(context: CanvasRenderingContext2D, { way, color }: Scene, view: View, picture: Size) {
  if (way.length < 2) return;
  context.beginPath();
  trace(context, way, view, picture);
  context.lineWidth = 1.5;
  context.strokeStyle = color;
  context.globalAlpha = 0.8;
  context.stroke();
  context.globalAlpha = 1;
}

function drawDraft(context: CanvasRenderingContext2D, { draft }: Scene, view: View, picture: Size) {
  const [first] = draft?.points ?? [];
  const last = draft?.points.at(-1);
  if (!draft || !first || !last) return;
  context.beginPath();
  if (draft.shape === "box" || draft.shape === "zoom") {
    const [from, to] = [toStage(view, picture, first), toStage(view, picture, last)];
    context.rect(from[0], from[1], to[0] - from[0], to[1] - from[1]);
  } else {
    trace(context, draft.points, view, picture);
  }
  context.lineWidth = WIDTH;
  context.strokeStyle = draft.color;
  context.setLineDash(draft.shape === "zoom" ? DASH : []);
  context.stroke();
  context.setLineDash([]);
}
