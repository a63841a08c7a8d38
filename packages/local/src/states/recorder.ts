import type { Log } from "../router/log.ts";
import type { Clock } from "./clock.ts";
import { Halted, StatesError } from "./error.ts";
import type { Frame } from "./frame.ts";
import { type HistoryEvent, LONGEST_HISTORY } from "./history.ts";
import type { Ending, Entry, Journal } from "./journal.ts";
import type { JsonObject } from "./json.ts";
import { persist } from "./persist.ts";

/** Beyond this much unwritten, a thread waits before it goes on. */
const MOST_PENDING = 50;

/**
 * Gathers what an execution does between two writes. What is recorded and kept without an `await` in between is written
 * together; while one write is under way, everything else joins the next.
 */
export type Recorder = {
  event(type: string, previous: number, details?: JsonObject): number;
  keep(frame: Frame): void;
  drop(path: string): void;
  end(ending: Ending): void;
  /** Resolves once everything recorded so far is durable. */
  flush(): Promise<void>;
  /** Flushes only when much has gathered. */
  ease(): Promise<void>;
};

type Options = {
  journal: Pick<Journal, "write">;
  arn: string;
  clock: Clock;
  lastEvent: number;
  halt: AbortSignal;
  log: Log;
};

export function createRecorder({ journal, arn, clock, lastEvent, halt, log }: Options): Recorder {
  let last = lastEvent;
  let events: HistoryEvent[] = [];
  let frames = new Map<string, Frame | null>();
  let ending: Ending | undefined;
  let current: Promise<void> = Promise.resolve();
  let queued: Promise<void> | undefined;

  function take(): Entry {
    const snapshots = [...frames].map(([path, frame]) => [path, frame && JSON.stringify(frame)] as const);
    const entry = { events, frames: new Map(snapshots), ending };
    events = [];
    frames = new Map();
    ending = undefined;
    return entry;
  }

  async function write(entry: Entry): Promise<void> {
    try {
      await persist(() => journal.write(arn, entry), { halt, log, clock });
    } catch (error) {
      if (error instanceof Halted || halt.aborted) throw error;
      throw new Halted("The journal refused a write", { cause: error });
    }
  }

  function flush(): Promise<void> {
    if (queued) return queued;
    if (events.length === 0 && frames.size === 0 && !ending) return current;
    queued = current.then(() => {
      current = queued ?? current;
      queued = undefined;
      return write(take());
    });
    return queued;
  }

  return {
    event(type, previous, details = {}) {
      const isLast = type.startsWith("Execution");
      if (last >= LONGEST_HISTORY - 1 && !isLast) {
        throw new StatesError(
          "States.Runtime",
          `The execution reached the maximum number of history events (${LONGEST_HISTORY}).`,
        );
      }
      last += 1;
      events.push({ id: last, at: clock.now(), type, previous, details });
      return last;
    },
    keep: (frame) => void frames.set(frame.path, frame),
    drop: (path) => void frames.set(path, null),
    end: (with_) => {
      ending = with_;
    },
    flush,
    ease: () => (events.length + frames.size > MOST_PENDING ? flush() : Promise.resolve()),
  };
}
