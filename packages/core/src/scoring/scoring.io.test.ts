import { readFile } from "node:fs/promises";
import { expect, test } from "vitest";
import type { Feature, Outcome } from "../model/schema.ts";
import { Scoring } from "./index.ts";

type Fixture = { features: Feature[]; outcome: Outcome; rows: Record<string, unknown>[]; probabilities: number[][] };

const read = (name: string) => readFile(new URL(`./fixtures/${name}`, import.meta.url));

// Written by the harness of training, the probabilities by the fitted pipeline itself: a row of every kind of value, one of
// missing values, one of values the model has never seen.
test.each(["linear", "boosting"])("answers of a %s model are those of scikit-learn", async (name) => {
  const { features, outcome, rows, probabilities } = JSON.parse(String(await read(`${name}.json`))) as Fixture;
  const scorer = await Scoring.openScorer(await read(`${name}.onnx`), { features, outcome });
  const { batch, problems } = Scoring.encode(features, rows);
  expect(problems).toEqual([]);
  const answers = Scoring.answersOf(outcome, await scorer.score(batch));
  await scorer.close();
  for (const [row, expected] of probabilities.entries()) {
    for (const [i, probability] of expected.entries())
      expect(answers[row]?.probabilities?.[outcome.classes?.[i] ?? ""]).toBeCloseTo(probability, 5);
    expect(answers[row]?.prediction).toBe(outcome.classes?.[expected.indexOf(Math.max(...expected))]);
  }
});

test("threads answer what one scorer does, each batch its own", async () => {
  const { features, outcome, rows } = JSON.parse(String(await read("boosting.json"))) as Fixture;
  const onnx = await read("boosting.onnx");
  const [alone, threads] = [
    await Scoring.openScorer(onnx, { features, outcome }),
    await Scoring.openScorers(onnx, { features, outcome }, 2),
  ];
  const batches = () => rows.map((row) => Scoring.encode(features, [row]).batch);
  const expected = [];
  for (const batch of batches()) expected.push(await alone.score(batch));
  expect(await Promise.all(batches().map((batch) => threads.score(batch)))).toEqual(expected);
  const [batch] = batches();
  const wrong = batch && { ...batch, rows: 7 };
  if (wrong) await expect(threads.score(wrong)).rejects.toThrow();
  await Promise.all([alone.close(), threads.close()]);
});

test.each(["alone", "in threads"])("what is no model is refused with a sentence, %s", async (how) => {
  const shape = { features: [], outcome: { name: "y", type: "number" as const, classes: null } };
  const none = new Uint8Array([1, 2, 3]);
  const opening = how === "alone" ? Scoring.openScorer(none, shape) : Scoring.openScorers(none, shape, 2);
  await expect(opening).rejects.toMatchObject({ code: "model.unreadable" });
});

const features: Feature[] = [
  { name: "Height", kind: "number", base: 0, categories: null },
  { name: "at", kind: "date", base: 20_000, categories: null },
  { name: "wet", kind: "boolean", base: 0, categories: null },
  { name: "kind", kind: "category", base: 0, categories: ["a"] },
];

test("columns are found in whatever case, values in every form our own answers have", () => {
  const rows = [
    { height: "12.5", AT: "2024-10-04T12:00:00", Wet: false, KIND: "a" },
    { Height: "9007199254740993", at: "2024-10-05", wet: 1, kind: null },
    { Height: null, at: null, wet: null, kind: "b" },
  ];
  const { batch, problems } = Scoring.encode(features, rows);
  expect(problems).toEqual([]);
  expect([...batch.numbers]).toEqual([12.5, 0.5, 0, 2 ** 53, 1, 1, Number.NaN, Number.NaN, Number.NaN]);
  expect(batch.categories).toEqual(["a", "", "b"]);
});

test.each([
  [{ at: "2024-10-04", wet: true, kind: "a" }, "/rows/0/Height", /needs this column/],
  [{ Height: "tall", at: "2024-10-04", wet: true, kind: "a" }, "/rows/0/Height", /number/],
  [{ Height: 1, at: "soon", wet: true, kind: "a" }, "/rows/0/at", /date/],
  [{ Height: 1, at: "2024-10-04", wet: "yes", kind: "a" }, "/rows/0/wet", /true or false/],
  [{ Height: 1, at: "2024-10-04", wet: true, kind: ["a"] }, "/rows/0/kind", /text/],
])("%o is refused at its field", (row, path, message) => {
  expect(Scoring.encode(features, [row]).problems).toEqual([{ path, message: expect.stringMatching(message) }]);
});
