import { rm } from "node:fs/promises";
import { afterAll, beforeAll, expect, test } from "vitest";
import { temporaryFolder } from "../testing.ts";
import { own } from "./ownership.ts";

let root: string;
beforeAll(async () => {
  root = await temporaryFolder();
});
afterAll(() => rm(root, { recursive: true }));

test("whoever comes second has the folder when the first lets go", async () => {
  const order: string[] = [];
  const release = await own(root);
  const second = own(root).then((releaseSecond) => {
    order.push("second owns");
    return releaseSecond();
  });
  await new Promise((resolve) => setTimeout(resolve, 30));
  order.push("first lets go");
  await release();
  await second;
  expect(order).toEqual(["first lets go", "second owns"]);
});
