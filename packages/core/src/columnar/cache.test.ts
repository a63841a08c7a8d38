import { mkdtemp, readdir, readFile, rm, utimes, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import { afterEach, beforeEach, expect, it } from "vitest";
import { ObjectCache } from "./cache.ts";

let folder: string;
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), "cache-"));
});
afterEach(() => rm(folder, { recursive: true }));

const content = (bytes: number) => (path: string) => writeFile(path, Buffer.alloc(bytes, "x"));

it("fetches an object once however many ask at once", async () => {
  const cache = new ObjectCache(folder, 1_000);
  let fetched = 0;
  const fetch = async (path: string) => {
    fetched++;
    await sleep(10);
    await content(10)(path);
  };
  const paths = await Promise.all(Array.from({ length: 20 }, () => cache.path("e1", fetch)));
  await cache.path("e1", fetch);
  expect([fetched, new Set(paths).size]).toEqual([1, 1]);
});

it("shows no file that was not fetched whole", async () => {
  const cache = new ObjectCache(folder, 1_000);
  const torn = cache.path("e1", async (path) => {
    await writeFile(path, "half");
    throw new Error("connection lost");
  });
  await expect(torn).rejects.toThrow("connection lost");
  expect(await readdir(folder)).toEqual([]);
  expect(await readFile(await cache.path("e1", content(3)), "utf8")).toBe("xxx");
});

it("removes the longest unused once there is too much", async () => {
  const cache = new ObjectCache(folder, 250);
  const old = new Date(Date.now() - 60_000);
  for (const etag of ["a", "b"]) await utimes(await cache.path(etag, content(100)), old, old);
  await cache.path("a", content(0));
  await cache.path("c", content(100));
  expect((await readdir(folder)).sort()).toEqual(["a.parquet", "c.parquet"]);
});

it("clears what a killed process left, and nothing that is still being fetched", async () => {
  const cache = new ObjectCache(folder, 1_000);
  const longAgo = new Date(Date.now() - 2 * 60 * 60 * 1_000);
  await writeFile(join(folder, "dead.partial"), "x");
  await utimes(join(folder, "dead.partial"), longAgo, longAgo);
  await writeFile(join(folder, "alive.partial"), "x");
  await cache.path("a", content(1));
  expect((await readdir(folder)).sort()).toEqual(["a.parquet", "alive.partial"]);
});

it("makes no path of what an etag says", async () => {
  const path = await new ObjectCache(folder, 1_000).path("../../evil", content(1));
  expect(path).toBe(join(folder, "______evil.parquet"));
});
