import type { Description } from "./schema.ts";

// Only for tests.

/** What a training says of a model of two features. */
export const description = (outcome = "size"): Description => ({
  task: "binary",
  outcome: { name: outcome, type: "text", classes: ["large", "small"] },
  features: [
    { name: "Weight", kind: "number", base: 0, categories: null },
    { name: "kind", kind: "category", base: 0, categories: ["ash", "oak"] },
  ],
  method: "linear",
  parameters: { C: 1 },
  settings: { seed: 1, method: "auto" },
  rows: { train: 75, test: 25, left: 0 },
  metrics: { accuracy: 0.9, rocAuc: null },
  plots: { importance: [{ feature: "Weight", mean: 0.2, deviation: 0.01 }] },
  tries: [],
  difference: { rows: 25, largest: 1e-7, otherClass: 0 },
  seconds: 0.1,
});
