import { setTimeout as sleep } from "node:timers/promises";
import { type Answer, type Json, withKey } from "../../support/http.ts";
import type { RunningSystem } from "../../support/system.ts";

/** What a dying system may do: not answer, or say that it cannot. */
export class NotAcknowledged extends Error {}

export type Send = (
  method: string,
  path: string,
  options?: { body?: unknown; headers?: object },
) => Promise<Answer<Json>>;

/** One try. An answer below 500 stands; everything else was never said. */
export const sender =
  (system: () => RunningSystem): Send =>
  async (method, path, options = {}) => {
    const { url, apiKey } = system();
    const answer = await withKey(url, apiKey)
      .call(method, path, options as { body?: unknown; headers?: Record<string, string> })
      .catch((cause: unknown) => {
        throw new NotAcknowledged(`${method} ${path}: no answer`, { cause });
      });
    if (answer.status >= 500) throw new NotAcknowledged(`${method} ${path} → ${answer.status} ${answer.body?.code}`);
    return answer;
  };

/** As often as it takes, for as long as a system may need to stand up again. */
export async function persist<T>(limitMs: number, work: () => Promise<T>): Promise<T> {
  const deadline = Date.now() + limitMs;
  for (;;) {
    try {
      return await work();
    } catch (error) {
      if (!(error instanceof NotAcknowledged) || Date.now() > deadline) throw error;
      await sleep(250);
    }
  }
}

/** Bytes to or from the storage. */
export async function transfer(url: string, init: RequestInit = {}): Promise<{ etag: string; bytes: Uint8Array }> {
  try {
    const response = await fetch(url, { ...init, signal: AbortSignal.timeout(45_000) });
    const bytes = new Uint8Array(await response.arrayBuffer());
    if (response.ok) return { etag: response.headers.get("etag") ?? "", bytes };
    throw new NotAcknowledged(
      `The storage answered ${response.status}: ${Buffer.from(bytes).toString().slice(0, 300)}`,
    );
  } catch (cause) {
    if (cause instanceof NotAcknowledged) throw cause;
    throw new NotAcknowledged("The storage did not answer", { cause });
  }
}
