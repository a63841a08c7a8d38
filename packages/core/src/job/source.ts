import { Functions } from "../function/index.ts";
import type { Used } from "../run/schema.ts";
import type { Parameter } from "../signature/schema.ts";
import type { Language, Spec, Task } from "./schema.ts";
import { exportSource } from "./source-export.ts";
import { notebookSource } from "./source-notebook.ts";
import { scriptSource } from "./source-script.ts";
import { trainSource } from "./source-train.ts";

export type Asked = { functionID: string; revision: number; inputs: Record<string, unknown> };

/** The code of a run, as it is at the revision that the run is of. */
export type Source = {
  task: Task;
  /** Null of an image, as its source is. */
  language: Language | null;
  source: Spec["source"];
  /** SHA-256 of the code. */
  hash: string;
  inputs: Parameter[];
  outputs: Parameter[];
  /** The entity that the code is, where it is one. */
  used: Used[];
  /** A lock file's name, and the project it lies in. */
  environment: { name: string; projectID: string } | null;
};

/** Where code comes from, by kind of function or id of one that comes with the program. */
export const sources: Record<string, (asked: Asked) => Promise<Source>> = {
  script: scriptSource,
  notebook: notebookSource,
  [Functions.TRAIN_ID]: trainSource,
  [Functions.EXPORT_ID]: exportSource,
};
