import { z } from "zod";
import { Access } from "../access/index.ts";
import { access } from "../audit/access.ts";
import { AppError } from "../error/index.ts";
import { Model } from "../model/index.ts";
import { Objects } from "../object/index.ts";
import { fn } from "../util/index.ts";
import { Recent } from "../util/recent.ts";
import { type Answer, answersOf } from "./answer.ts";
import { encode } from "./encode.ts";
import { openScorer, type Scorer } from "./scorer.ts";

const MAX_ROWS = 1_000;
const MAX_OPEN = 4;

export const Rows = z.strictObject({ rows: z.array(z.record(z.string(), z.unknown())).min(1).max(MAX_ROWS) });

/** Models used lately in this process. */
const open = new Recent<Scorer>({ kept: MAX_OPEN, close: (scorer) => void scorer.close() });

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

const scorerOf = (model: Model.ForScoring): Promise<Scorer> =>
  open.get(model.onnx.sha256, async () => openScorer(await Objects.range(model.onnx.key, 0, model.onnx.bytes), model));
