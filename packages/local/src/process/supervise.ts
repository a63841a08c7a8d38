import { setTimeout as sleep } from "node:timers/promises";

export type Running = { stop(): Promise<void> };

export type Supervised = {
  name: string;
  /** Starts it; `died` must be called when it ends without having been stopped. */
  start(died: (reason: string) => void): Promise<Running>;
  say(message: string): void;
};

const FIRST_WAIT_MS = 100;
const LONGEST_WAIT_MS = 10_000;
/** Living this long wipes out earlier failures. */
const HEALTHY_MS = 30_000;

/** Keeps something running: the first start must succeed, later ones are tried again and again, ever less often. */
export async function supervise({ name, start, say }: Supervised): Promise<Running> {
  let stopping = false;
  let failures = 0;
  let startedAt = Date.now();
  let running: Running | undefined = await start(died);
  let restarting: Promise<void> = Promise.resolve();

  function died(reason: string): void {
    if (stopping) return;
    running = undefined;
    if (Date.now() - startedAt > HEALTHY_MS) failures = 0;
    say(`${name} is started again: ${reason}`);
    restarting = restart();
  }

  async function restart(): Promise<void> {
    while (!stopping) {
      await sleep(Math.min(FIRST_WAIT_MS * 2 ** failures++, LONGEST_WAIT_MS));
      if (stopping) return;
      try {
        startedAt = Date.now();
        running = await start(died);
        return;
      } catch (error) {
        say(`${name} did not start: ${error instanceof Error ? error.message : String(error)}`);
      }
    }
  }

  return {
    async stop() {
      stopping = true;
      await restarting;
      await running?.stop();
    },
  };
}
