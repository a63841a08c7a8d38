import type { Row } from "../database/index.ts";
import type { Plan } from "./job.ts";
import { ladder, type Rung } from "./ladder.ts";
import { ARCHIVAL, audioName, IMAGES, isVeryLarge, PICTURES, TILES } from "./names.ts";
import { partName } from "./part-name.ts";
import type { Part } from "./parts.ts";
import type { Probe } from "./probe.ts";
import { decimalOf } from "./rational.ts";

/** Pixels that a job encodes before others would better help it: some minutes on four cores. */
const ONE_JOB_PIXELS = 90e9;

/** All renditions that something is to have. */
export function wanted({ media, settings }: Pick<Plan, "media" | "settings">): string[] {
  if (media.dtype === "image") return [...IMAGES, ...(isVeryLarge(media) ? [TILES] : [])];
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

/** What thumbnail and preview are made of: large enough to look well, small enough to be read at once. */
const PICTURED = 360;

export const picturedOf = (rungs: readonly Rung[]): Rung | undefined =>
  rungs.find(({ height }) => height >= PICTURED) ?? rungs.at(-1);

/** Those that come before all others: something to look at, and what pictures are made of. */
export const early = (rungs: readonly Rung[]): Rung[] =>
  rungs.filter((rung) => rung === rungs[0] || rung === picturedOf(rungs));

/**
 * The smallest, which can be looked at while the others are made, and beside it the one that takes longest, so that it does not end
 * alone; then the one that pictures are made of.
 */
export function inOrder(rungs: readonly Rung[]): Rung[] {
  const [smallest, pictured] = [rungs[0], picturedOf(rungs)];
  const [largest, ...others] = rungs.filter((rung) => rung !== smallest && rung !== pictured).reverse();
  return [...new Set([smallest, largest, pictured, ...others])].filter((rung) => rung !== undefined);
}

/** Shares of the whole, for a bar that moves evenly. */
export function weights(probe: Probe, heights: readonly number[]): Record<string, number> {
  const rungs = ladder(probe, heights);
  // Whatever its size, each rung decodes the original.
  const decoding = (probe.frames * probe.stored.width * probe.stored.height) / 3;
  const sound = Math.max(1, probe.frames / decimalOf(probe.fps)) * 100_000;
  const { parts = [] } = probe;
  const share = (part: Part) => part.frames / probe.frames;
  return Object.fromEntries([
    ...rungs.flatMap((rung) => {
      const whole = pixels(probe, rung) + decoding;
      if (parts.length === 0) return [[rung.name, whole]];
      return [[rung.name, sound], ...parts.map((part, n) => [partName(rung, n, probe), whole * share(part)])];
    }),
    ...probe.audio.map((_, n) => [audioName(n), sound]),
    ...PICTURES.map((name) => [name, sound]),
  ]);
}
