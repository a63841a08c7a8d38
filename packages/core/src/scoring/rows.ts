import { z } from "zod";
import { Access } from "../access/index.ts";
import { access } from "../audit/access.ts";
import { AppError } from "../error/index.ts";
import { Model } from "../model/index.ts";
import { Objects } from "../object/index.ts";
import { fn } from "../util/index.ts";
import { type Answer, answersOf } from "./answer.ts";
import { encode } from "./encode.ts";
import { openScorer, type Scorer } from "./scorer.ts";

const MAX_ROWS = 1_000;
const MAX_OPEN = 4;

export const Rows = z.strictObject({ rows: z.array(z.record(z.string(), z.unknown())).min(1).max(MAX_ROWS) });

/** Models used lately in this process, the last one last. */
const open = new Map<string, Promise<Scorer>>();

/** What the model predicts for some rows, at once. */
export const predictRows = fn(Rows.extend({ id: z.string() }), async ({ id, rows }): Promise<{ items: Answer[] }> => {
  await Access.require(id, "read");
  const model = await Model.forScoring(id);
  const { batch, problems } = encode(model.features, rows);
  const [first] = problems;
  if (first) throw new AppError("input", "input.invalid", `${first.path}: ${first.message}.`, { fields: problems });
  const scorer = await scorerOf(model);
  await access("model.applied", id);
  return { items: answersOf(model.outcome, await scorer.score(batch)) };
});

function scorerOf(model: Model.ForScoring): Promise<Scorer> {
  const { key, bytes, sha256 } = model.onnx;
  const found = open.get(sha256);
  if (found) open.delete(sha256);
  const scorer = found ?? Objects.range(key, 0, bytes).then((onnx) => openScorer(onnx, model));
  open.set(sha256, scorer);
  if (!found) scorer.catch(() => open.delete(sha256));
  closeOldest();
  return scorer;
}

function closeOldest(): void {
  const oldest = open.keys().next();
  if (open.size <= MAX_OPEN || oldest.done) return;
  const closing = open.get(oldest.value);
  open.delete(oldest.value);
  closing?.then(
    (scorer) => scorer.close(),
    () => undefined, // It never opened.
  );
}
