import { createSignal } from "solid-js";
import type { Change, Step } from "./history.ts";
import { keyOf } from "./store.ts";
import type { Row } from "./types.ts";

/** What the server is told; every call answers the new mark of what it changed. */
export type Remote = {
  create(rows: Row[]): Promise<Map<string, number>>;
  update(before: Row, after: Row, mark: number | null): Promise<number>;
  remove(row: Row, mark: number | null): Promise<number>;
  restore(row: Row, mark: number): Promise<number>;
};

export type Conflict = { row: Row; error: unknown };

type Options = {
  remote: Remote;
  /** A row was changed by somebody else meanwhile, or the server does not want it as it is. */
  onRefused: (change: Change, error: unknown, isConflict: boolean) => void;
  isFinal: (error: unknown) => boolean;
  isConflict: (error: unknown) => boolean;
  wait?: (ms: number) => Promise<void>;
};

type Job = { change: Change };

const MOST_AT_ONCE = 500;
const LONGEST_WAIT_MS = 30_000;
const sleep = (ms: number) => new Promise<void>((resolve) => setTimeout(resolve, ms));

/** Two changes of one row as one: edits that follow each other, and a row that was deleted and is there again. */
function join(first: Change, { before, after }: Change): Change | undefined {
  if (!first.before || !after || keyOf(first.before) !== keyOf(after) || first.after !== before) return undefined;
  return { before: first.before, after };
}

/**
 * Sends what was done, in order and one request at a time; what is on screen never waits for it. Marks are kept here: each edit
 * is sent over the one the server last gave, however far what is on screen is ahead.
 */
export function createSaving({ remote, onRefused, isFinal, isConflict, wait = sleep }: Options) {
  const [waiting, setWaiting] = createSignal(0);
  const [trouble, setTrouble] = createSignal<unknown>();
  const jobs: Job[] = [];
  const marks = new Map<string, number | null>();
  /** The mark that a deleted row had, by which it comes back. */
  const buried = new Map<string, number>();
  const listening = new Set<Set<string>>();
  let working: Promise<void> | undefined;

  const tell = () => setWaiting(jobs.length);
  const markOf = (row: Row) => marks.get(keyOf(row)) ?? (marks.has(keyOf(row)) ? null : row.mark);
  /** A track gets a new mark with each member that comes or goes, and which one is not told. */
  const forgetTracks = (row: Row | undefined) => {
    if (row?.kind !== "localization") return;
    for (const elementalId of row.trackIds) marks.set(keyOf({ elementalId, layerId: row.layerId }), null);
  };

  function add({ changes }: Step) {
    for (const { before, after } of changes)
      for (const row of [before, after]) if (row) for (const keys of listening) keys.add(keyOf(row));
    for (const change of changes) {
      const last = jobs.at(-1);
      // The first is perhaps under way; the others may still be joined.
      const joined = jobs.length > 1 && last ? join(last.change, change) : undefined;
      if (last && joined) last.change = joined;
      else jobs.push({ change });
    }
    tell();
    working ??= work().finally(() => {
      working = undefined;
    });
  }

  async function work() {
    for (let failures = 0; jobs.length > 0; ) {
      const batch = nextBatch();
      try {
        await send(batch);
        for (const { change } of batch)
          if (!change.before || !change.after) forgetTracks(change.before ?? change.after);
        failures = 0;
        setTrouble(undefined);
        jobs.splice(0, batch.length);
      } catch (error) {
        if (!isFinal(error)) {
          setTrouble(error);
          await wait(Math.min(LONGEST_WAIT_MS, 1000 * 2 ** failures++));
          continue;
        }
        if (batch.length > 1) {
          // One of them is at fault: each by itself says which.
          await sendSingly(batch);
        } else {
          for (const { change } of batch) onRefused(change, error, isConflict(error));
        }
        jobs.splice(0, batch.length);
      }
      tell();
    }
  }

  async function sendSingly(batch: Job[]) {
    for (const job of batch) {
      try {
        await send([job]);
      } catch (error) {
        onRefused(job.change, error, isConflict(error));
      }
    }
  }

  /** New rows that stand behind each other go in one request. */
  function nextBatch(): Job[] {
    const isNew = ({ change }: Job) => !change.before && change.after && !buried.has(keyOf(change.after));
    const kind = jobs[0]?.change.after?.kind;
    const end = jobs.findIndex((job, at) => at >= MOST_AT_ONCE || !isNew(job) || job.change.after?.kind !== kind);
    return jobs.slice(0, Math.max(1, end < 0 ? jobs.length : end));
  }

  async function send(batch: Job[]): Promise<void> {
    const [first] = batch;
    const { before, after } = first?.change ?? {};
    if (before && after) marks.set(keyOf(after), await remote.update(before, after, markOf(after)));
    else if (before) {
      const old = markOf(before);
      marks.set(keyOf(before), await remote.remove(before, old));
      if (old !== null) buried.set(keyOf(before), old);
    } else if (after) {
      const grave = buried.get(keyOf(after));
      if (grave !== undefined) {
        marks.set(keyOf(after), await remote.restore(after, grave));
        buried.delete(keyOf(after));
        return;
      }
      const rows = batch.flatMap(({ change }) => (change.after ? [change.after] : []));
      const given = await remote.create(rows);
      for (const row of rows) marks.set(keyOf(row), given.get(row.elementalId) ?? 1);
    }
  }

  return {
    add,
    /** How many changes the server does not have yet. */
    waiting,
    /** Which rows are changed here from now on: whoever reads what the server has leaves those as they are. */
    listen() {
      const keys = new Set<string>();
      listening.add(keys);
      return { keys, end: () => void listening.delete(keys) };
    },
    /** The server says which marks these have: what was known of them from here is older. */
    know(rows: readonly Row[]) {
      for (const row of rows) marks.delete(keyOf(row));
    },
    /** Why they wait, while they do. */
    trouble,
    markOf,
    settled: async () => void (await working),
  };
}

export type Saving = ReturnType<typeof createSaving>;
