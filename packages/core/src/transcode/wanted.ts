import type { Row } from "../database/index.ts";
import { ladder, type Rung } from "./ladder.ts";
import { audioName, IMAGES, PICTURES } from "./names.ts";
import type { Probe } from "./probe.ts";
import { decimalOf } from "./rational.ts";

/** Pixels that a job encodes before others would better help it: some minutes on four cores. */
const ONE_JOB_PIXELS = 90e9;

/** All renditions that something is to have. */
export function wanted(media: Row<"media">): string[] {
  if (media.dtype === "image") return [...IMAGES];
  const probe = probed(media);
  return probe
    ? [...ladder(probe).map(({ name }) => name), ...probe.audio.map((_, n) => audioName(n)), ...PICTURES]
    : [];
}

/** What was found out; undefined before. */
export const probed = ({ probe }: Row<"media">): Probe | undefined =>
  "timeBase" in probe ? (probe as unknown as Probe) : undefined;

export const pixels = (probe: Probe, rung: Rung): number => probe.frames * rung.width * rung.height;

/** Whether all of it is quicker done at once than by several jobs, each of which has to start and to fetch the original. */
export const isShort = (probe: Probe): boolean =>
  ladder(probe).reduce((sum, rung) => sum + pixels(probe, rung), 0) <= ONE_JOB_PIXELS;

/** Shares of the whole, for a bar that moves evenly. */
export function weights(probe: Probe): Record<string, number> {
  const rungs = ladder(probe);
  // Whatever its size, each rung decodes the original.
  const decoding = (probe.frames * probe.stored.width * probe.stored.height) / 3;
  const sound = Math.max(1, probe.frames / decimalOf(probe.fps)) * 100_000;
  return Object.fromEntries([
    ...rungs.map((rung) => [rung.name, pixels(probe, rung) + decoding]),
    ...probe.audio.map((_, n) => [audioName(n), sound]),
    ...PICTURES.map((name) => [name, sound]),
  ]);
}
