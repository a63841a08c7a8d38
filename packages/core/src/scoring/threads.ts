import type { Worker } from "node:worker_threads";
import { type Batch, type Scorer, type Scores, type Shape, unreadable } from "./scorer.ts";

export type Asked = { id: number; batch: Batch };
type Opened = { opened: true } | { opened: false; reason: string };
export type Answered = Opened | { id: number; scores: Scores } | { id: number; error: unknown };

/** A scorer that does `threads` batches at a time; more wait their turn. */
export type Scorers = Scorer & { threads: number };

/** The model opened in threads of its own, so that batches are scored side by side and the caller goes on meanwhile. */
export async function openScorers(onnx: Uint8Array, shape: Shape, threads: number): Promise<Scorers> {
  const { startThread } = await import("./thread.ts");
  const plain = { features: shape.features, outcome: shape.outcome };
  const all = Array.from({ length: threads }, () => new Thread(startThread({ onnx, shape: plain })));
  const close = async () => {
    await Promise.all(all.map((thread) => thread.close()));
  };
  try {
    await Promise.all(all.map(({ opened }) => opened));
  } catch (error) {
    await close();
    throw error;
  }
  const least = () => all.reduce((best, thread) => (thread.waiting < best.waiting ? thread : best));
  return { ...plain, threads, close, score: (batch) => least().score(batch) };
}

type Waiting = { resolve: (scores: Scores) => void; reject: (error: unknown) => void };

class Thread {
  readonly #worker: Worker;
  readonly #waiting = new Map<number, Waiting>();
  readonly opened: Promise<void>;
  #last = 0;
  #ended: Error | undefined;

  constructor(worker: Worker) {
    this.#worker = worker;
    this.opened = new Promise((resolve, reject) => {
      worker.on("message", (answered: Answered) => {
        if (!("opened" in answered)) this.#settle(answered);
        else if (answered.opened) resolve();
        else reject(unreadable(new Error(answered.reason)));
      });
      const end = (error: Error) => {
        this.#ended = error;
        reject(error);
        for (const { reject } of this.#waiting.values()) reject(error);
        this.#waiting.clear();
      };
      worker.once("error", end);
      worker.once("exit", (code) => end(new Error(`A thread that scores ended with ${code}`)));
    });
    // Whoever opens waits for it; a thread that ends later tells those who wait for its scores.
    this.opened.catch(() => undefined);
  }

  get waiting(): number {
    return this.#waiting.size;
  }

  score(batch: Batch): Promise<Scores> {
    const id = ++this.#last;
    return new Promise((resolve, reject) => {
      if (this.#ended) return reject(this.#ended);
      this.#waiting.set(id, { resolve, reject });
      this.#worker.postMessage({ id, batch } satisfies Asked, [batch.numbers.buffer as ArrayBuffer]);
    });
  }

  async close(): Promise<void> {
    await this.#worker.terminate();
  }

  #settle(answered: Exclude<Answered, Opened>): void {
    const waiting = this.#waiting.get(answered.id);
    this.#waiting.delete(answered.id);
    if ("scores" in answered) waiting?.resolve(answered.scores);
    else waiting?.reject(answered.error);
  }
}
