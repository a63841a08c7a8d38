import { afterEach, beforeEach, expect, it, vi } from "vitest";
import type { Lambda } from "../lambda/index.ts";
import { program } from "./fixtures/program.ts";
import { behaviorsOf } from "./index.ts";
import { invokeOrigin } from "./invoke.ts";

beforeEach(() => void vi.useFakeTimers());
afterEach(() => void vi.useRealTimers());

const never: Lambda = {
  invoke: () => new Promise(() => undefined),
  processes: () => 0,
  warm: async () => undefined,
  ready: () => undefined,
  stop: async () => undefined,
};

function ask(path: string) {
  const origin = behaviorsOf(program).find(({ matches }) => matches(path))?.origin;
  if (!origin || origin.kind === "site") throw new Error(`No function is behind ${path}`);
  const request = { method: "GET", path, query: "", host: "here", headers: {}, address: "127.0.0.1" };
  const answered = vi.fn();
  void invokeOrigin(never, origin, request, Buffer.alloc(0)).then(({ status }) => answered(status));
  return answered;
}

it("gives a function behind an HTTP API 30 seconds, and not one more", async () => {
  const answered = ask("/api/v1/x");
  await vi.advanceTimersByTimeAsync(29_999);
  expect(answered).not.toHaveBeenCalled();
  await vi.advanceTimersByTimeAsync(1);
  expect(answered).toHaveBeenCalledExactlyOnceWith(504);
});

it("lets a function behind a URL take the time that the function itself has", async () => {
  const answered = ask("/api/v1/tables/tbl_1/rows");
  await vi.advanceTimersByTimeAsync(15 * 60_000);
  expect(answered).not.toHaveBeenCalled();
});
