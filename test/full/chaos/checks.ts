/** What must be true once the system stands again. */
import { setTimeout as sleep } from "node:timers/promises";
import type { Json } from "../../support/http.ts";
import type { Random } from "../../support/random.ts";
import { NotAcknowledged, persist, type Send, transfer } from "./http.ts";
import { finishUpload, sha256, type Worker } from "./work.ts";

const RECOVERY_MS = 120_000;
const ENDED = ["succeeded", "failed", "cancelled"];
/** Of what earlier rounds stored; the last check looks at everything. */
const SAMPLE = 3;

const get = (send: Send, path: string): Promise<Json> =>
  persist(RECOVERY_MS, async () => {
    const answer = await send("GET", path);
    // It was acknowledged, so anything but the thing itself is a loss.
    if (answer.status !== 200) throw new Error(`Lost: GET ${path} → ${answer.status} ${answer.text.slice(0, 300)}`);
    return answer.body;
  });

/** Every upload that was begun can be gone on with. */
export async function uploadsGoOn(worker: Worker): Promise<void> {
  for (const id of worker.told.uploads.keys()) await persist(RECOVERY_MS, () => finishUpload(worker, id));
}

/** Every run ends: also those nobody was told of, because the answer was lost on its way. */
export async function runsEnd({ send, told, projectId }: Worker): Promise<void> {
  const deadline = Date.now() + RECOVERY_MS;
  let runs: Json[];
  for (;;) {
    runs = await everyRun(send, projectId);
    const open = runs.filter(({ state }) => !ENDED.includes(state));
    if (open.length === 0) break;
    if (Date.now() > deadline)
      throw new Error(
        `Runs without end: ${open.map(({ id, state, progress }) => `${id} ${state} ${JSON.stringify(progress)}`).join("; ")}`,
      );
    await sleep(300);
  }
  for (const id of told.runs.keys()) if (!runs.some((run) => run.id === id)) throw new Error(`Lost: run ${id}`);
}

async function everyRun(send: Send, projectId: string): Promise<Json[]> {
  const runs: Json[] = [];
  for (let cursor = ""; ; ) {
    const page = await get(
      send,
      `/runs?projectId=${projectId}&limit=200${cursor && `&cursor=${encodeURIComponent(cursor)}`}`,
    );
    runs.push(...page.items);
    if (!page.next) return runs;
    cursor = page.next;
  }
}

/** A run that succeeded left the whole table; one that failed says why, and only dying parts are a reason. */
export async function runsTell({ send, told }: Worker): Promise<Record<string, number>> {
  const states: Record<string, number> = {};
  for (const [id, { table, rows, cancelled }] of told.runs) {
    const [run, now] = [await get(send, `/runs/${id}`), await get(send, `/tables/${table}`)];
    states[run.state] = (states[run.state] ?? 0) + 1;
    if (run.state === "succeeded" && !(now.state === "ready" && now.rows === rows))
      throw new Error(`Run ${id} succeeded, but its table is ${now.state} with ${now.rows} of ${rows} rows`);
    if (run.state === "failed" && !/\w+ \w+/.test(run.error?.message ?? ""))
      throw new Error(`Run ${id} failed without a reason`);
    if (run.state === "cancelled" && !cancelled) throw new Error(`Run ${id} was cancelled by nobody`);
  }
  told.runs.clear();
  return states;
}

export async function filesAreWhole({ send, told }: Worker, ids: Iterable<string>): Promise<void> {
  for (const id of ids) {
    const known = told.files.get(id);
    const file = await get(send, `/files/${id}`);
    const bytes = await persist(
      RECOVERY_MS,
      async () => (await transfer((await get(send, `/files/${id}/download`)).url)).bytes,
    );
    if (file.bytes !== known?.bytes || sha256(bytes) !== known?.sha256)
      throw new Error(`File ${id} is not what was sent: ${file.bytes} of ${known?.bytes} bytes`);
  }
}

export function sampleOf(ids: string[], known: number, random: Random): Set<string> {
  const earlier = ids.slice(0, known);
  const some = Array.from({ length: Math.min(SAMPLE, earlier.length) }, () => random.pick(earlier));
  return new Set([...some, ...ids.slice(known)]);
}

export async function namesAreKept({ send, told }: Worker): Promise<void> {
  for (const [id, possible] of told.names) {
    const { name } = await get(send, `/projects/${id}`);
    if (!possible.includes(name)) throw new Error(`Project ${id} is called ${name}, not ${possible.join(" or ")}`);
  }
  told.names.clear();
}

export const stands = (send: Send): Promise<void> =>
  persist(RECOVERY_MS, async () => {
    const { status } = await send("GET", "/projects");
    if (status !== 200) throw new NotAcknowledged(`Not standing yet: ${status}`);
  });
