import { expect, it } from "vitest";
import { supervise } from "./supervise.ts";

it("starts what died again, waits longer after every failure, and stops for good", async () => {
  let died: (reason: string) => void = () => undefined;
  const said: string[] = [];
  let starts = 0;
  let stops = 0;
  const running = await supervise({
    name: "It",
    say: (text) => said.push(text),
    async start(whenDied) {
      starts++;
      if (starts === 2) throw new Error("not yet");
      died = whenDied;
      return { stop: async () => void stops++ };
    },
  });
  died("somebody killed it");
  await expect.poll(() => starts, { timeout: 2_000 }).toBe(3);
  expect(said).toEqual(["It is started again: somebody killed it", "It did not start: not yet"]);
  await running.stop();
  died("it was stopped");
  expect({ starts, stops }).toEqual({ starts: 3, stops: 1 });
});

it("fails when the first start fails", async () => {
  const start = () => Promise.reject(new Error("no such program"));
  await expect(supervise({ name: "It", start, say: () => undefined })).rejects.toThrow("no such program");
});
