import type { Drawable } from "../stage/drawable.ts";
import type { Room } from "./room.ts";

export const isOfTrack = (item: Drawable) =>
  item.row?.kind === "state" || (item.row?.kind === "localization" && item.row.trackIds.length > 0);

/** The objects of this frame in the order in which the panel lists them and the digits pick them: tracks first. */
export const listed = (room: Room): Drawable[] => {
  const items = room.session.items();
  return [...items.filter(isOfTrack), ...items.filter((item) => !isOfTrack(item))];
};
