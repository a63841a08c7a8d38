import { type Resources, sizedDefinition } from "./import.asl.ts";

/** From annotations to a file, or from a file to annotations. Input: `{ runId, attempt }`. */
export const annotationsDefinition = (resources: Resources) =>
  sizedDefinition("Write annotations to a file, or read them from one", "Work", resources);
