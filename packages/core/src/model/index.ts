import { z } from "zod";
import { Access } from "../access/index.ts";
import { record } from "../audit/record.ts";
import { query, transaction } from "../database/index.ts";
import { Entity } from "../entity/index.ts";
import { Objects } from "../object/index.ts";
import { fn } from "../util/index.ts";
import type { Feature, Outcome } from "./schema.ts";

export { apply } from "./apply.ts";
export { fit } from "./fits.ts";
export { get, Info } from "./get.ts";
export * as Model from "./index.ts";
export { register } from "./register.ts";
export { Description, Feature, Metrics, Outcome, Plots, Task } from "./schema.ts";
export { Brief, forTable, others, Suggestion } from "./suggest.ts";
export { train } from "./train.ts";

/** A URL for the ONNX file, for five minutes. */
export const download = fn(z.string(), async (id): Promise<{ url: string; expiresAt: string }> => {
  const { name } = await Entity.get(id, "model");
  await Access.require(id, "transfer");
  const { key } = (await forScoring(id)).onnx;
  await record({ type: "model.downloaded", entityID: id });
  const { url, expiresAt } = await Objects.presignGet(key, {
    name: `${name.replace(/\.onnx$/i, "")}.onnx`,
    contentType: "application/onnx",
  });
  return { url, expiresAt: expiresAt.toISOString() };
});

export type ForScoring = {
  id: string;
  features: Feature[];
  outcome: Outcome;
  onnx: { key: string; bytes: number; sha256: string };
};

/** What answering takes. No policy. */
export async function forScoring(id: string): Promise<ForScoring> {
  const row = await query((db) =>
    db
      .selectFrom("model")
      .select(["features", "outcome", "key", "bytes", "sha256"])
      .where("id", "=", id)
      .executeTakeFirst(),
  );
  if (!row) throw Access.missing(id);
  const { features, outcome, ...onnx } = row;
  return { id, features, outcome, onnx };
}

export const remove = (input: { id: string; revision?: number | undefined }): Promise<void> =>
  transaction(() =>
    Entity.remove({
      id: input.id,
      kind: "model",
      ...(input.revision === undefined ? {} : { revision: input.revision }),
    }),
  );
