import type { Point } from "../model/types.ts";

/** How the picture lies on the stage: pixels of the picture times `scale`, its corner at `x`, `y` (CSS pixels). */
export type View = { scale: number; x: number; y: number };
export type Size = { width: number; height: number };

const MOST = 40;
const MARGIN = 48;

/** Whole and in the middle. */
export function fit(picture: Size, stage: Size): View {
  const scale = Math.min(stage.width / picture.width, stage.height / picture.height) || 1;
  return { scale, x: (stage.width - picture.width * scale) / 2, y: (stage.height - picture.height * scale) / 2 };
}

/** Closer or further with the place under the pointer staying where it is; never smaller than whole. */
export function zoomed(view: View, by: number, at: Point, picture: Size, stage: Size): View {
  const whole = fit(picture, stage);
  const scale = Math.max(whole.scale, Math.min(MOST, view.scale * by));
  if (scale <= whole.scale) return whole;
  const ratio = scale / view.scale;
  return kept({ scale, x: at[0] - (at[0] - view.x) * ratio, y: at[1] - (at[1] - view.y) * ratio }, picture, stage);
}

export const panned = (view: View, dx: number, dy: number, picture: Size, stage: Size): View =>
  kept({ ...view, x: view.x + dx, y: view.y + dy }, picture, stage);

/** A rectangle of the stage fills it. */
export function zoomedTo(view: View, [ax, ay]: Point, [bx, by]: Point, picture: Size, stage: Size): View {
  const [width, height] = [Math.abs(bx - ax), Math.abs(by - ay)];
  if (width < 8 || height < 8) return view;
  const factor = Math.min(stage.width / width, stage.height / height);
  const scale = Math.min(MOST, view.scale * factor);
  const ratio = scale / view.scale;
  const [middleX, middleY] = [(ax + bx) / 2, (ay + by) / 2];
  return kept(
    { scale, x: stage.width / 2 - (middleX - view.x) * ratio, y: stage.height / 2 - (middleY - view.y) * ratio },
    picture,
    stage,
  );
}

/** Some of the picture stays on the stage; a side that fits is in the middle. */
function kept(view: View, picture: Size, stage: Size): View {
  const along = (at: number, length: number, room: number) =>
    length <= room ? (room - length) / 2 : Math.max(MARGIN - length, Math.min(room - MARGIN, at));
  return {
    ...view,
    x: along(view.x, picture.width * view.scale, stage.width),
    y: along(view.y, picture.height * view.scale, stage.height),
  };
}

/** From the stage to shares of the picture, and back. */
export const toPicture = (view: View, picture: Size, [x, y]: Point): Point => [
  (x - view.x) / (picture.width * view.scale),
  (y - view.y) / (picture.height * view.scale),
];
export const toStage = (view: View, picture: Size, [x, y]: Point): Point => [
  x * picture.width * view.scale + view.x,
  y * picture.height * view.scale + view.y,
];
