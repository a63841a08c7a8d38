import type * as Runtime from "onnxruntime-web";

let loading: Promise<typeof Runtime> | undefined;

/** ONNX Runtime as WebAssembly: fourteen megabytes that are only loaded where something is scored. */
export function runtime(): Promise<typeof Runtime> {
  loading ??= import("onnxruntime-web").then((loaded) => {
    // Threads would need workers of their own; a function has one or two processors.
    loaded.env.wasm.numThreads = 1;
    return loaded;
  });
  return loading;
}
