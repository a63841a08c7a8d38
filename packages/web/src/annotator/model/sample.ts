import type { AnnotationType, Localization, State } from "./types.ts";

/** Rows for tests. */
export const box = (elementalId: string, frame: number, rest: Partial<Localization> = {}): Localization => ({
  ...{ kind: "localization", elementalId, layerId: "lay_1", typeId: "aty_box", mediaId: "med_1", frame },
  ...{ x: 0.2, y: 0.2, width: 0.2, height: 0.2, attributes: {}, key: true, trackIds: [], mark: 1 },
  ...rest,
});

export const track = (elementalId: string, rest: Partial<State> = {}): State => ({
  ...{ kind: "state", elementalId, layerId: "lay_1", typeId: "aty_track", mediaIds: ["med_1"] },
  ...{ frame: null, endFrame: null, color: null, attributes: {}, mark: 1 },
  ...rest,
});

export const type = (rest: Partial<AnnotationType> = {}): AnnotationType => ({
  ...{ id: "aty_box", projectId: "prj_1", name: "Fish", shape: "box", color: "#4fc3f7", hotkey: null },
  ...{ attributes: [], interpolation: "none", position: 0, revision: 1 },
  ...rest,
});
