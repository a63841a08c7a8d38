import { expect, it, vi } from "vitest";
import { box, track } from "./sample.ts";
import { createSaving, type Remote } from "./saving.ts";
import type { Row } from "./types.ts";

class Refusal extends Error {
  status: number;
  constructor(status: number) {
    super(String(status));
    this.status = status;
  }
}

function setUp(fails: (call: string) => Error | undefined = () => undefined) {
  const calls: string[] = [];
  const does = (call: string) => {
    calls.push(call);
    const error = fails(call);
    if (error) throw error;
  };
  const named = (rows: Row[]) => rows.map((row) => row.elementalId).join(",");
  const remote: Remote = {
    async create(rows) {
      does(`create ${named(rows)}`);
      return new Map(rows.map((row) => [row.elementalId, 1]));
    },
    async update(before, _after, mark) {
      does(`update ${before.elementalId} over ${mark}`);
      return (mark ?? 0) + 1;
    },
    async remove(row, mark) {
      does(`remove ${row.elementalId} over ${mark}`);
      return (mark ?? 0) + 1;
    },
    async restore(row, mark) {
      does(`restore ${row.elementalId} to ${mark}`);
      return mark + 2;
    },
  };
  const onRefused = vi.fn();
  const saving = createSaving({
    remote,
    onRefused,
    isFinal: (error) => error instanceof Refusal,
    isConflict: (error) => error instanceof Refusal && error.status === 412,
    wait: async () => undefined,
  });
  return { calls, saving, onRefused };
}
const fresh = (id: string) => box(id, 1, { mark: null });
const created = (row: Row) => ({ before: undefined, after: row });
const removed = (row: Row) => ({ before: row, after: undefined });

it("new rows go together, edits of one thing join, each over the mark the server gave", async () => {
  const { calls, saving } = setUp();
  const [a, b] = [fresh("a"), fresh("b")];
  const moves = [1, 2, 3].map((x) => ({ ...a, x: x / 10 }));
  saving.add({ label: "", changes: [created(a), created(b)] });
  let before: Row = a;
  for (const after of moves) {
    saving.add({ label: "", changes: [{ before, after }] });
    before = after;
  }
  await saving.settled();
  expect(calls).toEqual(["create a,b", "update a over 1"]);
  expect([saving.waiting(), saving.markOf(a)]).toEqual([0, 2]);
});

it("a track that got members is changed over whatever mark that gave it", async () => {
  const { calls, saving } = setUp();
  const path = track("t", { mark: 1 });
  saving.add({ label: "", changes: [created(box("a", 1, { mark: null, trackIds: ["t"] }))] });
  await saving.settled();
  saving.add({ label: "", changes: [{ before: path, after: { ...path, color: "#000000" } }] });
  await saving.settled();
  expect(calls).toEqual(["create a", "update t over null"]);
});

it("what was deleted comes back as it was", async () => {
  const { calls, saving } = setUp();
  const a = box("a", 1, { mark: 4 });
  saving.add({ label: "", changes: [removed(a)] });
  saving.add({ label: "", changes: [created(a)] });
  saving.add({ label: "", changes: [removed(a)] });
  await saving.settled();
  expect(calls).toEqual(["remove a over 4", "restore a to 4", "remove a over 6"]);
});

it("goes on trying while the server cannot be reached", async () => {
  let times = 0;
  const { calls, saving, onRefused } = setUp(() => (++times < 3 ? new Error("no network") : undefined));
  saving.add({ label: "", changes: [created(fresh("a"))] });
  await saving.settled();
  expect(calls).toEqual(["create a", "create a", "create a"]);
  expect([saving.waiting(), saving.trouble(), onRefused.mock.calls.length]).toEqual([0, undefined, 0]);
});

it("says what was changed by somebody else, and goes on with the rest", async () => {
  const { calls, saving, onRefused } = setUp((call) => (call.startsWith("update") ? new Refusal(412) : undefined));
  const a = box("a", 1);
  saving.add({ label: "", changes: [{ before: a, after: { ...a, x: 0.5 } }] });
  saving.add({ label: "", changes: [removed(box("b", 1))] });
  await saving.settled();
  expect(calls).toEqual(["update a over 1", "remove b over 1"]);
  expect(onRefused.mock.calls.map(([, , conflict]) => conflict)).toEqual([true]);
});

it("of many new ones only the faulty is refused", async () => {
  const { calls, saving, onRefused } = setUp((call) => (call.includes("b") ? new Refusal(400) : undefined));
  saving.add({ label: "", changes: ["a", "b", "c"].map((id) => created(fresh(id))) });
  await saving.settled();
  expect(calls).toEqual(["create a,b,c", "create a", "create b", "create c"].map((call) => call));
  expect(onRefused.mock.calls.map(([change]) => change.after.elementalId)).toEqual(["b"]);
});

it("a deletion and something new after it stay two things, also while an earlier one is under way", async () => {
  const { calls, saving } = setUp();
  const [a, b] = [fresh("a"), fresh("b")];
  saving.add({ label: "", changes: [created(a)] });
  saving.add({ label: "", changes: [removed(a)] });
  saving.add({ label: "", changes: [created(b)] });
  await saving.settled();
  expect(calls).toEqual(["create a", "remove a over 1", "create b"]);
});

it("what was undone and done again before it was sent is as it was", async () => {
  const { calls, saving, onRefused } = setUp();
  const a = fresh("a");
  saving.add({ label: "", changes: [created(a)] });
  for (let n = 0; n < 3; n++) {
    saving.add({ label: "", changes: [removed(a)] });
    saving.add({ label: "", changes: [created(a)] });
  }
  saving.add({ label: "", changes: [removed(a)] });
  await saving.settled();
  expect(calls.at(-1)).toMatch(/^remove a/);
  expect(onRefused).not.toHaveBeenCalled();
});
