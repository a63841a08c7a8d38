/** Code that nobody starts: a script, a notebook and a training, each minute, written down by a key that may little else. */
import { expect, it } from "vitest";
import { type Json, withKey } from "../../support/http.ts";
import { createProject, ended, importTable, uploadFile } from "../../support/make.ts";
import { code, notebook } from "../../support/notebook.ts";
import { administrator, newPerson } from "../../support/people.ts";
import { environmentMissing } from "../../support/python.ts";
import { target } from "../../support/target.ts";

const TRAIN = "fun_00000000000000000000000002";
const MINUTES_MS = 180_000;
const FIRST_MS = 300_000;
const TREES = Array.from({ length: 60 }, (_, n) => `${n % 12},${n % 2 === 0 ? "ash" : "oak"}`);

const missing = environmentMissing();
it.skipIf(missing)(
  `a script, a notebook and a training start by themselves${missing ? ` (skipped: ${missing})` : ""}`,
  { timeout: MINUTES_MS + 2 * FIRST_MS },
  async () => {
    const ada = await newPerson("Ada");
    await administrator.call("PATCH", `/users/${ada.id}`, { body: { mayExecute: true } });
    const project = await createProject(ada.session);
    const scopes = ["read", "write", "execute"];
    const { key: secret } = await ada.session.post("/api-keys", { name: "nightly", scopes, projectId: project.id });
    const key = withKey(target.url, secret);
    const { table } = await importTable(key, `size,kind\n${TREES.join("\n")}\n`, { project, fileName: "trees.csv" });
    const source = "#name: Count\n#language: python\n#input: dataframe trees\n#output: int n\n\nn = len(trees)\n";
    const script = await key.post("/scripts", { projectId: project.id, source });
    const content = notebook(code("#output: int twice\nonce = 21"), code("twice = 2 * once"));
    const file = await uploadFile(key, project.id, "Twice.ipynb", content);
    const kept = await key.post("/notebooks", { projectId: project.id, fileId: file.id });
    const training = { name: "Kind", table: table.id, outcome: "kind", features: ["size"], method: "linear" };
    const wanted: [string, object][] = [
      [script.id, { trees: table.id }],
      [kept.id, {}],
      [TRAIN, training],
    ];
    const schedules: Json[] = await Promise.all(
      wanted.map(([functionId, inputs], n) =>
        key.post("/schedules", { projectId: project.id, functionId, name: `Number ${n}`, cron: "* * * * *", inputs }),
      ),
    );
    const started = async (id: string): Promise<string> => {
      const read = () => key.get(`/schedules/${id}`);
      await expect
        .poll(async () => (await read()).lastRunId, { timeout: MINUTES_MS, interval: 1_000 })
        .toEqual(expect.any(String));
      const { lastRunId, revision } = await read();
      // Once is enough, and a minute later it would start again.
      await key.call("DELETE", `/schedules/${id}`, { headers: { "if-match": `"${revision}"` } });
      return lastRunId;
    };
    const runIds = await Promise.all(schedules.map(({ id }) => started(id)));
    const [counted, doubled, trained] = await Promise.all(runIds.map((id) => ended(key, id, FIRST_MS)));
    for (const run of [counted, doubled, trained])
      expect(run).toMatchObject({
        state: "succeeded",
        error: null,
        requestedBy: { id: ada.id },
        projectId: project.id,
      });
    expect(counted.outputs.n).toBe(TREES.length);
    expect(doubled.outputs.twice).toBe(42);
    expect(await key.get(`/models/${trained.outputs.model}`)).toMatchObject({ name: "Kind", task: "binary" });
  },
);
