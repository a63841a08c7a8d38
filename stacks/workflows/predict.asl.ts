import { type Resources, sizedDefinition } from "./import.asl.ts";

/** From a model and a table to a table with what the model predicts. Input: `{ runId, attempt }`. */
export const predictDefinition = (resources: Resources) =>
  sizedDefinition("Apply a model to a table", "Score", resources);
