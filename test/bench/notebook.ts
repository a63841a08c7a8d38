import { execFile } from "node:child_process";
import { existsSync, readdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { promisify } from "node:util";
import { type Caller, withKey } from "../support/http.ts";
import { ended, uploadFile } from "../support/make.ts";
import { code, notebook } from "../support/notebook.ts";
import { temporaryFolder } from "../support/paths.ts";
import { startSystem } from "../support/system.ts";
import { type Bench, medianMs, note, timed } from "./report.ts";

const FIRST_MS = 600_000;
const PEER = "jupyter nbconvert --execute of the same file";
const run = promisify(execFile);

const CONTENT = notebook(
  code("count = 200_000", { tags: ["parameters"] }),
  code("import pandas as pd\nframe = pd.DataFrame({'n': range(count)})"),
  code("frame.assign(group=frame.n % 7).groupby('group').n.agg(['size', 'mean'])"),
);

/** A whole run, from the call to its end with its file registered, beside the bare command in the same environment. */
export async function benchNotebook({ report, times }: Bench) {
  const home = temporaryFolder("bench-notebook");
  const cache = process.env.ATRIUM_PYTHON_CACHE ?? join(home.path, "python");
  const environment = { ATRIUM_PYTHON_CACHE: cache };
  let system = await startSystem({ home: home.path, environment });
  try {
    const kept = await prepare(withKey(system.url, system.apiKey));
    note("making the Python environment, once");
    await execute(withKey(system.url, system.apiKey), kept);
    const file = join(home.path, "same.ipynb");
    writeFileSync(file, CONTENT);
    const bare = () =>
      run(python(cache), ["-m", "nbconvert", "--to", "notebook", "--execute", file, "--output", "executed"]);
    await system.stop();
    note("cold: after a restart of the system");
    const colds: { ours: number; peer: number }[] = [];
    for (let n = 0; n < times; n++) {
      system = await startSystem({ home: home.path, environment });
      const ours = (await timed(() => execute(withKey(system.url, system.apiKey), kept))).ms;
      colds.push({ ours, peer: (await timed(bare)).ms });
      if (n + 1 < times) await system.stop();
    }
    const middle = (key: "ours" | "peer") => colds.map((one) => one[key]).sort((a, b) => a - b)[colds.length >> 1] ?? 0;
    report.add({ name: "notebook.cold", unit: "ms", ours: middle("ours"), peer: middle("peer"), peerName: PEER });
    note("warm: again and again");
    const by = withKey(system.url, system.apiKey);
    const ours = await medianMs(times, () => execute(by, kept));
    report.add({ name: "notebook.warm", unit: "ms", ours, peer: await medianMs(times, bare), peerName: PEER });
  } finally {
    await system.stop();
    home.remove();
  }
}

async function prepare(by: Caller): Promise<string> {
  const project = await by.post("/projects", { name: "Bench" });
  const file = await uploadFile(by, project.id, "bench.ipynb", CONTENT);
  return (await by.post("/notebooks", { projectId: project.id, fileId: file.id })).id;
}

async function execute(by: Caller, id: string): Promise<void> {
  const begun = await by.post(`/functions/${id}/runs`, { inputs: {} });
  const done = await ended(by, begun.id, FIRST_MS);
  if (done.state !== "succeeded") throw new Error(`The notebook ${done.state}: ${JSON.stringify(done.error)}`);
}

/** Of the environment that the run used, which the system has made. */
function python(cache: string): string {
  const made = readdirSync(cache).find((name) => existsSync(join(cache, name, "lock.sha256")));
  return join(cache, made ?? "", "bin", "python");
}
