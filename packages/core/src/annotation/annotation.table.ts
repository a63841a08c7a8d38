import type { Generated } from "kysely";
import type { Drawing } from "./track/geometry.ts";

type Marked = {
  id: Generated<number>;
  elemental_id: string;
  layer_id: string;
  type_id: string;
  attributes: Record<string, unknown>;
  mark: number;
  /** Of the marks of one annotation in one layer the newest. */
  latest: boolean;
  deleted: boolean;
  created_by: string;
  created_at: Date;
  modified_by: string;
  modified_at: Date;
};

export type LocalizationTable = Marked & Drawing & { media_id: string; key: boolean };

export type StateTable = Marked & {
  media_ids: string[];
  frame: number | null;
  end_frame: number | null;
  color: string | null;
  localization_ids: string[];
  segments: [number, number][];
};
