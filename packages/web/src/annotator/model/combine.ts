import type { Change, Step } from "./history.ts";
import { difference, split, union } from "./polygons.ts";
import type { Localization, Point, Shape } from "./types.ts";

export type Combination = "unite" | "subtract" | "split";
type Result = { step: Step; selected: string[] } | { problem: string };

const LABELS: Record<Combination, string> = { unite: "Unite", subtract: "Cut out", split: "Split" };
const MOST_POINTS = 10_000;

/** One polygon from several, or several from one. Undefined where what is selected does not fit. */
export function combined(
  how: Combination,
  rows: readonly Localization[],
  shapeOf: (row: Localization) => Shape | undefined,
): Result | undefined {
  const [first, ...others] = rows.filter((row) => shapeOf(row) === "polygon");
  const line = rows.find((row) => shapeOf(row) === "line");
  if (!first?.points || (how === "split" ? !line : others.length === 0)) return undefined;
  let rings: Point[][] = [first.points];
  let hasHole = false;
  const take = (found: { rings: Point[][]; hasHole: boolean }[]) => {
    rings = found.flatMap((one) => one.rings);
    hasHole ||= found.some((one) => one.hasHole);
  };
  if (how === "split" && line) take([split(first.points, startOf(line), endOf(line))]);
  for (const { points } of how === "split" ? [] : others)
    take(how === "unite" ? [union(rings[0] ?? [], points ?? [])] : rings.map((ring) => difference(ring, points ?? [])));
  if (hasHole) return { problem: "That would leave a hole, which one outline cannot say. Nothing was changed." };
  if (how === "unite" && rings.length > 1) return { problem: "They do not touch, and so cannot become one." };
  if (how === "split" && rings.length < 2) return { problem: "The line does not go through the polygon." };
  if (rings.length === 0) return { problem: "Nothing would be left of it. Delete it instead." };
  if (rings.some(({ length }) => length > MOST_POINTS))
    return { problem: "It would have more corners than can be kept." };

  const parts = rings.map(
    (points, at): Localization => ({
      ...{ ...first, points, key: true },
      ...(at === 0 ? {} : { elementalId: crypto.randomUUID(), mark: null }),
    }),
  );
  const gone = how === "unite" ? others : how === "split" && line ? [line] : [];
  const changes: Change[] = [
    ...parts.map((after, at) => ({ before: at === 0 ? first : undefined, after })),
    ...gone.map((before) => ({ before, after: undefined })),
  ];
  return { step: { label: LABELS[how], changes }, selected: parts.map(({ elementalId }) => elementalId) };
}

const startOf = ({ x, y }: Localization): Point => [x ?? 0, y ?? 0];
const endOf = ({ x, y, u, v }: Localization): Point => [(x ?? 0) + (u ?? 0), (y ?? 0) + (v ?? 0)];
