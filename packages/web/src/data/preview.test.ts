import { createRoot, createSignal } from "solid-js";
import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import { createPreview } from "./preview.ts";
import type { ImportPreview } from "./types.ts";

type Call = { search: string; signal: AbortSignal; answer: (notes: string[]) => void; fail: (error: unknown) => void };

const found = (notes: string[]): ImportPreview => ({
  ...{ format: "csv", compression: null, encoding: "utf-8", columns: [], rows: [] },
  ...{ complete: true, rejected: [], notes },
});

let dispose: () => void = () => undefined;
beforeEach(() => void vi.useFakeTimers());
afterEach(() => {
  dispose();
  vi.useRealTimers();
});

function setUp() {
  const calls: Call[] = [];
  const [search, setSearch] = createSignal("");
  const preview = createRoot((stop) => {
    dispose = stop;
    return createPreview(search, (asked, signal) => {
      return new Promise((resolve, reject) => {
        signal.addEventListener("abort", () => reject(signal.reason));
        calls.push({ search: asked, signal, answer: (notes) => resolve(found(notes)), fail: reject });
      });
    });
  });
  return { ...preview, calls, setSearch, rest: () => vi.advanceTimersByTimeAsync(300) };
}

describe("createPreview", () => {
  it("asks at once for the first, and later only when the options rest", async () => {
    const { calls, setSearch, rest } = setUp();
    await vi.advanceTimersByTimeAsync(0);
    expect(calls).toHaveLength(1);
    for (const text of ["skip=1", "skip=12", "skip=123"]) setSearch(text);
    await vi.advanceTimersByTimeAsync(100);
    expect(calls).toHaveLength(1);
    await rest();
    expect(calls.map((call) => call.search)).toEqual(["", "skip=123"]);
  });

  it("aborts the request before, whose answer then changes nothing", async () => {
    const { calls, setSearch, preview, error, rest } = setUp();
    await rest();
    setSearch("skip=1");
    expect(calls[0]?.signal.aborted).toBe(true);
    calls[0]?.answer(["old"]);
    await rest();
    expect(preview()).toBeUndefined();
    calls[1]?.answer(["new"]);
    await rest();
    expect(preview()?.notes).toEqual(["new"]);
    expect(error()).toBeUndefined();
  });

  it("keeps the last good preview while the next is on its way and when it fails", async () => {
    const { calls, setSearch, preview, error, loading, retry, rest } = setUp();
    await rest();
    calls[0]?.answer(["good"]);
    await rest();
    expect(loading()).toBe(false);
    setSearch("delimiter=x");
    await rest();
    expect([loading(), preview()?.notes]).toEqual([true, ["good"]]);
    calls[1]?.fail(new Error("not a table"));
    await rest();
    expect([loading(), preview()?.notes, String(error())]).toEqual([false, ["good"], "Error: not a table"]);
    retry();
    await rest();
    calls[2]?.answer(["better"]);
    await rest();
    expect([preview()?.notes, error()]).toEqual([["better"], undefined]);
  });
});
