import type { Shape } from "../annotation-type/schema.ts";
import type { FieldError } from "../error/index.ts";

/** What a shape is made of; anything else has no place in it. */
const PARTS = {
  box: ["x", "y", "width", "height"],
  line: ["x", "y", "u", "v"],
  dot: ["x", "y"],
  polygon: ["points"],
} as const;
const ALL = ["x", "y", "width", "height", "u", "v", "points"] as const;
/** Rounding may carry an edge a hair past the picture's. */
const HAIR = 1e-9;

/** Where something is drawn, as rows say it; fractions of the picture. */
export type Geometry = {
  x: number | null;
  y: number | null;
  width: number | null;
  height: number | null;
  u: number | null;
  v: number | null;
  points: [number, number][] | null;
};

type Drawing = Partial<Record<(typeof ALL)[number], unknown>>;

/** What is wrong with a drawing of a shape; of a change only what it names is looked at. */
export function faultsOf(shape: Shape, drawing: Drawing, path: string, { change = false } = {}): FieldError[] {
  if (!(shape in PARTS)) return [{ path: `${path}/typeId`, message: `A ${shape} is not drawn, but a state` }];
  const parts: readonly string[] = PARTS[shape as keyof typeof PARTS];
  const faults = ALL.flatMap((part): FieldError[] => {
    if (drawing[part] === undefined)
      return parts.includes(part) && !change ? [{ path: `${path}/${part}`, message: `A ${shape} needs it` }] : [];
    return parts.includes(part) ? [] : [{ path: `${path}/${part}`, message: `A ${shape} has none` }];
  });
  const beyond = (at: unknown, size: unknown, field: string) => {
    if (typeof at !== "number" || typeof size !== "number") return;
    const end = at + size;
    if (end > 1 + HAIR || end < -HAIR) faults.push({ path: `${path}/${field}`, message: "Reaches past the picture" });
  };
  if (shape === "box") {
    beyond(drawing.x, drawing.width, "width");
    beyond(drawing.y, drawing.height, "height");
  }
  if (shape === "line") {
    beyond(drawing.x, drawing.u, "u");
    beyond(drawing.y, drawing.v, "v");
  }
  return faults;
}

type Said = {
  frame?: number | null | undefined;
  endFrame?: number | null | undefined;
  localizationIds?: readonly string[] | undefined;
};

/** What is wrong with a state of a shape; of a change only what it names is looked at. */
export function stateFaults(shape: Shape, { frame, endFrame, localizationIds = [] }: Said, path: string): FieldError[] {
  const fault = (field: string, message: string): FieldError => ({ path: `${path}/${field}`, message });
  if (shape !== "frame" && shape !== "media" && shape !== "track")
    return [fault("typeId", `A ${shape} is drawn, not said: it is a localization`)];
  return [
    ...(shape === "frame" && frame === null ? [fault("frame", "Which frame it begins at is wanted")] : []),
    ...(shape === "media" && frame != null ? [fault("frame", "What is said of whole media has no frame")] : []),
    ...(frame != null && endFrame != null && endFrame < frame ? [fault("endFrame", "Not before the first frame")] : []),
    ...(shape !== "track" && localizationIds.length > 0 ? [fault("localizationIds", "Only tracks have members")] : []),
  ];
}
