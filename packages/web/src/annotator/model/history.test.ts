import { expect, it } from "vitest";
import { createHistory, type Step } from "./history.ts";
import { box } from "./sample.ts";
import { createStore } from "./store.ts";

function setUp() {
  const store = createStore();
  const apply = ({ changes }: Step) => {
    for (const { before, after } of changes) {
      if (after) store.put(after);
      else if (before) store.remove(before);
    }
  };
  return { store, history: createHistory(apply) };
}

it("undoes and does again, in order", () => {
  const { store, history } = setUp();
  const a = box("a", 1);
  const moved = { ...a, x: 0.5 };
  history.act({ label: "Draw", changes: [{ before: undefined, after: a }] });
  history.act({ label: "Move", changes: [{ before: a, after: moved }] });
  history.act({ label: "Delete", changes: [{ before: moved, after: undefined }] });
  expect(store.size).toBe(0);
  history.undo();
  expect(store.get(a)).toBe(moved);
  history.undo();
  expect(store.get(a)).toBe(a);
  history.redo();
  expect(store.get(a)).toBe(moved);
  history.undo();
  history.undo();
  expect([store.size, history.canUndo(), history.canRedo()]).toEqual([0, undefined, "Draw"]);
});

it("something new forgets what was undone", () => {
  const { history } = setUp();
  history.act({ label: "Draw", changes: [{ before: undefined, after: box("a", 1) }] });
  history.undo();
  history.act({ label: "Draw", changes: [{ before: undefined, after: box("b", 1) }] });
  expect(history.canRedo()).toBeUndefined();
});

it("nudges of one shape are one step, of another a new one", () => {
  const { store, history } = setUp();
  const shapes = [0.2, 0.3, 0.4].map((x) => box("a", 1, { x }));
  const [first, second, third] = shapes;
  history.act({ label: "Draw", changes: [{ before: undefined, after: first }] });
  history.extend({ label: "Nudge", changes: [{ before: first, after: second }] });
  history.extend({ label: "Nudge", changes: [{ before: second, after: third }] });
  history.undo();
  expect(store.find("a")).toBe(first);
});
