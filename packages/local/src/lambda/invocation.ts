import { randomUUID } from "node:crypto";
import type { Readable } from "node:stream";

/** What a function answered: a value, a stream it is still writing, or a failure. */
export type Outcome =
  | { kind: "value"; payload: Buffer }
  | { kind: "stream"; contentType: string; body: Readable }
  | { kind: "error"; payload: Buffer };

/** AWS's limit on a request to a function and on its buffered answer. */
export const MOST_PAYLOAD_BYTES = 6 * 1024 * 1024;

export const failure = (errorType: string, errorMessage: string): Outcome => ({
  kind: "error",
  payload: Buffer.from(JSON.stringify({ errorType, errorMessage })),
});

/** One call of a function on its way: settled once, whatever happens to the process that works on it. */
export class Invocation {
  readonly id = randomUUID();
  readonly payload: Buffer;
  readonly outcome: Promise<Outcome>;
  /** Milliseconds since the epoch; set when a process takes it. */
  deadline = 0;
  #settle: (outcome: Outcome) => void = () => undefined;

  constructor(payload: Buffer) {
    this.payload = payload;
    this.outcome = new Promise((resolve) => {
      this.#settle = resolve;
    });
  }

  settle(outcome: Outcome): void {
    this.#settle(outcome);
  }
}
