import type { Geometry } from "../annotation/shape.ts";
import type { Info as Type } from "../annotation-type/schema.ts";
import type { Entry } from "./write/tar.ts";

/** Media as a file of annotations speaks of it. */
export type Pictured = {
  id: string;
  name: string;
  dtype: string;
  width: number | null;
  height: number | null;
  frames: number | null;
  fps: number | null;
};

type Said = {
  elementalId: string;
  layer: string;
  type: Type;
  attributes: Record<string, unknown>;
  createdBy: string;
  createdAt: string;
  modifiedBy: string;
  modifiedAt: string;
};

/** A localization, with the names of what it is about. */
export type Drawn = Said &
  Geometry & {
    media: Pictured;
    frame: number;
    key: boolean;
    tracks: string[];
  };

/** A state. Its members are told by themselves. */
export type Stated = Said & {
  media: { id: string; name: string }[];
  frame: number | null;
  endFrame: number | null;
  color: string | null;
};

export type Source = {
  /** All types there are for what is told, in their order. */
  types: Type[];
  /** Batches, by media and within it by frame. */
  drawn: () => AsyncIterable<Drawn[]>;
  stated: () => AsyncIterable<Stated[]>;
};

export type Writing = {
  /** An empty folder. */
  scratch: string;
  /** Something was written. */
  wrote: () => void;
  /** Something was left out, for this reason. */
  left: (reason: string) => void;
  /** Makes an archive of files. */
  pack: (entries: AsyncIterable<Entry>) => AsyncGenerator<Buffer>;
};

export type Writer = (source: Source, writing: Writing) => AsyncGenerator<Buffer>;

export const drawsIn = (...shapes: string[]) => `The format carries no other shapes than ${shapes.join(" and ")}`;
export const NO_SIZE = "The size of the media is not known";
