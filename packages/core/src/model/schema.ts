import { z } from "zod";

export const Task = z.enum(["binary", "multiclass", "regression"]);
export type Task = z.infer<typeof Task>;

/** Numbers, booleans and dates go in as numbers, a category as text. */
export const Feature = z.object({
  name: z.string(),
  kind: z.enum(["number", "boolean", "date", "category"]),
  /** Of dates: the day since 1970 that counts as 0. */
  base: z.number(),
  /** Those the model knows; any other is unknown to it, which is allowed. */
  categories: z.array(z.string()).nullable(),
});
export type Feature = z.infer<typeof Feature>;

export const Outcome = z.object({
  name: z.string(),
  type: z.enum(["text", "boolean", "integer", "number"]),
  /** Of a classification, in the order of the model's probabilities. */
  classes: z.array(z.string()).nullable(),
});
export type Outcome = z.infer<typeof Outcome>;

export const Rows = z.object({
  train: z.number().int(),
  test: z.number().int(),
  /** Without a value of the outcome. */
  left: z.number().int(),
});
export type Rows = z.infer<typeof Rows>;

/** By name; null where it can't be said, such as an area under a curve of one class. */
export const Metrics = z.record(z.string(), z.number().nullable());
export type Metrics = z.infer<typeof Metrics>;

const Point = z.array(z.number()).length(2);
const Curve = z.object({ label: z.string(), area: z.number(), points: z.array(Point) });

/** What a page draws, of the test rows. */
export const Plots = z.object({
  roc: z.array(Curve).optional(),
  precisionRecall: z.array(Curve).optional(),
  confusion: z.object({ labels: z.array(z.string()), counts: z.array(z.array(z.number().int())) }).optional(),
  calibration: z.array(z.object({ predicted: z.number(), observed: z.number(), rows: z.number().int() })).optional(),
  predictedActual: z.array(Point).optional(),
  residuals: z.object({ edges: z.array(z.number()), counts: z.array(z.number().int()) }).optional(),
  importance: z.array(z.object({ feature: z.string(), mean: z.number(), deviation: z.number() })),
});
export type Plots = z.infer<typeof Plots>;

/** What the automatic choice tried: a score of cross-validation, where it was finished in time. */
export const Try = z.object({
  method: z.string(),
  parameters: z.record(z.string(), z.unknown()),
  score: z.number().nullable(),
  deviation: z.number().nullable(),
  seconds: z.number(),
  chosen: z.boolean(),
});
export type Try = z.infer<typeof Try>;

/** How far the exported model's answers to the test rows are from the trained one's. */
export const Difference = z.object({
  rows: z.number().int(),
  largest: z.number(),
  otherClass: z.number().int(),
});
export type Difference = z.infer<typeof Difference>;

/** What training says of the model it made. */
export const Description = z.object({
  task: Task,
  outcome: Outcome,
  features: z.array(Feature).min(1),
  method: z.string(),
  parameters: z.record(z.string(), z.unknown()),
  settings: z.looseObject({ seed: z.number().int().nonnegative() }),
  rows: Rows,
  metrics: Metrics,
  plots: Plots,
  tries: z.array(Try),
  difference: Difference,
  seconds: z.number().nonnegative(),
});
export type Description = z.infer<typeof Description>;
