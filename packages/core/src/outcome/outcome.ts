import type { OutputFile } from "../job/schema.ts";
import type { Generated } from "../run/schema.ts";
import type { Parameter } from "../signature/schema.ts";

/** Where outputs of a run go. `workdir` is for what has to be read. */
export type Work = {
  runID: string;
  attempt: number;
  projectID: string;
  /** What the function is called. */
  functionName: string;
  workdir: string;
  signal: AbortSignal;
};

/** `value` stands in the run's outputs. What `commit` writes, it writes in the transaction that ends the run. */
export type Registered = { value: unknown; commit?: () => Promise<Generated> };

/** What is made of an output of one type. All that is slow is done before it answers, and harmless to repeat. */
export type RegisterFile = (work: Work, output: OutputFile, parameter: Parameter) => Promise<Registered>;
