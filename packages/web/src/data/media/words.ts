import { bytes, plural } from "../format.ts";
import { MOST } from "./selection.ts";
import type { MediaDtype, MediaItem, MediaState } from "./types.ts";

export const stateWords: Record<MediaState, string> = {
  processing: "transcoding",
  ready: "done",
  partial: "partly done",
  failed: "failed",
};

export const dtypeWords: Record<MediaDtype, string> = {
  video: "Video",
  image: "Picture",
  multi: "Side by side",
  live: "Live",
};

/** 22:04, or 1:02:03. */
export function durationWords(seconds: number): string {
  const whole = Math.round(seconds);
  const [h, m, s] = [Math.floor(whole / 3_600), Math.floor(whole / 60) % 60, whole % 60];
  const two = (n: number) => String(n).padStart(2, "0");
  return h > 0 ? `${h}:${two(m)}:${two(s)}` : `${m}:${two(s)}`;
}

/** What stands on the picture: how long it is, or how large. */
export function plateWords({ dtype, duration, width, height }: MediaItem): string {
  if (dtype === "live" || dtype === "multi") return dtypeWords[dtype];
  if (duration !== null && dtype === "video") return durationWords(duration);
  return width !== null && height !== null ? `${width} × ${height}` : "";
}

/** "61 min, 6.6 GB" */
export function sumWords(items: MediaItem[]): string {
  const seconds = items.reduce((sum, item) => sum + (item.duration ?? 0), 0);
  const size = items.reduce((sum, item) => sum + (item.bytes ?? 0), 0);
  const time = seconds >= 60 ? `${Math.round(seconds / 60)} min` : seconds > 0 ? `${Math.round(seconds)} s` : "";
  return [time, size > 0 ? bytes(size) : ""].filter((part) => part !== "").join(", ");
}

export const selectedWords = (count: number): string =>
  count === MOST ? `${plural(count, "clip")}, the most at once` : `${count.toLocaleString("en")} selected`;
