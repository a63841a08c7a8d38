/** What a newcomer finds: the sample, and what npm start says of itself. */
import { statSync } from "node:fs";
import { join } from "node:path";
import { afterAll, beforeAll, expect, it } from "vitest";
import { type Json, withKey } from "../support/http.ts";
import { temporaryFolder } from "../support/paths.ts";
import { memoryOf } from "../support/processes.ts";
import { FULL } from "../support/ring.ts";
import { type RunningSystem, startSystem } from "../support/system.ts";

const home = temporaryFolder("sample");
let system: RunningSystem;
beforeAll(async () => {
  system = await startSystem({ home: home.path, sample: true });
});
afterAll(async () => {
  await system.stop();
  home.remove();
});

it("has a Sample project with tables to open", async () => {
  const administrator = withKey(system.url, system.apiKey);
  const { items } = await administrator.get("/projects?q=Sample");
  const sample = items.find(({ name }: Json) => name === "Sample");
  expect(sample).toBeDefined();
  const tables = async () => (await administrator.get(`/projects/${sample.id}/items?kind=table`)).items;
  await expect
    .poll(async () => (await tables()).map(({ state }: Json) => state), { timeout: 60_000 })
    .toEqual(["ready", "ready", "ready"]);
});

// What is not needed goes after half a minute.
it.runIf(FULL)("comes to rest below 1 GB, all its processes together", { timeout: 200_000 }, async () => {
  await expect.poll(() => memoryOf(system.pid), { timeout: 180_000, interval: 1_000 }).toBeLessThan(1e9);
});

it("ends its output with where it is", () => {
  expect(system.output().trimEnd().split("\n").at(-1)).toBe(`Atrium is ready: ${system.url}`);
});

it("keeps its credentials to its owner", () => {
  expect(statSync(join(home.path, "credentials.json")).mode & 0o777).toBe(0o600);
});
