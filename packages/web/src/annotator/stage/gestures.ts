import { boxOf, lineOf, moved, reshaped, withoutVertex, withVertex } from "../model/geometry.ts";
import type { Geometry, Point, Shape } from "../model/types.ts";
import type { Scene } from "./draw.ts";
import type { Drawable } from "./drawable.ts";
import type { Hit } from "./hit.ts";
import { panned, type Size, toPicture, type View, zoomedTo } from "./view.ts";

export type Tool = "select" | "box" | "polygon" | "line" | "dot" | "track" | "hand" | "zoom";

type Options = {
  tool: () => Tool;
  color: () => string;
  view: () => View;
  picture: () => Size;
  stage: () => Size;
  hit: (at: Point, place: Point) => Hit | undefined;
  onView: (view: View) => void;
  onHover: (id: string | undefined) => void;
  onSelect: (item: Drawable | undefined, more: boolean) => void;
  onDraft: (draft: Scene["draft"]) => void;
  onDrawn: (shape: Shape, geometry: Geometry) => void;
  /** While a shape is drawn about, and at the end, when it is what somebody meant. */
  onShape: (item: Drawable, geometry: Geometry, isDone: boolean) => void;
};

type Press =
  | { does: "pan"; last: Point }
  | { does: "box" | "line" | "zoom"; from: Point; at: Point }
  | { does: "move"; item: Drawable; from: Point; has: boolean }
  | { does: "shape"; item: Drawable; handle: number };

/** Less than this is a click that trembled. */
const SLIP = 3;

/** What a pointer on the stage means: everything about drawing and editing, and nothing about elements or events. */
export function createGestures(options: Options) {
  let press: Press | undefined;
  let outline: Point[] = [];

  const placeOf = (at: Point) => toPicture(options.view(), options.picture(), at);
  const held = ([x, y]: Point): Point => [Math.max(0, Math.min(1, x)), Math.max(0, Math.min(1, y))];
  const draft = (points: readonly Point[], shape: "box" | "line" | "polygon" | "zoom") =>
    options.onDraft({ points, shape, color: shape === "zoom" ? "#ffffff" : options.color() });

  function down(at: Point, { pans = false, more = false, removes = false } = {}) {
    const tool = options.tool();
    const place = placeOf(at);
    if (pans || tool === "hand") {
      press = { does: "pan", last: at };
    } else if (tool === "box" || tool === "track" || tool === "line" || tool === "zoom") {
      press = { does: tool === "track" ? "box" : tool, from: tool === "zoom" ? place : held(place), at };
    } else if (tool === "dot") {
      const [x, y] = held(place);
      options.onDrawn("dot", { x, y });
    } else if (tool === "polygon") {
      corner(held(place));
    } else {
      take(options.hit(at, place), place, { more, removes });
    }
  }

  function take(hit: Hit | undefined, place: Point, { more, removes }: { more: boolean; removes: boolean }) {
    const { item, handle, edge } = hit ?? {};
    if (item && handle !== undefined) {
      if (item.shape === "polygon" && removes)
        options.onShape(item, { points: withoutVertex(item.geometry.points ?? [], handle) }, true);
      else press = { does: "shape", item, handle };
    } else if (item && edge !== undefined) {
      const geometry = { points: withVertex(item.geometry.points ?? [], edge, place) };
      options.onShape(item, geometry, false);
      press = { does: "shape", item: { ...item, geometry }, handle: edge + 1 };
    } else {
      options.onSelect(item, more);
      if (item?.isEditable) press = { does: "move", item, from: place, has: false };
    }
  }

  /** A click near the first corner closes. */
  function corner(place: Point) {
    const [first] = outline;
    const { width, height } = options.picture();
    const near = (SLIP * 3) / options.view().scale;
    const closes =
      first && outline.length > 2 && Math.hypot((first[0] - place[0]) * width, (first[1] - place[1]) * height) < near;
    if (closes) return finish();
    outline.push(place);
    draft([...outline, place], "polygon");
  }

  function finish() {
    const points = outline;
    outline = [];
    options.onDraft(undefined);
    if (points.length >= 3) options.onDrawn("polygon", { points });
  }

  function move(at: Point) {
    const place = placeOf(at);
    if (!press) {
      if (outline.length > 0) draft([...outline, held(place)], "polygon");
      else options.onHover(options.tool() === "select" ? options.hit(at, place)?.item.id : undefined);
    } else if (press.does === "pan") {
      const [x, y] = press.last;
      options.onView(panned(options.view(), at[0] - x, at[1] - y, options.picture(), options.stage()));
      press.last = at;
    } else if (press.does === "move") {
      press.has ||= Math.hypot(...away(press.from, place)) > SLIP;
      if (press.has) options.onShape(press.item, shapeOf(press, place), false);
    } else if (press.does === "shape") {
      options.onShape(press.item, shapeOf(press, place), false);
    } else {
      draft([press.from, press.does === "zoom" ? place : held(place)], press.does);
    }
  }

  /** In pixels of the stage. */
  function away(from: Point, to: Point): Point {
    const { width, height } = options.picture();
    return [(to[0] - from[0]) * width * options.view().scale, (to[1] - from[1]) * height * options.view().scale];
  }

  function shapeOf(moving: Extract<Press, { item: Drawable }>, place: Point): Geometry {
    const { shape, geometry } = moving.item;
    if (moving.does === "shape") return reshaped(shape, geometry, moving.handle, place);
    return moved(shape, geometry, place[0] - moving.from[0], place[1] - moving.from[1]);
  }

  function up(at: Point) {
    const ended = press;
    const place = placeOf(at);
    press = undefined;
    if (!ended || ended.does === "pan") return;
    if (ended.does === "move" || ended.does === "shape") {
      if (ended.does === "shape" || ended.has) options.onShape(ended.item, shapeOf(ended, place), true);
      return;
    }
    options.onDraft(undefined);
    if (Math.hypot(at[0] - ended.at[0], at[1] - ended.at[1]) < SLIP) return;
    if (ended.does === "zoom")
      options.onView(zoomedTo(options.view(), ended.at, at, options.picture(), options.stage()));
    else options.onDrawn(ended.does, ended.does === "box" ? boxOf(ended.from, place) : lineOf(ended.from, place));
  }

  return {
    down,
    move,
    up,
    finish,
    /** True where there was something to give up. */
    cancel(): boolean {
      const had = press !== undefined || outline.length > 0;
      if (press && "item" in press) options.onShape(press.item, press.item.geometry, true);
      press = undefined;
      outline = [];
      options.onDraft(undefined);
      return had;
    },
    /** The polygon's corner that was set last. */
    back() {
      outline.pop();
      if (outline.length > 0) draft(outline, "polygon");
      else options.onDraft(undefined);
    },
    isDrawing: () => outline.length > 0,
  };
}

export type Gestures = ReturnType<typeof createGestures>;
