import { expect, it } from "vitest";
import { Recent } from "./recent.ts";

it("makes each once, keeps those asked for last and closes the others", async () => {
  const [made, closed]: string[][] = [[], []];
  const recent = new Recent<string>({ kept: 2, close: (value) => void closed?.push(value) });
  const ask = (key: string) =>
    recent.get(key, async () => {
      made?.push(key);
      return key.toUpperCase();
    });
  for (const key of ["a", "b", "a", "c", "a", "b"]) expect(await ask(key)).toBe(key.toUpperCase());
  expect(made).toEqual(["a", "b", "c", "b"]);
  expect(closed).toEqual(["B", "C"]);
});

it("makes again what failed, and closes nothing that never was", async () => {
  const recent = new Recent<number>({ kept: 1, close: () => expect.fail("there is nothing to close") });
  await expect(recent.get("a", () => Promise.reject(new Error("no")))).rejects.toThrow("no");
  expect(await recent.get("a", async () => 1)).toBe(1);
});
