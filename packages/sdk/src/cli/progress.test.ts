import { PassThrough } from "node:stream";
import { expect, it } from "vitest";
import { paint } from "./color.ts";
import type { IO } from "./io.ts";
import { createProgress } from "./progress.ts";

function terminal(isTTY: boolean, env: Record<string, string> = {}) {
  const out = Object.assign(new PassThrough(), { isTTY, columns: 60 });
  const io = { stdout: out, stderr: out, env } as unknown as IO;
  return { io, said: () => String(out.read() ?? "") };
}

it("redraws one line in a terminal and leaves the cursor below it", () => {
  const { io, said } = terminal(true);
  let clock = 0;
  const progress = createProgress(io, "a.csv", false, () => clock);
  clock = 1_000;
  progress.update(0.5, "1 MiB");
  progress.end();
  expect(said()).toMatch(/\r.*a\.csv █{12}░{12} {2}50% 1 MiB\r.*\n$/);
});

it("says a plain line every five seconds elsewhere, and nothing about what is done sooner", () => {
  const { io, said } = terminal(false);
  let clock = 0;
  const progress = createProgress(io, "a.csv", false, () => clock);
  for (clock = 0; clock <= 11_000; clock += 500) progress.update(clock / 20_000, "on its way");
  progress.end();
  expect(said()).toBe("a.csv  25% on its way\na.csv  50% on its way\n");
});

it("is silent when told to be", () => {
  const { io, said } = terminal(true);
  const progress = createProgress(io, "a.csv", true);
  progress.update(1, "");
  progress.end();
  expect(said()).toBe("");
});

it.each([
  [true, {}, "\u001b[31mfailed\u001b[0m"],
  [true, { NO_COLOR: "1" }, "failed"],
  [true, { TERM: "dumb" }, "failed"],
  [false, {}, "failed"],
])("colours for a person only (terminal %s, %j)", (isTTY, env, expected) => {
  expect(paint(terminal(isTTY, env as Record<string, string>).io, "stdout", "red", "failed")).toBe(expected);
});
