import { faultsOf } from "../../annotation/shape.ts";
import type { Shape } from "../../annotation-type/schema.ts";
import type { Pictured } from "../item.ts";
import type { Geometry, ParsedDrawn } from "../parse/parsed.ts";

const MOST_POINTS = 10_000;
/** How far the sides of a picture may differ from the media's, as a share: sizes are rounded to even pixels. */
const SAME_SIDES = 0.02;
const HAIR = 1e-9;

type Placed = { geometry: Geometry; isCut: boolean } | { problem: string };

/** A drawing as parts of the media's width and height; what reaches past its edges is cut off there. */
export function place(shape: Shape, given: Geometry, unit: ParsedDrawn["unit"], media: Pictured): Placed {
  const size = unit === "media" ? media : unit;
  if (size && (size.width === null || size.height === null))
    return { problem: "Pixels are named, and the size of the media is not known" };
  if (size && unit !== "media" && differs(size as { width: number; height: number }, media))
    return { problem: `The picture is ${size.width} × ${size.height}, the media ${media.width} × ${media.height}` };
  const geometry = size ? scaled(given, size as Size) : given;
  const numbers = [
    ...Object.values(geometry).filter((part) => typeof part === "number"),
    ...(geometry.points ?? []).flat(),
  ];
  if (numbers.some((part) => !Number.isFinite(part))) return { problem: "Is drawn with something that is no number" };
  const points = geometry.points?.length ?? 3;
  if (points < 3 || points > MOST_POINTS) return { problem: `An outline has from 3 to ${MOST_POINTS} points` };
  const cut =
    shape === "box" ? cutBox(geometry) : shape === "polygon" ? cutOutline(geometry) : { geometry, isCut: false };
  if (!cut) return { problem: "Lies outside the picture" };
  const [fault] = faultsOf(shape, cut.geometry, "");
  if (fault) return { problem: `${fault.path.slice(1)}: ${fault.message}` };
  return isWithin(shape, cut.geometry) ? cut : { problem: "Lies outside the picture" };
}

type Size = { width: number; height: number };

const differs = ({ width, height }: Size, media: Pictured) =>
  media.width !== null &&
  media.height !== null &&
  Math.abs((width / height) * (media.height / media.width) - 1) > SAME_SIDES;

const scaled = ({ points, ...one }: Geometry, { width: w, height: h }: Size): Geometry => {
  const by = (value: number | undefined, side: number) => (value === undefined ? undefined : value / side);
  const geometry = {
    ...{ x: by(one.x, w), width: by(one.width, w), u: by(one.u, w) },
    ...{ y: by(one.y, h), height: by(one.height, h), v: by(one.v, h) },
    points: points?.map(([x, y]): [number, number] => [x / w, y / h]),
  };
  return Object.fromEntries(Object.entries(geometry).filter(([, value]) => value !== undefined));
};

function cutBox(box: Geometry): { geometry: Geometry; isCut: boolean } | undefined {
  const { x = 0, y = 0, width = 0, height = 0 } = box;
  if (width < 0 || height < 0) return undefined;
  if (x >= 0 && y >= 0 && x + width <= 1 + HAIR && y + height <= 1 + HAIR) return { geometry: box, isCut: false };
  const [left, top, right, bottom] = [Math.max(0, x), Math.max(0, y), Math.min(1, x + width), Math.min(1, y + height)];
  if (right <= left || bottom <= top) return undefined;
  return { geometry: { x: left, y: top, width: right - left, height: bottom - top }, isCut: true };
}

function cutOutline({ points = [] }: Geometry): { geometry: Geometry; isCut: boolean } | undefined {
  const inside = (part: number) => part >= 0 && part <= 1;
  if (points.every(([x, y]) => inside(x) && inside(y))) return { geometry: { points }, isCut: false };
  if (!points.some(([x, y]) => inside(x) && inside(y))) return undefined;
  const cut = (part: number) => Math.min(1, Math.max(0, part));
  return { geometry: { points: points.map(([x, y]): [number, number] => [cut(x), cut(y)]) }, isCut: true };
}

function isWithin(shape: Shape, { x = 0, y = 0, u = 0, v = 0 }: Geometry): boolean {
  const within = (part: number) => part >= 0 && part <= 1 + HAIR;
  return shape === "polygon" || [x, y, ...(shape === "line" ? [x + u, y + v] : [])].every(within);
}
