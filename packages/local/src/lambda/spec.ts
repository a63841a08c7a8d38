/** One function of the graph, ready to be run here. */
export type FunctionSpec = {
  /** Its name in the program (`Api`), which names its log. */
  name: string;
  arn: string;
  functionName: string;
  /** Folder of the bundle; its entry is `index.mjs`. */
  bundle: string;
  /** Export of the bundle that is called. */
  handler: string;
  environment: Record<string, string>;
  memoryMiB: number;
  timeoutSeconds: number;
  /** Of `/tmp`. */
  scratchMiB: number;
};

/** How one function is spread over processes here; AWS gives every invocation a sandbox of its own. */
export type Scale = {
  /** Invocations at once in one process. */
  concurrency: number;
  /** Processes at once. */
  workers: number;
};

const LARGE_MIB = 2048;

/** Handlers keep their context apart, so light ones share a process; heavy ones would only take each other's memory. */
export const scaleOf = (spec: FunctionSpec): Scale =>
  spec.memoryMiB >= LARGE_MIB ? { concurrency: 4, workers: 2 } : { concurrency: 10, workers: 4 };
