import { availableParallelism } from "node:os";
import type * as Runtime from "onnxruntime-web";

const MOST_THREADS = 4;

let loading: Promise<typeof Runtime> | undefined;

/** ONNX Runtime as WebAssembly: fourteen megabytes that are only loaded where something is scored. */
export function runtime(): Promise<typeof Runtime> {
  loading ??= import("onnxruntime-web").then((loaded) => {
    // By itself it would take half of the processors, and of the two that a function has at most one.
    loaded.env.wasm.numThreads = Math.min(availableParallelism(), MOST_THREADS);
    return loaded;
  });
  return loading;
}
