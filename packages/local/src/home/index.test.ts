import { mkdtemp, readFile, rm, stat, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, expect, it } from "vitest";
import { loadSettings, openHome, readJson, writeJson } from "./index.ts";

let folder: string;
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), "atrium-home-"));
});
afterEach(() => rm(folder, { recursive: true, force: true }));

it("belongs to one host at a time", async () => {
  const first = await openHome(folder);
  await expect(openHome(folder)).rejects.toThrow(/already runs/);
  await first.release();
  await (await openHome(folder)).release();
});

it("draws secrets once, and those that a newer program needs when it needs them", async () => {
  const path = join(folder, "host.json");
  const first = await loadSettings(path, ["{random:A}"]);
  const second = await loadSettings(path, ["{random:A}", "{random:B}"]);
  expect(second).toMatchObject(first);
  expect(second.randoms["{random:B}"]).toMatch(/^[0-9a-f]{48}$/);
  expect((await stat(path)).mode & 0o777).toBe(0o600);
  expect(JSON.parse(await readFile(path, "utf8"))).toEqual(second);
});

it("tells a missing file from a damaged one", async () => {
  const path = join(folder, "some.json");
  expect(await readJson(path)).toBeUndefined();
  await writeFile(path, '{"half":');
  await expect(readJson(path)).rejects.toThrow(/damaged/);
  await writeJson(path, { whole: true });
  expect(await readJson(path)).toEqual({ whole: true });
});
