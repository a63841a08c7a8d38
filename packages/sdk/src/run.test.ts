import { expect, it } from "vitest";
import { createAtrium } from "./client.ts";
import { waitForRun } from "./run.ts";

function atriumThatAnswers(states: string[]) {
  const asked: string[] = [];
  const atrium = createAtrium({
    url: "http://atrium.test/",
    fetch: async (request) => {
      asked.push(new URL(request.url).pathname);
      return Response.json({ id: "run_1", state: states.shift() ?? "running" });
    },
  });
  return { atrium, asked };
}

it.each(["succeeded", "failed", "cancelled"])("asks until the run has %s", async (state) => {
  const { atrium, asked } = atriumThatAnswers(["queued", "running", state]);
  const seen: string[] = [];
  const run = await waitForRun(atrium, "run_1", { onProgress: (now) => seen.push(now.state) });
  expect(run.state).toBe(state);
  expect(seen).toEqual(["queued", "running", state]);
  expect(asked).toEqual(Array(3).fill("/api/v1/runs/run_1"));
});

it("stops waiting when told to", async () => {
  const { atrium } = atriumThatAnswers([]);
  const stop = new AbortController();
  const reason = new Error("enough");
  const waiting = waitForRun(atrium, "run_1", { signal: stop.signal, onProgress: () => stop.abort(reason) });
  await expect(waiting).rejects.toBe(reason);
});
