import { describe, expect, it, vi } from "vitest";
import type { RowPage } from "./page.ts";
import { createRowSource, type FetchPage } from "./source.ts";

type Call = {
  offset: number;
  count: boolean;
  signal: AbortSignal;
  answer: (total?: number) => void;
  fail: (error: unknown) => void;
};

function setUp(options: { total?: number } = {}) {
  const calls: Call[] = [];
  const fetch: FetchPage = (offset, limit, { count, signal }) =>
    new Promise((resolve, reject) => {
      signal.addEventListener("abort", () => reject(signal.reason));
      const page: RowPage = { rows: limit, value: (row, column) => `${column}${offset + row}` };
      calls.push({
        ...{ offset, count, signal, fail: reject },
        answer: (total) => resolve({ page, ...(total === undefined ? {} : { total }) }),
      });
    });
  const onChange = vi.fn();
  const onError = vi.fn();
  const waiting: (() => void)[] = [];
  const later = (run: () => void) => {
    waiting.push(run);
    return () => waiting.splice(waiting.indexOf(run), 1);
  };
  const source = createRowSource({ fetch, pageRows: 100, onChange, onError, later, ...options });
  const settle = () => new Promise((resolve) => setTimeout(resolve));
  return { source, calls, onChange, onError, waiting, settle };
}

describe("createRowSource", () => {
  it("asks for what shows and, once that is here, for the page after it", async () => {
    const { source, calls, settle } = setUp({ total: 1000 });
    source.want(0, 30);
    expect(calls.map((call) => call.offset)).toEqual([0]);
    calls[0]?.answer();
    await settle();
    expect(calls.map((call) => call.offset)).toEqual([0, 100]);
    expect(source.value(7, "a")).toBe("a7");
    expect(source.value(107, "a")).toBeUndefined();
  });

  it("lets only one answer count, when the number of rows is not known", async () => {
    const { source, calls, settle } = setUp();
    source.want(0, 30);
    expect(calls.map((call) => call.count)).toEqual([true]);
    calls[0]?.answer(250);
    await settle();
    expect(source.total()).toBe(250);
    source.want(90, 130);
    calls[1]?.answer();
    await settle();
    expect(calls.slice(1).map((call) => [call.offset, call.count])).toEqual([
      [100, false],
      [200, false],
    ]);
  });

  it("counts again when the answer that should have counted failed", async () => {
    const { source, calls, onError, settle } = setUp();
    source.want(0, 30);
    calls[0]?.fail(new Error("lost"));
    await settle();
    expect(onError).toHaveBeenCalledOnce();
    source.retry();
    expect(calls[1]?.count).toBe(true);
  });

  it("asks at once for where one jump goes", async () => {
    const { source, calls, settle } = setUp({ total: 1_000_000 });
    source.want(0, 30);
    calls[0]?.answer();
    await settle();
    source.want(500_000, 500_030);
    expect(calls[1]?.signal.aborted).toBe(true);
    expect(calls[2]?.offset).toBe(500_000);
  });

  it("cancels what a dragging hand passes by, and waits for it to rest", async () => {
    const { source, calls, onError, waiting, settle } = setUp({ total: 1_000_000 });
    source.want(0, 30);
    calls[0]?.answer();
    await settle();
    for (const row of [500_000, 600_000, 700_000]) source.want(row, row + 30);
    expect(calls.map((call) => call.offset)).toEqual([0, 100, 500_000]);
    expect(calls[2]?.signal.aborted).toBe(true);
    expect(waiting).toHaveLength(1);
    waiting[0]?.();
    expect(calls[3]?.offset).toBe(700_000);
    await settle();
    expect(onError).not.toHaveBeenCalled();
  });

  it("does not ask twice for the same page", () => {
    const { source, calls } = setUp({ total: 1000 });
    source.want(0, 30);
    source.want(10, 40);
    expect(calls.map((call) => call.offset)).toEqual([0]);
  });

  it("forgets the pages that were not used for longest", async () => {
    const { source, calls, settle } = setUp({ total: 100_000 });
    for (let page = 0; page < 120; page++) {
      source.want(page * 100, page * 100 + 30);
      for (const call of calls) call.answer();
      await settle();
    }
    expect(source.has(0)).toBe(false);
    expect(source.has(119 * 100)).toBe(true);
  });

  it("says nothing more once it is closed", async () => {
    const { source, calls, onChange, onError, settle } = setUp({ total: 1000 });
    source.want(0, 30);
    source.close();
    calls[0]?.answer();
    await settle();
    expect(onChange).not.toHaveBeenCalled();
    expect(onError).not.toHaveBeenCalled();
  });
});
