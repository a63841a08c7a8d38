import { spawnSync } from "node:child_process";
import { readdirSync, statSync } from "node:fs";
import { join } from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import { pathToFileURL } from "node:url";
import { startPostgres } from "../../packages/local/src/postgres/index.ts";
import { bytesOfBundle } from "../support/bundle.ts";
import { ROOT, temporaryFolder } from "../support/paths.ts";
import { memoryOf } from "../support/processes.ts";
import { startSystem } from "../support/system.ts";
import { type Bench, median, medianMs, note, timed } from "./report.ts";

/** What a cold start of the API may cost (docs of the design): a bundle under 2 MB, loaded in 300 ms. */
const BUNDLE_LIMIT_KB = 2_000;
const INIT_LIMIT_MS = 300;
/** What the whole system may take when nobody asks it for anything, and when it is taken to have come to rest. */
const IDLE_LIMIT_MB = 1_000;
const AT_REST_MS = 120_000;
const WARM_LIMIT_MS = 5_000;

export async function benchStart({ report, times }: Bench) {
  note("starting with nothing, then with what is there");
  const [cold, warm, coldPeer, warmPeer]: [number[], number[], number[], number[]] = [[], [], [], []];
  for (let n = 0; n < times; n++) {
    const home = temporaryFolder("bench-start");
    for (const into of [cold, warm]) {
      const system = await startSystem({ home: home.path });
      into.push(system.startedInMs);
      await system.stop();
    }
    home.remove();
    const data = temporaryFolder("bench-postgres");
    for (const into of [coldPeer, warmPeer]) {
      const options = { dataDir: join(data.path, "data"), databases: ["atrium"], password: "bench" };
      const { ms, value } = await timed(() => startPostgres(options));
      into.push(ms);
      await value.stop();
    }
    data.remove();
  }
  const floor = "a physical floor: its PostgreSQL alone";
  report.add({
    name: "cold start, empty home",
    unit: "ms",
    ours: median(cold),
    peer: median(coldPeer),
    peerName: `${floor}, initdb and start`,
  });
  report.add({
    name: "warm start",
    unit: "ms",
    ours: median(warm),
    peer: median(warmPeer),
    peerName: `${floor}, start`,
  });

  report.add({
    name: "warm start, against its limit",
    unit: "ms",
    ours: median(warm),
    peer: WARM_LIMIT_MS,
    peerName: "the limit set for it",
  });
  report.add({
    name: "memory of the whole system at rest, after importing the sample",
    unit: "MB",
    ours: (await idleMemory()) / 1e6,
    peer: IDLE_LIMIT_MB,
    peerName: "the limit set for it",
  });

  const bundle = findBundle();
  report.add({
    name: "bundle of the API",
    unit: "KB",
    ours: bundle.bytes / 1000,
    peer: BUNDLE_LIMIT_KB,
    peerName: "the limit set for it",
  });
  const init = await medianMs(times * 3, () => load(bundle.path));
  const bare = await medianMs(times * 3, () => load());
  report.add({
    name: "loading the API's bundle in a new process",
    unit: "ms",
    ours: init - bare,
    peer: INIT_LIMIT_MS,
    peerName: "the limit set for it",
  });
}

/** Of every process of a system, PostgreSQL too, two minutes after it got ready. */
async function idleMemory(): Promise<number> {
  note("waiting for a system to come to rest");
  const home = temporaryFolder("bench-memory");
  try {
    const system = await startSystem({ home: home.path, sample: true });
    try {
      await sleep(AT_REST_MS);
      return memoryOf(system.pid);
    } finally {
      await system.stop();
    }
  } finally {
    home.remove();
  }
}

async function load(path?: string) {
  const script = path ? `await import(${JSON.stringify(pathToFileURL(path).href)}); process.exit()` : "process.exit()";
  const { status, stderr } = spawnSync(process.execPath, ["--input-type=module", "-e", script], {
    encoding: "utf8",
    timeout: 30_000,
  });
  if (status !== 0) throw new Error(`The bundle does not load: ${stderr.slice(0, 1000)}`);
}

/** Where the host has put the API's code when it started: the newest of the builds it keeps. */
function findBundle(): { path: string; bytes: number } {
  const folder = join(ROOT, ".build");
  const [newest] = readdirSync(folder, { recursive: true, encoding: "utf8" })
    .filter((name) => /(^|[/\\])Api[/\\]index\.mjs$/.test(name))
    .map((name) => ({ path: join(folder, name), at: statSync(join(folder, name)).mtimeMs }))
    .sort((a, b) => b.at - a.at);
  if (!newest) throw new Error(`No bundle of the API below ${folder}`);
  return { path: newest.path, bytes: bytesOfBundle(newest.path) };
}
