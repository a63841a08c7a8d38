import type { Row } from "../database/index.ts";
import type { Plan } from "./job.ts";
import { ladder, type Rung } from "./ladder.ts";
import { ARCHIVAL, audioName, IMAGES, PICTURES } from "./names.ts";
import type { Probe } from "./probe.ts";
import { decimalOf } from "./rational.ts";

/** Pixels that a job encodes before others would better help it: some minutes on four cores. */
const ONE_JOB_PIXELS = 90e9;

/** All renditions that something is to have. */
export function wanted({ media, settings }: Pick<Plan, "media" | "settings">): string[] {
  if (media.dtype === "image") return [...IMAGES];
  const probe = probed(media);
  if (!probe) return [];
  const rungs = ladder(probe, settings.heights).map(({ name }) => name);
  const archival = settings.archival === "none" ? [] : [ARCHIVAL];
  return [...rungs, ...probe.audio.map((_, n) => audioName(n)), ...PICTURES, ...archival];
}

/** What was found out; undefined before. */
export const probed = ({ probe }: Row<"media">): Probe | undefined =>
  "timeBase" in probe ? (probe as unknown as Probe) : undefined;

export const pixels = (probe: Probe, rung: Rung): number => probe.frames * rung.width * rung.height;

/** Whether all of it is quicker done at once than by several jobs, each of which has to start and to fetch the original. */
export const isShort = (probe: Probe, heights: readonly number[]): boolean =>
  ladder(probe, heights).reduce((sum, rung) => sum + pixels(probe, rung), 0) <= ONE_JOB_PIXELS;

/** Shares of the whole, for a bar that moves evenly. */
export function weights(probe: Probe, heights: readonly number[]): Record<string, number> {
  const rungs = ladder(probe, heights);
  // Whatever its size, each rung decodes the original.
  const decoding = (probe.frames * probe.stored.width * probe.stored.height) / 3;
  const sound = Math.max(1, probe.frames / decimalOf(probe.fps)) * 100_000;
  return Object.fromEntries([
    ...rungs.map((rung) => [rung.name, pixels(probe, rung) + decoding]),
    ...probe.audio.map((_, n) => [audioName(n), sound]),
    ...PICTURES.map((name) => [name, sound]),
  ]);
}
