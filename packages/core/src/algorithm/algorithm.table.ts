import type { ColumnType, Generated, JSONColumnType } from "kysely";
import type { Image } from "./image.ts";
import type { Limits } from "./schema.ts";

export type AlgorithmTable = {
  id: string;
  project_id: string;
  /** Either a script or an image. */
  script_id: string | null;
  image: ColumnType<Image | null, string | null, string>;
  name: string;
  description: string;
  categories: string[];
  batch_size: number;
  limits: JSONColumnType<Limits>;
  layer_ids: string[] | null;
  revision: Generated<number>;
  created_by: string;
  created_at: Generated<Date>;
  updated_at: ColumnType<Date, never, unknown>;
};

export type AlgorithmRunTable = {
  run_id: string;
  algorithm_id: string | null;
  layer_id: string;
  layer_made: boolean;
  parameters: JSONColumnType<Record<string, unknown>>;
  script_id: string | null;
  image: ColumnType<Image | null, string | null, string>;
  revision: number | null;
  limits: JSONColumnType<Limits>;
  /** What started it by itself, after what runs; and the algorithms that led to it. */
  trigger_id: Generated<string | null>;
  causes: Generated<string[]>;
  chain: Generated<string[]>;
  depth: Generated<number>;
};

export type AlgorithmBatchTable = {
  run_id: string;
  number: number;
  media_ids: string[];
  state: Generated<"waiting" | "succeeded" | "failed">;
  annotations: Generated<number>;
  error: JSONColumnType<{ code: string; message: string }> | null;
};
