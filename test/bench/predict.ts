import { execFileSync } from "node:child_process";
import { join } from "node:path";
import { openSource } from "../../packages/sdk/src/cli/file-source.ts";
import { isEnded, take, upload, waitForRun } from "../../packages/sdk/src/index.ts";
import { ROOT } from "../support/paths.ts";
import { type Bench, median, note, timed } from "./report.ts";
import { type Subject, withSystem } from "./system.ts";

const ROWS = 1_000_000;
const TRAIN = "fun_00000000000000000000000002";
/** With the packages of requirements.lock: the peer is a plain script. */
const PYTHON = process.env.ATRIUM_PYTHON ?? "python3";
const SCRIPT = join(ROOT, "test", "bench", "predict.py");

/** API → run → job → new table, beside a plain script that reads, predicts and writes with the same method. */
export const benchPredict = ({ report, times }: Bench) =>
  withSystem(async (subject) => {
    note("making tables");
    execFileSync(PYTHON, [SCRIPT, "make", subject.folder, String(ROWS)]);
    const project = await take(subject.client.POST("/api/v1/projects", { body: { name: "Bench" } }));
    const [small, large] = [await table(subject, project.id, "small"), await table(subject, project.id, "large")];
    const features = Array.from({ length: 10 }, (_, i) => `x${i}`);
    const train = () =>
      call(subject, TRAIN, {
        name: "Bench",
        table: small,
        outcome: "y",
        features,
        method: "boosting",
        imputation: "none",
      });
    note("training once, which makes the Python environment where there is none");
    const { model } = await train();
    const plain = Array.from({ length: times }, () =>
      JSON.parse(String(execFileSync(PYTHON, [SCRIPT, "plain", subject.folder]))),
    );
    const peer = (name: string) => median(plain.map((one: Record<string, number>) => one[name] ?? Number.NaN));
    const timesOf = async (work: () => Promise<unknown>) => {
      const all: number[] = [];
      for (let n = 0; n < times; n++) all.push((await timed(work)).ms);
      return median(all);
    };
    report.add({
      ...{ name: "a model applied to 1 million rows of 10 numbers", unit: "ms" },
      ours: await timesOf(() => call(subject, String(model), { table: large })),
      ...{ peer: peer("predictMs"), peerName: "LightGBM and pandas: read Parquet, predict, write Parquet" },
    });
    report.add({
      ...{ name: "training on 20,000 rows, with test, plots, importance and ONNX", unit: "ms" },
      ours: await timesOf(train),
      ...{ peer: peer("trainMs"), peerName: "LightGBM: read Parquet, fit" },
    });
  });

async function table({ client, folder }: Subject, projectId: string, name: string): Promise<string> {
  const source = await openSource(join(folder, `${name}.parquet`));
  const file = await upload(client, source, { projectId });
  await source.close();
  const { table: made, run } = await take(
    client.POST("/api/v1/tables", { body: { projectId, name, fileId: file.id } }),
  );
  await ended(client, run.id);
  return made.id;
}

async function call({ client }: Subject, id: string, inputs: Record<string, unknown>) {
  const run = await take(client.POST("/api/v1/functions/{id}/runs", { params: { path: { id } }, body: { inputs } }));
  return (await ended(client, run.id)).outputs ?? {};
}

async function ended(client: Subject["client"], id: string) {
  const run = await waitForRun(client, id);
  if (!isEnded(run) || run.state !== "succeeded") throw new Error(`Run ${id} ${run.state}: ${run.error?.message}`);
  return run;
}
