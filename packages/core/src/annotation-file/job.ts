import { Functions } from "../function/index.ts";
import { Run } from "../run/index.ts";
import { Export, Import } from "./schema.ts";

export type Execution = { workdir: string; engine: "lambda" | "batch"; signal?: AbortSignal };

export type Asked = { kind: "export"; inputs: Export } | { kind: "import"; inputs: Import };

/** What an attempt is to do; throws when it is no longer wanted. */
export async function asked({ runId, attempt }: Run.Job): Promise<Asked> {
  const { inputs, functionID } = await Run.work(runId, attempt);
  return functionID === Functions.EXPORT_ANNOTATIONS_ID
    ? { kind: "export", inputs: Export.parse(inputs) }
    : { kind: "import", inputs: Import.parse(inputs) };
}
