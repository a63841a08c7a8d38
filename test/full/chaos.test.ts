/** Parts of the system die at random while work goes on; in the end all work is done and nothing is lost. */
import { setTimeout as sleep } from "node:timers/promises";
import { expect, it } from "vitest";
import { createAtrium, take, upload, waitForRun } from "../../packages/sdk/src/index.ts";
import { temporaryFolder } from "../support/paths.ts";
import { descendants, kill9 } from "../support/processes.ts";
import { startSystem } from "../support/system.ts";

const MINUTES = 60_000;
const WORKERS = 3;
const LASTS_MS = 2 * MINUTES;

it("imports go on while something dies every few seconds", { timeout: 10 * MINUTES }, async () => {
  const home = temporaryFolder("chaos");
  const system = await startSystem({ home: home.path });
  const atrium = createAtrium({ url: system.url, apiKey: system.apiKey, retries: 10 });
  const project = await take(atrium.POST("/api/v1/projects", { body: { name: "Chaos" } }));
  const done: { table: string; rows: number; state: string }[] = [];
  const deadline = Date.now() + LASTS_MS;

  const work = async (worker: number) => {
    for (let round = 0; Date.now() < deadline; round++) {
      const rows = 20_000 + round;
      const bytes = new TextEncoder().encode(`n\n${Array.from({ length: rows }, (_, n) => n).join("\n")}\n`);
      const source = {
        name: `${worker}-${round}.csv`,
        size: bytes.length,
        slice: (from: number, to: number) => bytes.slice(from, to),
      };
      const file = await upload(atrium, source, { projectId: project.id });
      const body = { projectId: project.id, name: source.name, fileId: file.id };
      const { table, run } = await take(atrium.POST("/api/v1/tables", { body }));
      const { state } = await waitForRun(atrium, run.id, { signal: AbortSignal.timeout(3 * MINUTES) });
      done.push({ table: table.id, rows, state });
    }
  };
  const destroy = async () => {
    while (Date.now() < deadline) {
      await sleep(2_000 + Math.random() * 4_000);
      const alive = descendants(system.pid);
      const victim = alive[Math.floor(Math.random() * alive.length)];
      if (victim) kill9(victim.pid);
    }
  };
  await Promise.all([destroy(), ...Array.from({ length: WORKERS }, (_, worker) => work(worker))]);

  expect(done.length).toBeGreaterThan(WORKERS);
  for (const { table, rows, state } of done) {
    const now = await take(atrium.GET("/api/v1/tables/{id}", { params: { path: { id: table } } }));
    if (state === "succeeded") expect(now).toMatchObject({ state: "ready", rows });
    else expect(now.state).toBe("failed");
  }
  await system.stop();
  home.remove();
});
