import { AppError } from "../error/index.ts";
import type { Feature, Outcome } from "../model/schema.ts";
import { must } from "../util/index.ts";
import { runtime } from "./runtime.ts";

export type Shape = { features: readonly Feature[]; outcome: Outcome };

/** Rows as the model takes them: numbers row by row, then categories row by row; NaN and an empty text are missing. */
export type Batch = { rows: number; numbers: Float32Array; categories: string[] };
/** Of a classification the place of each row's class and its probabilities, row by row; else an amount a row. */
export type Scores = { classes?: Int32Array; values: Float32Array };

export type Scorer = Shape & { score(batch: Batch): Promise<Scores>; close(): Promise<void> };

export const isNumeric = ({ kind }: Feature): boolean => kind !== "category";

/** A model that is ready to answer. */
export async function openScorer(onnx: Uint8Array, shape: Shape): Promise<Scorer> {
  const { InferenceSession, Tensor } = await runtime();
  const session = await InferenceSession.create(onnx).catch((cause: unknown) => {
    throw unreadable(cause);
  });
  const numeric = shape.features.filter(isNumeric).length;
  const [first = "", second = first] = session.outputNames;
  const isClassifier = shape.outcome.classes !== null;

  async function score({ rows, numbers, categories }: Batch): Promise<Scores> {
    const feeds: Record<string, InstanceType<typeof Tensor>> = {};
    if (session.inputNames.includes("numbers")) feeds.numbers = new Tensor("float32", numbers, [rows, numeric]);
    if (session.inputNames.includes("categories"))
      feeds.categories = new Tensor("string", categories, [rows, shape.features.length - numeric]);
    const answered = await session.run(feeds);
    const values = must(answered[isClassifier ? second : first], "scores").data as Float32Array;
    if (!isClassifier) return { values };
    return { classes: places(must(answered[first], "labels").data as BigInt64Array), values };
  }

  return { ...shape, score, close: () => session.release() };
}

/** The lower half of each: a place is never large, and a million of BigInts would take a tenth of a second to convert. */
function places({ buffer, byteOffset, length }: BigInt64Array): Int32Array {
  const halves = new Int32Array(buffer, byteOffset, 2 * length);
  const lower = new Int32Array(length);
  for (let i = 0; i < length; i++) lower[i] = halves[2 * i] ?? 0;
  return lower;
}

export const unreadable = (cause?: unknown) =>
  new AppError("unprocessable", "model.unreadable", "The model's file can't be read. Train it again.", { cause });
