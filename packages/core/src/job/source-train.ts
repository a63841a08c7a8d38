import { createHash } from "node:crypto";
import { query } from "../database/index.ts";
import { Functions } from "../function/index.ts";
import type { Parameter } from "../signature/schema.ts";
import type { Asked, Source } from "./source.ts";

/** What a training leaves beside the model: what it says of it. */
const DETAILS: Parameter = { name: "details", type: "object", options: {} };

/** The code of a training comes with the image of the job; what makes one differ from another are its settings. */
export async function trainSource({ inputs }: Asked): Promise<Source> {
  const { signature } = await query((db) =>
    db.selectFrom("function").select("signature").where("id", "=", Functions.TRAIN_ID).executeTakeFirstOrThrow(),
  );
  const text = JSON.stringify(inputs);
  return {
    task: "train",
    language: "python",
    source: { text, fileName: "settings.json" },
    hash: createHash("sha256").update(text).digest("hex"),
    inputs: signature.inputs,
    outputs: [...signature.outputs, DETAILS],
    used: [],
    environment: null,
  };
}
