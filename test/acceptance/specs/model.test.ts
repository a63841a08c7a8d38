/**
 * A model from a table to its predictions, by API key: trained, judged, applied by a function and by a job, and each number
 * beside what a plain script of scikit-learn says, which runs here as anybody's script does.
 */
import { readFile } from "node:fs/promises";
import { join } from "node:path";
import { DuckDBInstance } from "@duckdb/node-api";
import { beforeAll, describe, expect, it } from "vitest";
import { type Caller, type Json, withKey } from "../../support/http.ts";
import { createProject, ended, importTable, rows } from "../../support/make.ts";
import { temporaryFolder } from "../../support/paths.ts";
import { administrator, newPerson } from "../../support/people.ts";
import { environmentMissing } from "../../support/python.ts";
import { target } from "../../support/target.ts";

const TRAIN = "fun_00000000000000000000000002";
const FIRST_MS = 300_000;
const WIDTH = 20;
const NAMES = Array.from({ length: WIDTH }, (_, n) => `f${n}`);
/** Cells beyond what a function scores within its time: a job does it. */
const MANY = 21_000_000 / WIDTH;
const NEW = 200;

const SCRIPT = `#name: Plain
#language: python
#input: dataframe known
#input: dataframe fresh
#output: dataframe plain
#output: double accuracy
#output: double logLoss

from sklearn.linear_model import LogisticRegression
from sklearn.metrics import accuracy_score, log_loss
from sklearn.model_selection import train_test_split
from sklearn.pipeline import make_pipeline
from sklearn.preprocessing import StandardScaler
names = [f"f{n}" for n in range(${WIDTH})]
split = train_test_split(known[names].to_numpy(), known["kind"].to_numpy(), test_size=0.25, random_state=3, stratify=known["kind"])
X, X_test, y, y_test = split
model = make_pipeline(StandardScaler(), LogisticRegression(max_iter=1000, random_state=3)).fit(X, y)
accuracy = float(accuracy_score(y_test, model.predict(X_test)))
logLoss = float(log_loss(y_test, model.predict_proba(X_test)))
import pandas as pd
plain = pd.DataFrame(model.predict_proba(fresh[names].to_numpy()), columns=model.classes_)
plain["predicted"] = model.predict(fresh[names].to_numpy())
`;

/** Numbers that look like chance and are the same in every language: row, column. */
const value = (row: number, column: number) => ((row * 7_919 + column * 104_729 + row * column * 31) % 1_000) / 8;
const kind = (row: number) => ["ash", "elm", "oak"][Math.floor((value(row, 0) + value(row, 1)) / 84)] ?? "oak";
const csv = (first: number, count: number, classified: boolean) => {
  const lines = Array.from({ length: count }, (_, n) =>
    [...NAMES.map((_, column) => value(first + n, column)), ...(classified ? [kind(first + n)] : [])].join(),
  );
  return `${[...NAMES, ...(classified ? ["kind"] : [])].join()}\n${lines.join("\n")}\n`;
};

