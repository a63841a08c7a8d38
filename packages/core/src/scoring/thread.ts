import { isMainThread, parentPort, Worker, workerData } from "node:worker_threads";
import { openScorer, type Scorer, type Shape } from "./scorer.ts";
import type { Answered, Asked } from "./threads.ts";

// This file is imported to start a thread, and is itself what the thread runs: a bundle has no other file of that name.

type Given = { onnx: Uint8Array; shape: Shape };

/** A thread that opens the model and then scores the batches it is sent, one after the other. */
export const startThread = (given: Given): Worker => new Worker(new URL(import.meta.url), { workerData: given });

async function serve({ onnx, shape }: Given): Promise<void> {
  try {
    const opened = await openScorer(onnx, shape);
    parentPort?.postMessage({ opened: true } satisfies Answered);
    parentPort?.on("message", (asked: Asked) => void answer(opened, asked));
  } catch (error) {
    // Of an error only its words reach another thread as they are.
    const { cause = error } = error as Error;
    parentPort?.postMessage({ opened: false, reason: String(cause) } satisfies Answered);
  }
}

async function answer(scorer: Scorer, { id, batch }: Asked): Promise<void> {
  try {
    const scores = await scorer.score(batch);
    parentPort?.postMessage({ id, scores } satisfies Answered);
  } catch (error) {
    parentPort?.postMessage({ id, error } satisfies Answered);
  }
}

if (!isMainThread && workerData && "onnx" in workerData) await serve(workerData as Given);
