import { randomBytes } from "node:crypto";
import { orAborted } from "./clock.ts";
import { StatesError } from "./error.ts";
import type { Answer, TaskPhase } from "./frame.ts";
import type { Json } from "./json.ts";
import type { Thread } from "./thread.ts";

type Waiter = { deliver(answer: Answer): Promise<void>; beat(): void };

/** Tasks of this host that wait for somebody to send their answer, by token. */
export type Tokens = Map<string, Waiter>;

export const createToken = (): string => randomBytes(48).toString("base64url");

/** Calls the callee with the token and waits for the answer, which is durable before its sender hears of it. */
export async function answerTo(
  thread: Thread,
  task: TaskPhase,
  signal: AbortSignal,
  call: () => Promise<Json>,
): Promise<Json> {
  const { recorder, connectors, clock } = thread.run;
  const { token = "", heartbeatMs } = task;
  const answered = Promise.withResolvers<Answer>();
  const over = new AbortController();
  const forever = new Promise<never>(() => undefined);
  let lastBeat = clock.now();
  if (task.answer) answered.resolve(task.answer);

  connectors.tokens.set(token, {
    async deliver(answer) {
      connectors.tokens.delete(token);
      task.answer = answer;
      recorder.keep(thread.frame);
      await recorder.flush();
      answered.resolve(answer);
    },
    beat: () => {
      lastBeat = clock.now();
    },
  });

  async function tell(): Promise<never> {
    if (!task.called && !task.answer) {
      await call();
      task.called = true;
      recorder.keep(thread.frame);
      await recorder.flush();
    }
    return forever;
  }

  async function watch(): Promise<never> {
    if (heartbeatMs === undefined) return forever;
    const awake = AbortSignal.any([signal, over.signal]);
    for (let left = heartbeatMs; left > 0; left = lastBeat + heartbeatMs - clock.now()) await clock.sleep(left, awake);
    throw new StatesError("States.HeartbeatTimeout", "");
  }

  try {
    const answer = await orAborted(Promise.race([answered.promise, tell(), watch()]), signal);
    if ("output" in answer) return answer.output;
    throw new StatesError(answer.error, answer.cause);
  } finally {
    over.abort();
    connectors.tokens.delete(token);
  }
}
