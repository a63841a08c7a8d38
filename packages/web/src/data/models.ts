import { functionsAPI } from "./functions.ts";
import { get, post, remove } from "./http.ts";
import type { Entity, Run } from "./types.ts";

const V1 = "/api/v1";
type Signal = { signal?: AbortSignal };

export const TRAIN = "fun_00000000000000000000000002";

export type Point = [number, number] | number[];
export type Curve = { label: string; area: number; points: Point[] };
export type Feature = { name: string; kind: "number" | "boolean" | "date" | "category"; categories: string[] | null };
export type Metrics = Record<string, number | null>;
export type Outcome = { name: string; type: string; classes: string[] | null };
export type Plots = {
  roc?: Curve[];
  precisionRecall?: Curve[];
  confusion?: { labels: string[]; counts: number[][] };
  calibration?: { predicted: number; observed: number; rows: number }[];
  predictedActual?: Point[];
  residuals?: { edges: number[]; counts: number[] };
  importance: { feature: string; mean: number; deviation: number }[];
};
export type Try = {
  method: string;
  parameters: Record<string, unknown>;
  score: number | null;
  seconds: number;
  chosen: boolean;
};

export type Model = Entity & {
  task: "binary" | "multiclass" | "regression";
  method: string;
  outcome: Outcome;
  features: Feature[];
  parameters: Record<string, unknown>;
  settings: Record<string, unknown>;
  sample: { train: number; test: number; left: number };
  metrics: Metrics;
  plots: Plots;
  tries: Try[];
  difference: { rows: number; largest: number; otherClass: number };
  seconds: number;
  onnx: { bytes: number; sha256: string };
  table: { id: string; name: string; version: number; currentVersion: number | null } | null;
  runId: string;
};

export type ModelBrief = Pick<Model, "id" | "name" | "task" | "method" | "outcome" | "metrics" | "createdAt">;
export type ModelSuggestion = ModelBrief & { missing: { name: string; reason: string }[] };
export type Prediction = { prediction: string | number | boolean; probabilities?: Record<string, number> };

export const modelsAPI = {
  get: (id: string, options?: Signal) => get<Model>(`${V1}/models/${id}`, options),
  others: (id: string, options?: Signal) => get<{ items: ModelBrief[] }>(`${V1}/models/${id}/others`, options),
  forTable: (id: string, options?: Signal) => get<{ items: ModelSuggestion[] }>(`${V1}/tables/${id}/models`, options),
  download: (id: string) => get<{ url: string }>(`${V1}/models/${id}/download`),
  predict: (id: string, row: Record<string, unknown>) =>
    post<{ items: Prediction[] }>(`${V1}/models/${id}/predict`, { rows: [row] }),
  apply: (id: string, table: string): Promise<Run> => functionsAPI.run(id, { table }),
  remove: (id: string) => remove(`${V1}/models/${id}`),
  restore: (id: string) => post<Model>(`${V1}/models/${id}/restore`),
};

/** A part of `queries`. */
export const modelQueries = {
  model: (id: string) => ({
    queryKey: ["model", id],
    queryFn: ({ signal }: { signal: AbortSignal }) => modelsAPI.get(id, { signal }),
  }),
  otherModels: (id: string) => ({
    queryKey: ["model", id, "others"],
    queryFn: ({ signal }: { signal: AbortSignal }) => modelsAPI.others(id, { signal }),
  }),
  modelsForTable: (id: string) => ({
    queryKey: ["table", id, "models"],
    queryFn: ({ signal }: { signal: AbortSignal }) => modelsAPI.forTable(id, { signal }),
  }),
};
