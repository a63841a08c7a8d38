import type { Rendition } from "./lane.ts";

/** Scrub is for going through quickly, play for watching, seek for looking at one frame. */
export type Role = "scrub" | "play" | "seek";
export type Quality = "auto" | string;

const SCRUB_HEIGHT = 360;
const PLAY_HEIGHT = 720;

/** Above this rate one watches for what happens, not how it looks. */
const FASTEST_PLAYED = 4;
/** More frames than this a second are not decoded; key frames say as much to the eye. */
const MOST_FRAMES_A_SECOND = 240;

export const RATES = [0.125, 0.25, 0.5, 0.75, 1, 1.5, 2, 2.5, 3, 3.5, 4, 6, 8, 16, 32, 64] as const;

export const ROLES: readonly Role[] = ["seek", "play", "scrub"];

/** "auto", the name of one for watching and looking, or roles by name: "play:360,seek:1080". */
export function parseQuality(chosen: Quality): Partial<Record<Role, string>> {
  if (chosen === "auto") return {};
  if (!chosen.includes(":")) return { play: chosen, seek: chosen };
  const parts = chosen.split(",").map((part) => part.split(":"));
  return Object.fromEntries(parts.filter(([role]) => ROLES.some((one) => one === role)));
}

export function writeQuality(roles: Partial<Record<Role, string>>): Quality {
  const said = ROLES.flatMap((role) => (roles[role] ? [`${role}:${roles[role]}`] : []));
  return said.join(",") || "auto";
}

/** By height, smallest first; what is not chosen follows from the height. */
export function chooseRoles(renditions: Rendition[], chosen: Quality): Record<Role, Rendition> | undefined {
  const ladder = [...renditions].sort((a, b) => a.height - b.height);
  const best = ladder.at(-1);
  const least = ladder[0];
  if (!best || !least) return undefined;
  const upTo = (height: number) => ladder.findLast((one) => one.height <= height) ?? least;
  const wanted = parseQuality(chosen);
  const own = (role: Role) => ladder.find(({ name }) => name === wanted[role]);
  return {
    scrub: own("scrub") ?? upTo(SCRUB_HEIGHT),
    play: own("play") ?? upTo(PLAY_HEIGHT),
    seek: own("seek") ?? best,
  };
}

export const roleAt = (rate: number): Role => (Math.abs(rate) > FASTEST_PLAYED ? "scrub" : "play");
export const isKeysOnly = (rate: number, fps: number) => Math.abs(rate) * fps >= MOST_FRAMES_A_SECOND;

/** The next rate up or down the list, keeping the direction. */
export function stepRate(rate: number, by: 1 | -1): number {
  const at = RATES.findIndex((one) => one >= Math.abs(rate));
  const next = RATES[Math.max(0, Math.min(RATES.length - 1, (at < 0 ? RATES.length - 1 : at) + by))] ?? 1;
  return rate < 0 ? -next : next;
}
