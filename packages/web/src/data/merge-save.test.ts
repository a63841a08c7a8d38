import { AtriumError } from "@atrium/sdk/error";
import { createRoot } from "solid-js";
import { expect, test, vi } from "vitest";
import type { Fields } from "./merge.ts";
import { createMergeSave } from "./merge-save.ts";

type Thing = { revision: number; name: string; text: string };

/** A server with one thing, and a form that was filled from its first revision. */
function open(mine: Fields) {
  const state = { thing: { revision: 1, name: "A", text: "x" } as Thing };
  const onSaved = vi.fn();
  const form = createRoot(() =>
    createMergeSave<Thing>({
      initial: state.thing,
      fieldsOf: ({ name, text }) => ({ name, text }),
      mine: () => mine,
      load: async () => state.thing,
      save: async (change, revision) => {
        if (revision !== state.thing.revision) throw stale();
        state.thing = { ...state.thing, ...change, revision: revision + 1 };
        return state.thing;
      },
      onSaved,
    }),
  );
  return { state, form, onSaved };
}

const stale = () => new AtriumError({ status: 412, code: "entity.stale", detail: "Stale" });

test("alone, what was changed is saved", async () => {
  const { state, form, onSaved } = open({ name: "B", text: "x" });
  await form.save();
  expect(state.thing).toEqual({ revision: 2, name: "B", text: "x" });
  expect(onSaved).toHaveBeenCalledOnce();
  expect(form.isChanged()).toBe(false);
});

test("what the other one changed elsewhere stays, without a question", async () => {
  const { state, form } = open({ name: "B", text: "x" });
  state.thing = { revision: 2, name: "A", text: "theirs" };
  await form.save();
  expect(form.question()).toBeUndefined();
  expect(state.thing).toEqual({ revision: 3, name: "B", text: "theirs" });
});

test("what both changed is asked, nothing saved meanwhile, and the answer holds", async () => {
  const { state, form, onSaved } = open({ name: "B", text: "mine" });
  state.thing = { revision: 2, name: "C", text: "theirs" };
  await form.save();
  expect(form.question()?.conflicts.map(({ field }) => field)).toEqual(["name", "text"]);
  expect(onSaved).not.toHaveBeenCalled();
  state.thing = { ...state.thing, revision: 3 };
  await form.answer({ name: "mine", text: "theirs" });
  // Changed once more: asked again, on what is there now.
  expect(form.question()?.conflicts).toHaveLength(2);
  await form.answer({ name: "mine", text: "theirs" });
  expect(state.thing).toEqual({ revision: 4, name: "B", text: "theirs" });
  expect(form.question()).toBeUndefined();
});

test("another refusal is told, and the form keeps what was written", async () => {
  const { form } = open({ name: "B", text: "x" });
  const broken = createRoot(() =>
    createMergeSave<Thing>({
      initial: { revision: 1, name: "A", text: "x" },
      fieldsOf: ({ name, text }) => ({ name, text }),
      mine: () => ({ name: "B", text: "x" }),
      load: () => Promise.reject(new Error("not asked")),
      save: () => Promise.reject(new Error("offline")),
      onSaved: () => undefined,
    }),
  );
  await broken.save();
  expect(broken.error()).toMatchObject({ message: "offline" });
  expect(broken.isChanged()).toBe(true);
  expect(form.error()).toBeUndefined();
});
