/**
 * Rounds of random work in which a random process of the system is killed at a random moment: afterwards everything that
 * was acknowledged is there, every run has ended, and nothing is left lying about.
 *
 * Each round has a seed of its own, printed before it begins: `ATRIUM_CHAOS_SEED=<seed> ATRIUM_CHAOS_ROUNDS=1 npm run
 * test:full -- chaos` makes the same choices again.
 */
import { mkdirSync } from "node:fs";
import { join } from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import { afterAll, beforeAll, expect, it, onTestFailed } from "vitest";
import { withKey } from "../support/http.ts";
import { createProject, uploadFile } from "../support/make.ts";
import { temporaryFolder } from "../support/paths.ts";
import { isAlive } from "../support/processes.ts";
import { createRandom, type Random } from "../support/random.ts";
import { type RunningSystem, startSystem } from "../support/system.ts";
import { filesAreWhole, namesAreKept, runsEnd, runsTell, sampleOf, stands, uploadsGoOn } from "./chaos/checks.ts";
import { NotAcknowledged, sender } from "./chaos/http.ts";
import { orphans, temporaryFiles } from "./chaos/leftovers.ts";
import { killOne, type Victim } from "./chaos/victims.ts";
import { ACTIONS, nothingTold, type Worker } from "./chaos/work.ts";

const MINUTES = 60_000;
const FIRST_SEED = Number(process.env.ATRIUM_CHAOS_SEED ?? 20_261_121);
const ROUNDS = Number(process.env.ATRIUM_CHAOS_ROUNDS ?? 50);
const LATEST_KILL_MS = 4_000;
/** What is being tidied up in the background may take so long. */
const TIDY_MS = 20_000;
/** Above what a function imports, so that a job does. */
const LARGE_ROWS = 4_400_000;

const home = temporaryFolder("chaos");
const temporary = join(home.path, "tmp");
const start = () => startSystem({ home: join(home.path, "home"), environment: { TMPDIR: temporary } });
let system: RunningSystem;
let worker: Worker;

beforeAll(async () => {
  mkdirSync(temporary);
  system = await start();
  const administrator = withKey(system.url, system.apiKey);
  const project = await createProject(administrator, "Chaos");
  const numbers = Array.from({ length: LARGE_ROWS }, (_, n) => n);
  const { id } = await uploadFile(administrator, project.id, "large.csv", `n\n${numbers.join("\n")}\n`);
  const largeFile = { id, rows: LARGE_ROWS };
  worker = { send: sender(() => system), told: nothingTold(), projectId: project.id, largeFile };
}, 3 * MINUTES);
afterAll(async () => {
  await system.stop();
  home.remove();
});

async function act(random: Random): Promise<string> {
  const name = random.pick(Object.keys(ACTIONS));
  try {
    await ACTIONS[name]?.(worker, random);
    return name;
  } catch (error) {
    if (error instanceof NotAcknowledged) return `${name} (not acknowledged)`;
    throw error;
  }
}

async function kill(random: Random, seed: number): Promise<Victim> {
  const after = random.integer(0, LATEST_KILL_MS);
  await sleep(after);
  const victim = killOne(system, random);
  process.stderr.write(`seed ${seed}: killed ${victim.kind} after ${after} ms\n`);
  await expect.poll(() => isAlive(victim.pid), { interval: 5 }).toBe(false);
  return victim;
}

/** The host puts its parts up again; when it is gone itself, somebody starts it. */
async function standUp({ kind }: Victim): Promise<void> {
  if (kind === "host") {
    await expect.poll(() => orphans(home.path, undefined), { timeout: TIDY_MS }).toEqual([]);
    system = await start();
  }
  await stands(worker.send);
  expect(isAlive(system.pid), `the host ended by itself\n${system.output()}`).toBe(true);
}

const nothingIsLeft = async () => {
  await expect.poll(() => orphans(home.path, system.pid), { timeout: TIDY_MS }).toEqual([]);
  const left = () => temporaryFiles(system.home, temporary);
  await expect.poll(left, { timeout: TIDY_MS }).toEqual([]);
};

it.each(Array.from({ length: ROUNDS }, (_, round) => FIRST_SEED + round))(
  "seed %d",
  { timeout: 6 * MINUTES },
  async (seed) => {
    onTestFailed(({ task }) => {
      process.stderr.write(`  FAILED: ${task.result?.errors?.map(({ message }) => message).join("; ")}\n`);
    });
    const random = createRandom(seed);
    const known = worker.told.files.size;
    const [actors, killer] = [Array.from({ length: random.integer(2, 4) }, () => random.fork()), random.fork()];
    const begun = performance.now();
    const [victim, ...done] = await Promise.all([kill(killer, seed), ...actors.map(act)]);

    await standUp(victim);
    await uploadsGoOn(worker);
    await runsEnd(worker);
    const states = await runsTell(worker);
    await namesAreKept(worker);
    await filesAreWhole(worker, sampleOf([...worker.told.files.keys()], known, random));
    await nothingIsLeft();
    expect(worker.told.surprises).toEqual([]);
    const seconds = ((performance.now() - begun) / 1_000).toFixed(1);
    process.stderr.write(`  ${done.join(", ")}; ${JSON.stringify(states)}; ${seconds} s\n`);
  },
);

it("after all of it, a clean stop and a start, everything is still there", { timeout: 6 * MINUTES }, async () => {
  await system.stop();
  expect(orphans(home.path, undefined)).toEqual([]);
  system = await start();
  await runsEnd(worker);
  await filesAreWhole(worker, worker.told.files.keys());
  await nothingIsLeft();
});
