import type { Drawable } from "../stage/drawable.ts";
import { between } from "./interpolate.ts";
import type { Store } from "./store.ts";
import type { AnnotationType, Geometry, Localization, Row, State } from "./types.ts";

export type Look = {
  types: ReadonlyMap<string, AnnotationType>;
  layers: ReadonlySet<string>;
  hiddenTypes: ReadonlySet<string>;
  hiddenRows: ReadonlySet<string>;
  /** "type", "layer", or the name of an attribute. */
  colorBy: string;
  canEdit: (layerId: string) => boolean;
  /** What is being drawn about just now. */
  pending: ReadonlyMap<string, Geometry>;
  tracks: ReadonlyMap<string, State>;
};

/** Safe for colour-blind readers, in this order; on video they lie beside a dark plate. */
const PALETTE = ["#5aa5ea", "#f28a4b", "#35c39b", "#e592c2", "#edbd4a", "#86d0f7", "#ac9ff0"];

export function colorOf(text: string): string {
  let hash = 7;
  for (let at = 0; at < text.length; at++) hash = (hash * 31 + text.charCodeAt(at)) | 0;
  return PALETTE[Math.abs(hash) % PALETTE.length] ?? "#9ba0ab";
}

export function lookColor(row: Localization | State, type: AnnotationType | undefined, colorBy: string): string {
  if (colorBy === "layer") return colorOf(row.layerId);
  if (colorBy !== "type") {
    const value = row.attributes[colorBy];
    return value === undefined ? "#9ba0ab" : colorOf(String(value));
  }
  return (row.kind === "state" && row.color) || type?.color || "#9ba0ab";
}

/** Who says its colour: a shape itself, or its track where that says more. */
export const told = <T extends Row>(row: T, track: Row | undefined, colorBy: string): Row => {
  const isOwn = colorBy === "layer" || (colorBy !== "type" && row.attributes[colorBy] !== undefined);
  return isOwn ? row : (track ?? row);
};

/** Its type, and the first thing said of it. */
export function labelOf(row: Localization | State, type: AnnotationType | undefined): string {
  const told = type?.attributes.find(
    ({ name, dtype }) => (dtype === "enum" || dtype === "string") && row.attributes[name],
  );
  const value = told ? String(row.attributes[told.name]) : "";
  return value ? `${type?.name ?? ""} ${value}`.slice(0, 60) : (type?.name ?? "");
}

export function drawablesOn(frame: number, store: Store, look: Look): Drawable[] {
  const items: Drawable[] = [];
  for (const row of store.onFrame(frame)) {
    const type = look.types.get(row.typeId);
    if (!type || !look.layers.has(row.layerId) || look.hiddenTypes.has(row.typeId)) continue;
    if (look.hiddenRows.has(row.elementalId) || row.trackIds.some((id) => look.hiddenRows.has(id))) continue;
    const isEditable = look.canEdit(row.layerId);
    const named = ofTrack(row, look) ?? { row, type };
    items.push({
      id: row.elementalId,
      row,
      shape: type.shape,
      geometry: look.pending.get(row.elementalId) ?? row,
      color: lookColor(told(row, named.row, look.colorBy), named.type, look.colorBy),
      // Only the few whose name is shown make it: with two thousand on a frame that is most of the time they take.
      get label() {
        return labelOf(named.row, named.type);
      },
      dashed: !isEditable || !row.key,
      isEditable,
    });
  }
  for (const track of look.tracks.values()) {
    if (look.hiddenRows.has(track.elementalId)) continue;
    const ghost = ghostOf(track, frame, store, look);
    if (ghost) items.push(ghost);
  }
  return items;
}

/** A shape of a track is called and coloured as the track is, and so stays what it was from frame to frame. */
function ofTrack({ trackIds: [id = ""] }: Localization, look: Look) {
  const row = look.tracks.get(id);
  const type = row && look.types.get(row.typeId);
  return type && { row, type };
}

/** A track on a frame between two of its shapes. */
function ghostOf(track: State, frame: number, store: Store, look: Look): Drawable | undefined {
  const type = look.types.get(track.typeId);
  if (!type || type.interpolation === "none" || look.hiddenTypes.has(type.id)) return undefined;
  const found = between(store.ofTrack(track.elementalId), frame, type.interpolation);
  const like = found && look.types.get(found.like.typeId);
  if (!found || !like || !look.layers.has(found.like.layerId)) return undefined;
  return {
    ...{ id: `ghost:${track.elementalId}`, row: track, shape: like.shape, geometry: found },
    ...{ color: lookColor(track, type, look.colorBy), label: labelOf(track, type), dashed: true, isEditable: false },
  };
}
