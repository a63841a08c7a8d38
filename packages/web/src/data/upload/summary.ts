import type { UploadItem } from "./store.ts";

const MOVING = new Set(["waiting", "uploading", "completing"]);
export const isMoving = (item: UploadItem) => MOVING.has(item.state);

export type Summary = {
  moving: number;
  bytes: number;
  sent: number;
  rate: number;
  secondsLeft: number | null;
};

/** What the tray's head says about all of them. */
export function summarize(items: UploadItem[]): Summary {
  const counted = items.filter((item) => isMoving(item) || item.state === "done");
  const bytes = sum(counted, (item) => item.bytes);
  const sent = sum(counted, (item) => item.sent);
  const rate = sum(counted, (item) => item.rate);
  const moving = counted.filter(isMoving).length;
  return { moving, bytes, sent, rate, secondsLeft: rate > 0 ? (bytes - sent) / rate : null };
}

const sum = (items: UploadItem[], of: (item: UploadItem) => number) =>
  items.reduce((total, item) => total + of(item), 0);
