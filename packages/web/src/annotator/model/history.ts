import { createSignal } from "solid-js";
import type { Row } from "./types.ts";

/** A row as it was and as it became; undefined is where there was or is none. */
export type Change = { before: Row | undefined; after: Row | undefined };
/** What one action did, to be undone as one. */
export type Step = { label: string; changes: Change[]; also?: Way };
/** What the server does by itself, such as drawing between the keys of a track, and how that is taken back. */
export type Way = { forth: () => Promise<void>; back: () => Promise<void> };

const inverse = ({ label, changes, also }: Step): Step => ({
  label,
  changes: changes.toReversed().map(({ before, after }) => ({ before: after, after: before })),
  ...(also ? { also: { forth: also.back, back: also.forth } } : {}),
});

/** What was done, as a list of its inverses; something new forgets what was undone. */
export function createHistory(apply: (step: Step) => void) {
  const [done, setDone] = createSignal<Step[]>([]);
  const [undone, setUndone] = createSignal<Step[]>([]);
  return {
    canUndo: () => done().at(-1)?.label,
    canRedo: () => undone().at(-1)?.label,
    act(step: Step) {
      if (step.changes.length === 0) return;
      setDone((steps) => [...steps, step]);
      setUndone([]);
      apply(step);
    },
    /** Was done already. */
    note(step: Step) {
      setDone((steps) => [...steps, step]);
      setUndone([]);
    },
    undo() {
      const step = done().at(-1);
      if (!step) return;
      setDone((steps) => steps.slice(0, -1));
      setUndone((steps) => [...steps, step]);
      apply(inverse(step));
    },
    redo() {
      const step = undone().at(-1);
      if (!step) return;
      setUndone((steps) => steps.slice(0, -1));
      setDone((steps) => [...steps, step]);
      apply(step);
    },
    /** Several quick ones of the same thing, such as nudges by arrows, are undone as one. */
    extend(step: Step) {
      const last = done().at(-1);
      const [mine] = step.changes;
      const [theirs] = last?.changes ?? [];
      const joins = last?.label === step.label && last.changes.length === 1 && theirs?.after === mine?.before;
      if (!last || !joins || !mine || !theirs) return this.act(step);
      setDone((steps) => [...steps.slice(0, -1), { ...last, changes: [{ before: theirs.before, after: mine.after }] }]);
      apply(step);
    },
    clear() {
      setDone([]);
      setUndone([]);
    },
  };
}

export type History = ReturnType<typeof createHistory>;
