import { setTimeout as sleep } from "node:timers/promises";
import { take, upload, waitForRun } from "../../packages/sdk/src/index.ts";
import { treeBytes } from "../support/memory.ts";
import { createRandom, type Random } from "../support/random.ts";
import { ACTIONS, type Scene } from "./load-actions.ts";
import { type Bench, note } from "./report.ts";
import { type Subject, withSystem } from "./system.ts";

const PER_SECOND = 50;
const SEED = 20_261_121;
/** Of a hundred requests; an import is one of them and all that comes of it. */
const MIX: Record<keyof typeof ACTIONS, number> = { list: 35, search: 20, rows: 40, upload: 4, import: 1 };
const SETTLE_MS = 5_000;
const MEGABYTE = 1e6;
/** What the design promises for each kind, 95 times of 100. */
const LIMITS_MS: Record<keyof typeof ACTIONS, number> = {
  list: 300,
  search: 300,
  rows: 500,
  upload: 1_000,
  import: 10_000,
};
const MEMORY_LIMIT_MB = 1_000;

type Kind = keyof typeof ACTIONS;
type Measured = { kind: Kind; at: number; ms: number; failure?: string };

/** People who list, search, read, upload and import at once, by an open clock: who is slow is waited for by nobody. */
export const benchLoad = ({ report, seconds }: Bench & { seconds: number }) =>
  withSystem(async (subject) => {
    const scene = await prepare(subject);
    await warmUp(scene);
    const before = treeBytes(subject.pid());
    note(`${PER_SECOND} requests/s for ${seconds} s`);
    const measured = await run(scene, seconds);
    await sleep(SETTLE_MS);
    const after = treeBytes(subject.pid());

    const failures = measured.filter(({ failure }) => failure !== undefined);
    for (const failure of new Set(failures.map(({ kind, failure }) => `${kind}: ${failure}`))) note(failure);
    for (const kind of Object.keys(ACTIONS) as Kind[]) {
      const all = measured.filter((one) => one.kind === kind && !one.failure).map(({ ms }) => ms);
      for (const percent of [50, 95, 99])
        report.add({
          name: `load of ${PER_SECOND}/s for ${seconds} s: ${kind}, ${all.length} times, p${percent}`,
          unit: "ms",
          ours: percentile(all, percent),
          peer: LIMITS_MS[kind],
          peerName: "the limit set for 95 of 100",
        });
    }
    const [first, last] = thirds(measured.filter(({ failure }) => !failure));
    report.add({
      name: `load of ${PER_SECOND}/s for ${seconds} s: p95 of the last third`,
      unit: "ms",
      ours: percentile(last, 95),
      peer: percentile(first, 95),
      peerName: "the first third of the same run",
    });
    report.add({
      name: `load of ${PER_SECOND}/s for ${seconds} s: failed requests of ${measured.length}`,
      unit: "requests",
      ours: failures.length,
      peer: 1,
      peerName: "less than one",
    });
    for (const [when, bytes, peer, peerName] of [
      ["before", before, MEMORY_LIMIT_MB * MEGABYTE, "the limit set for an idle system"],
      ["after", after, before, "before the load"],
    ] as const)
      report.add({
        name: `memory of all processes ${when} a load of ${PER_SECOND}/s for ${seconds} s`,
        unit: "MB",
        ours: bytes / MEGABYTE,
        peer: peer / MEGABYTE,
        peerName,
      });
  });

async function prepare({ client }: Subject): Promise<Scene> {
  const project = await take(client.POST("/api/v1/projects", { body: { name: "Load" } }));
  const text = `n,word,share\n${Array.from({ length: 200_000 }, (_, n) => `${n},word ${n % 977},${n / 8}`).join("\n")}\n`;
  const bytes = new TextEncoder().encode(text);
  const source = { name: "large.csv", size: bytes.length, slice: (from: number, to: number) => bytes.slice(from, to) };
  const file = await upload(client, source, { projectId: project.id });
  const body = { projectId: project.id, name: "Large", fileId: file.id };
  const { table, run } = await take(client.POST("/api/v1/tables", { body }));
  const ended = await waitForRun(client, run.id);
  if (ended.state !== "succeeded") throw new Error(`The import ${ended.state}: ${ended.error?.message}`);
  return { client, projectId: project.id, tableId: table.id, rows: 200_000 };
}

/** Every kind a few times, so that the first of a process is nobody's measurement. */
async function warmUp(scene: Scene): Promise<void> {
  const random = createRandom(SEED - 1);
  for (const act of Object.values(ACTIONS)) for (let n = 0; n < 3; n++) await act(scene, random);
}

async function run(scene: Scene, seconds: number): Promise<Measured[]> {
  const random = createRandom(SEED);
  const deck = Object.entries(MIX).flatMap(([kind, share]) => Array.from({ length: share }, () => kind as Kind));
  const measured: Measured[] = [];
  const underway = new Set<Promise<void>>();
  const begun = performance.now();
  for (let n = 0; n < seconds * PER_SECOND; n++) {
    const due = begun + (n * 1_000) / PER_SECOND;
    const early = due - performance.now();
    if (early > 0) await sleep(early);
    const one = measure(scene, random.pick(deck), random.fork(), due, begun).then((result) => {
      measured.push(result);
      underway.delete(one);
    });
    underway.add(one);
  }
  await Promise.all(underway);
  return measured.sort((a, b) => a.at - b.at);
}

/** From when it was due, so that a system that keeps requests waiting is not flattered by it. */
async function measure(scene: Scene, kind: Kind, random: Random, due: number, begun: number): Promise<Measured> {
  const failure = await ACTIONS[kind](scene, random).then(
    () => undefined,
    (error: unknown) => String(error).slice(0, 200),
  );
  return { kind, at: due - begun, ms: performance.now() - due, failure };
}

function thirds(measured: Measured[]): [number[], number[]] {
  const third = Math.floor(measured.length / 3);
  const times = measured.map(({ ms }) => ms);
  return [times.slice(0, third), times.slice(-third)];
}

function percentile(values: number[], percent: number): number {
  const sorted = [...values].sort((a, b) => a - b);
  return sorted[Math.min(sorted.length - 1, Math.ceil((percent / 100) * sorted.length) - 1)] ?? Number.NaN;
}
