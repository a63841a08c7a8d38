import type { JSONColumnType } from "kysely";
import type { Difference, Feature, Metrics, Outcome, Plots, Rows, Task, Try } from "./schema.ts";

export type ModelTable = {
  id: string;
  table_id: string | null;
  table_version: number;
  run_id: string;
  task: Task;
  method: string;
  outcome: JSONColumnType<Outcome>;
  features: JSONColumnType<Feature[]>;
  outcome_key: string;
  feature_keys: string[];
  parameters: JSONColumnType<Record<string, unknown>>;
  settings: JSONColumnType<Record<string, unknown>>;
  seed: number;
  rows: JSONColumnType<Rows>;
  metrics: JSONColumnType<Metrics>;
  plots: JSONColumnType<Plots>;
  tries: JSONColumnType<Try[]>;
  difference: JSONColumnType<Difference>;
  seconds: number;
  key: string;
  sha256: string;
  bytes: number;
};
