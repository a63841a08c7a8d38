import type { Shape } from "../../annotation-type/schema.ts";
import type { Opened } from "./opened.ts";

/** How a file says which media it means. */
export type Naming = { id?: string | undefined; path?: string | undefined };

export type Geometry = {
  x?: number;
  y?: number;
  width?: number;
  height?: number;
  u?: number;
  v?: number;
  points?: [number, number][];
};
/** One way to draw what the file says; an outline may have several parts. */
export type Drawing = { shape: Shape; parts: Geometry[] };

type Common = {
  /** Where in the file. */
  at: string;
  className: string;
  attributes: Record<string, unknown>;
  elementalId?: string | undefined;
};

export type ParsedDrawn = Common & {
  kind: "drawn";
  media: Naming;
  frame?: number | undefined;
  /** What numbers are parts of: of one without any, of a picture so large, or of the media as large as it is. */
  unit?: { width: number; height: number } | "media";
  /** Best first. */
  drawings: Drawing[];
  /** Attributes that it is given where its type has them. */
  hints?: Record<string, unknown>;
  key?: boolean;
  tracks: string[];
};

export type ParsedStated = Common & {
  kind: "stated";
  shape: "frame" | "media" | "track";
  media: Naming[];
  frame: number | null;
  endFrame: number | null;
  color: string | null;
};

export type Problem = { kind: "problem"; at: string; message: string };
export type Parsed = ParsedDrawn | ParsedStated | Problem;

export type Parser = (open: Opened, name: string) => AsyncGenerator<Parsed>;

export const problem = (at: string, message: string): Problem => ({ kind: "problem", at, message });
