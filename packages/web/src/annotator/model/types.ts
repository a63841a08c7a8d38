import type { AttributeType, AttributeValue } from "../../data/types-collaboration.ts";

export type Shape = "box" | "line" | "dot" | "polygon" | "frame" | "media" | "track";
export type Interpolation = "none" | "latest" | "linear";
export type Values = Record<string, AttributeValue>;
export type Point = readonly [number, number];

export type AnnotationType = {
  id: string;
  projectId: string;
  name: string;
  shape: Shape;
  color: string;
  hotkey: string | null;
  attributes: AttributeType[];
  interpolation: Interpolation;
  position: number;
  revision: number;
};

/** A share of the picture's width and height, from the top left corner; which of them a shape has follows from its type. */
export type Geometry = {
  x?: number | null;
  y?: number | null;
  width?: number | null;
  height?: number | null;
  u?: number | null;
  v?: number | null;
  points?: Point[] | null;
};

type Common = {
  elementalId: string;
  layerId: string;
  typeId: string;
  attributes: Values;
  /** Null while the server has not said which edit it has. */
  mark: number | null;
};

export type Localization = Common &
  Geometry & { kind: "localization"; mediaId: string; frame: number; key: boolean; trackIds: string[] };

export type State = Common & {
  kind: "state";
  mediaIds: string[];
  frame: number | null;
  endFrame: number | null;
  color: string | null;
};

export type Row = Localization | State;
export type Layer = { id: string; name: string; number: number; baseIds: string[]; privileges: string[] };
