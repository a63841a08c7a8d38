import { createEffect, untrack } from "solid-js";
import type { Layer } from "../../annotator/model/types.ts";
import type { Room } from "../../annotator/room/room.ts";

export type Search = {
  frame?: string;
  select?: string;
  quality?: string;
  layer?: string;
  show?: string;
  color?: string;
  view?: string;
};
type Options = {
  layers: () => Layer[];
  search: Search;
  set: (changes: Partial<Search>) => void;
  /** Of several views one says what stands in the address. */
  isActive: () => boolean;
};

/** What the address says of layers, colours and what is selected, and what it says once somebody chose otherwise. */
export function keepLook({ session }: Room, { layers, search, set, isActive }: Options) {
  // What the address asks for, or the first layer that may be edited and all that are seen.
  createEffect(() => {
    const all = layers();
    if (all.length === 0 || untrack(session.shownLayers).size > 0) return;
    const wanted = untrack(() => search.show?.split(",").filter((id) => all.some((layer) => layer.id === id)));
    const layer = untrack(() => search.layer);
    const mine =
      all.find(({ id }) => id === layer && session.mayEditLayer(id)) ?? all.find(({ id }) => session.mayEditLayer(id));
    session.setEditing(mine?.id);
    session.setShownLayers(new Set(wanted?.length ? wanted : all.map(({ id }) => id)));
    session.setColorBy(untrack(() => search.color) ?? "type");
  });
  createEffect(() => {
    const all = layers();
    const shown = session.shownLayers();
    if (all.length === 0 || shown.size === 0 || !isActive()) return;
    const show = shown.size === all.length ? undefined : [...shown].join(",");
    const color = session.colorBy() === "type" ? undefined : session.colorBy();
    set({ layer: session.editing(), show, color });
  });
  // Once: afterwards the choice is that of who is here.
  createEffect(() => {
    const wanted = search.select;
    session.store.version();
    if (!wanted || !session.store.find(wanted)) return;
    untrack(() => session.select([wanted]));
    set({ select: undefined });
  });
}

/** What goes along to the next media. */
export function settingsOf({ frame: _, select: __, view: ___, ...settings }: Search): string {
  const said = Object.entries(settings).filter(([, value]) => value !== undefined);
  const text = new URLSearchParams(said).toString();
  return text ? `?${text}` : "";
}
