import type * as Runtime from "onnxruntime-web";

let loading: Promise<typeof Runtime> | undefined;

/** ONNX Runtime as WebAssembly: fourteen megabytes that are only loaded where something is scored. */
export function runtime(): Promise<typeof Runtime> {
  loading ??= import("onnxruntime-web").then((loaded) => {
    // Its own threads spin while they wait for each other: two of them cost twice the time of one. Whoever has many rows
    // spreads them over processors with `openScorers`.
    loaded.env.wasm.numThreads = 1;
    return loaded;
  });
  return loading;
}
