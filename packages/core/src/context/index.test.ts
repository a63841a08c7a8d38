import { setTimeout as sleep } from "node:timers/promises";
import { expect, test } from "vitest";
import { createContext } from "./index.ts";

const colour = createContext<string>("colour");

test("a value follows its own awaits and no others", async () => {
  const seen = await Promise.all(
    ["red", "green"].map((value) =>
      colour.provide(value, async () => {
        await sleep(1);
        return colour.use();
      }),
    ),
  );
  expect(seen).toEqual(["red", "green"]);
});

test("outside of it, peek is undefined and use names what is missing", () => {
  expect(colour.peek()).toBeUndefined();
  expect(() => colour.use()).toThrow("colour");
});