const missing = environmentMissing();
describe.skipIf(missing)(`a model${missing ? ` (skipped: ${missing})` : ""}`, () => {
  let key: Caller;
  let project: Json;
  let known: Json;
  let fresh: Json;
  let model: Json;
  let plain: Json;
  let expected: Json[];

  const call = async (id: string, inputs: object): Promise<Json> => {
    const run = await ended(key, (await key.post(`/functions/${id}/runs`, { inputs })).id, FIRST_MS);
    expect(run.error).toBeNull();
    return run;
  };

  beforeAll(async () => {
    const ada = await newPerson("Ada");
    await administrator.call("PATCH", `/users/${ada.id}`, { body: { mayExecute: true } });
    const scopes = ["read", "write", "execute"];
    key = withKey(target.url, (await ada.session.post("/api-keys", { name: "trains", scopes })).key);
    project = await createProject(key);
    known = await importTable(key, csv(0, 400, true), { project, fileName: "known.csv" });
    fresh = await importTable(key, csv(400, NEW, false), { project, fileName: "fresh.csv" });
    const script = await key.post("/scripts", { projectId: project.id, source: SCRIPT });
    const run = await call(script.id, { known: known.table.id, fresh: fresh.table.id });
    plain = run.outputs;
    expected = (await rows(key, plain.plain, { limit: NEW })).items;
  }, FIRST_MS);

  it("is trained from a table, with measures as a plain script's, and plots of its task", {
    timeout: FIRST_MS,
  }, async () => {
    const inputs = { name: "Kind of tree", table: known.table.id, outcome: "kind", features: NAMES };
    const run = await call(TRAIN, { ...inputs, method: "linear", imputation: "none", seed: 3 });
    model = await key.get(`/models/${run.outputs.model}`);
    expect(model).toMatchObject({
      task: "multiclass",
      outcome: { classes: ["ash", "elm", "oak"] },
      sample: { train: 300, test: 100, left: 0 },
      table: { id: known.table.id, version: 1 },
      code: { sourceHash: expect.stringMatching(/^[0-9a-f]{64}$/) },
    });
    for (const measure of ["accuracy", "logLoss"])
      expect(Math.abs(model.metrics[measure] - plain[measure]), measure).toBeLessThan(1e-9);
    expect(model.plots.roc).toHaveLength(3);
    expect(model.plots.confusion.counts.flat().reduce((sum: number, n: number) => sum + n)).toBe(100);
    expect(model.plots.importance.map(({ feature }: Json) => feature)).toEqual(expect.arrayContaining(["f0", "f1"]));
    expect((await key.get(`/tables/${fresh.table.id}/models`)).items).toMatchObject([{ id: model.id, missing: [] }]);
  });

  /** One after the other as the script has them; a longer table has the same rows again and again. */
  const expectPlain = async (tableId: string, offset = 0) => {
    const { items } = await rows(key, tableId, { limit: NEW, offset });
    expect(items).toHaveLength(NEW);
    for (const [n, row] of items.entries()) {
      expect(row.predicted_kind).toBe(expected[n].predicted);
      for (const name of ["ash", "elm", "oak"])
        expect(Math.abs(row[`probability_${name}`] - expected[n][name]), `row ${n}, ${name}`).toBeLessThan(1e-5);
    }
  };
  /** A step of an instant leaves no word of itself. */
  const enginesOf = (run: Json) => new Set(run.steps.map(({ engine }: Json) => engine));

  it("is applied by a function to a table that it has not seen, and the result leads back to both files", async () => {
    const run = await call(model.id, { table: fresh.table.id });
    expect(enginesOf(run)).toEqual(new Set(["lambda"]));
    await expectPlain(run.outputs.table);
    const { nodes, complete } = await key.get(`/entities/${run.outputs.table}/lineage`);
    expect(complete).toBe(true);
    const ids = nodes.map(({ id }: Json) => id);
    for (const { id } of [run, model, fresh.table, fresh.file, known.table, known.file]) expect(ids).toContain(id);
    const { items } = await key.post(`/models/${model.id}/predict`, { rows: (await rows(key, fresh.table.id)).items });
    for (const [n, { prediction, probabilities }] of items.entries()) {
      expect(prediction).toBe(expected[n].predicted);
      expect(Math.abs(probabilities.oak - expected[n].oak)).toBeLessThan(1e-5);
    }
  });

  it("is applied to a large table by a job, with the same answers at its beginning and its end", {
    timeout: FIRST_MS,
  }, async () => {
    const folder = temporaryFolder("many-rows");
    const path = join(folder.path, "many.parquet");
    const instance = await DuckDBInstance.create();
    const db = await instance.connect();
    const columns = NAMES.map((name, n) => `((r * 7919 + ${n * 104_729} + r * ${n} * 31) % 1000) / 8.0 as ${name}`);
    await db.run(`copy (select ${columns.join()} from (select 400 + i % ${NEW} as r from range(${MANY}) t (i)))
      to '${path}' (format parquet)`);
    db.closeSync();
    instance.closeSync();
    const many = await importTable(key, await readFile(path), { project, fileName: "many.parquet" });
    folder.remove();
    const run = await call(model.id, { table: many.table.id });
    expect(enginesOf(run)).toContain("batch");
    expect(run.outputs.rows).toBe(MANY);
    await expectPlain(run.outputs.table);
    await expectPlain(run.outputs.table, MANY - NEW);
  });
});
