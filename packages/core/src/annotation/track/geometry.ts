import type { Geometry } from "../shape.ts";

/** What is drawn on one frame, as far as it can move. */
export type Drawing = Geometry & { frame: number };

const PARTS = ["x", "y", "width", "height", "u", "v"] as const;

/** First and last frames of stretches of consecutive ones. */
export function segments(frames: readonly number[]): [number, number][] {
  const found: [number, number][] = [];
  for (const frame of [...new Set(frames)].sort((a, b) => a - b)) {
    const last = found.at(-1);
    if (last && frame === last[1] + 1) last[1] = frame;
    else found.push([frame, frame]);
  }
  return found;
}

/** What lies between two drawings on a frame between theirs. Polygons of differing corners stay as the first is. */
export function between<D extends Drawing>(from: D, to: D, frame: number): D {
  const share = (frame - from.frame) / (to.frame - from.frame);
  const blend = (a: number, b: number) => a + (b - a) * share;
  const parts = PARTS.map((part) => {
    const [a, b] = [from[part], to[part]];
    return [part, a === null || b === null ? a : blend(a, b)] as const;
  });
  const corners = to.points?.length === from.points?.length ? to.points : null;
  const points =
    from.points?.map(([x, y], i): [number, number] => {
      const [toX, toY] = corners?.[i] ?? [x, y];
      return [blend(x, toX), blend(y, toY)];
    }) ?? null;
  return { ...from, ...Object.fromEntries(parts), points, frame };
}

/** The drawings that are missing on frames between those there are, one of each frame. */
export function gaps<D extends Drawing>(drawings: readonly D[]): D[] {
  const sorted = [...drawings].sort((a, b) => a.frame - b.frame);
  return sorted.flatMap((from, i) => {
    const to = sorted[i + 1];
    if (!to) return [];
    return Array.from({ length: Math.max(0, to.frame - from.frame - 1) }, (_, n) =>
      between(from, to, from.frame + n + 1),
    );
  });
}

/** The first or the last drawing again, on the frames before or after it, not past the first or last one of the media. */
export function extended<D extends Drawing>(
  drawings: readonly D[],
  direction: "forward" | "backward",
  { count, frames }: { count: number; frames: number },
): D[] {
  const sorted = [...drawings].sort((a, b) => a.frame - b.frame);
  const end = direction === "forward" ? sorted.at(-1) : sorted[0];
  if (!end) return [];
  const step = direction === "forward" ? 1 : -1;
  return Array.from({ length: count }, (_, i) => ({ ...end, frame: end.frame + step * (i + 1) })).filter(
    ({ frame }) => frame >= 0 && frame < frames,
  );
}
