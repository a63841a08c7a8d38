import { setTimeout as sleep } from "node:timers/promises";
import { Hopeless, Stopped } from "./trouble.ts";

const TRIES = 5;
const FIRST_PAUSE_MS = 250;

/** An answer that says to come back. */
export class ComeBack extends Error {
  readonly afterMs: number | undefined;
  /** Nothing is wrong but how often it was asked, so that asking later is bound to go well. */
  readonly tooOften: boolean;

  constructor(message: string, afterMs?: number, tooOften = false) {
    super(message);
    this.afterMs = afterMs;
    this.tooOften = tooOften;
  }
}

/** Again, later and later, as long as the failure may pass by itself. */
export async function retry<T>(run: () => Promise<T>, signal: AbortSignal): Promise<T> {
  for (let tries = 1; ; ) {
    try {
      return await run();
    } catch (error) {
      if (signal.aborted) throw new Stopped("The job was told to stop.");
      if (error instanceof Hopeless || error instanceof Stopped || tries === TRIES) throw error;
      const pause = FIRST_PAUSE_MS * 2 ** (tries - 1) * (0.5 + Math.random());
      await sleep(error instanceof ComeBack ? (error.afterMs ?? pause) : pause, undefined, { signal });
      if (!(error instanceof ComeBack && error.tooOften)) tries++;
    }
  }
}

/** Throws for whatever is no success: what passes by itself as such, the rest as hopeless. */
export async function succeeded(response: Response, what: string): Promise<Response> {
  if (response.ok) return response;
  const said = (await response.text()).slice(0, 500);
  const message = `${what} answered ${response.status}${said ? `: ${said}` : "."}`;
  if (response.status < 500 && response.status !== 429 && response.status !== 408) throw new Hopeless(message);
  const seconds = Number(response.headers.get("retry-after"));
  throw new ComeBack(message, seconds > 0 ? Math.min(seconds, 60) * 1000 : undefined, response.status === 429);
}
