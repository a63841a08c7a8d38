import type { Point } from "../model/types.ts";
import { panned, type Size, type View, zoomed } from "./view.ts";

type Options = {
  view: () => View;
  picture: () => Size;
  stage: () => Size;
  onView: (view: View) => void;
  /** What the first finger began is not meant once there is a second. */
  onBegin: () => void;
};

/** Two fingers move the picture and make it larger or smaller; what they do is not drawing. */
export function createPinch({ view, picture, stage, onView, onBegin }: Options) {
  const fingers = new Map<number, Point>();
  /** Until the last finger has left, it goes on being a pinch. */
  let is = false;

  const reach = (): { middle: Point; span: number } => {
    const [[ax, ay] = [0, 0], [bx, by] = [0, 0]] = [...fingers.values()];
    return { middle: [(ax + bx) / 2, (ay + by) / 2], span: Math.max(1, Math.hypot(bx - ax, by - ay)) };
  };

  return {
    /** True where the finger belongs to a pinch. */
    down(id: number, at: Point): boolean {
      fingers.set(id, at);
      if (!is && fingers.size === 2) {
        is = true;
        onBegin();
      }
      return is;
    },
    move(id: number, at: Point): boolean {
      if (!fingers.has(id)) return is;
      const before = reach();
      fingers.set(id, at);
      if (!is || fingers.size !== 2) return is;
      const { middle, span } = reach();
      const { middle: from } = before;
      // Larger first: what fits the stage stays in its middle, and could not be moved.
      const larger = zoomed(view(), span / before.span, from, picture(), stage());
      onView(panned(larger, middle[0] - from[0], middle[1] - from[1], picture(), stage()));
      return true;
    },
    up(id: number): boolean {
      const was = is;
      fingers.delete(id);
      if (fingers.size === 0) is = false;
      return was;
    },
  };
}
