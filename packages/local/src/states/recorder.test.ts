import { setImmediate as turn } from "node:timers/promises";
import { expect, test } from "vitest";
import { Halted } from "./error.ts";
import { newFrame } from "./frame.ts";
import type { Entry } from "./journal.ts";
import { createRecorder } from "./recorder.ts";
import { createTestClock } from "./testing.ts";

/** A journal whose writes end when the test says so. */
function slowJournal() {
  const entries: Entry[] = [];
  const pending: PromiseWithResolvers<void>[] = [];
  const write = (_: string, entry: Entry): Promise<void> => {
    entries.push(entry);
    const one = Promise.withResolvers<void>();
    pending.push(one);
    return one.promise;
  };
  return { entries, pending, journal: { write } };
}

function start() {
  const slow = slowJournal();
  const halting = new AbortController();
  const { clock, slept } = createTestClock();
  const log = () => undefined;
  const recorder = createRecorder({ journal: slow.journal, arn: "x", clock, lastEvent: 4, halt: halting.signal, log });
  return { ...slow, halting, slept, recorder };
}

test("what gathers during one write goes into the next, all of it", async () => {
  const { recorder, entries, pending } = start();
  recorder.event("A", 4);
  const first = recorder.flush();
  await turn();
  recorder.event("B", 5);
  const second = recorder.flush();
  recorder.event("C", 6);
  const third = recorder.flush();
  await turn();
  expect(entries.map((entry) => entry.events.map(({ id, type }) => `${id}${type}`))).toEqual([["5A"]]);
  pending[0]?.resolve();
  await first;
  await turn();
  expect(entries[1]?.events.map(({ id, type }) => `${id}${type}`)).toEqual(["6B", "7C"]);
  pending[1]?.resolve();
  await Promise.all([second, third]);
  expect(entries).toHaveLength(2);
});

test("a frame is written as it was when the write began; of several changes the last counts", async () => {
  const { recorder, entries, pending } = start();
  const frame = newFrame("", "A", 1, 0);
  recorder.keep(frame);
  frame.state = "B";
  const flushed = recorder.flush();
  await turn();
  frame.state = "C";
  expect(JSON.parse(entries[0]?.frames.get("") ?? "").state).toBe("B");
  pending[0]?.resolve();
  await flushed;
  recorder.keep(frame);
  recorder.drop("");
  void recorder.flush();
  await turn();
  expect(entries[1]?.frames.get("")).toBeNull();
  pending[1]?.resolve();
});

test("with nothing to write a flush waits for what is under way, and writes nothing", async () => {
  const { recorder, entries, pending } = start();
  recorder.event("A", 4);
  void recorder.flush();
  await turn();
  let done = false;
  const flushed = recorder.flush().then(() => {
    done = true;
  });
  await turn();
  expect(done).toBe(false);
  pending[0]?.resolve();
  await flushed;
  expect(entries).toHaveLength(1);
});

test("a lost connection is tried again with the same entry, ever later", async () => {
  const { recorder, entries, pending, slept } = start();
  recorder.event("A", 4);
  const flushed = recorder.flush();
  for (let attempt = 0; attempt < 4; attempt++) {
    while (pending.length <= attempt) await turn();
    pending[attempt]?.reject(Object.assign(new Error("gone"), { code: "ECONNREFUSED" }));
  }
  while (pending.length < 5) await turn();
  pending[4]?.resolve();
  await flushed;
  expect(slept).toEqual([50, 100, 200, 400]);
  expect(new Set(entries.map((entry) => JSON.stringify(entry.events))).size).toBe(1);
});

test("after a write that was refused, nothing more is written", async () => {
  const { recorder, entries, pending } = start();
  recorder.event("A", 4);
  const flushed = recorder.flush();
  await turn();
  pending[0]?.reject(Object.assign(new Error("no such column"), { code: "42703" }));
  await expect(flushed).rejects.toBeInstanceOf(Halted);
  recorder.event("B", 5);
  await expect(recorder.flush()).rejects.toBeInstanceOf(Halted);
  expect(entries).toHaveLength(1);
});
