import { AppError } from "../error/index.ts";
import { Notebook } from "../notebook/index.ts";
import type { Parameter } from "../signature/schema.ts";
import { safeName } from "./file-name.ts";
import type { Asked, Source } from "./source.ts";

/** No variable can have this name, so that no declared output does. */
export const EXECUTED: Parameter = { name: "executed-notebook", type: "notebook", options: {} };

/** A notebook as its version is, with the parameters that this version takes. */
export async function notebookSource({ functionID, revision }: Asked): Promise<Source> {
  const { name, stored, sha256, read } = await Notebook.source(functionID, revision);
  const [first] = read.problems;
  if (first)
    throw new AppError(
      "unprocessable",
      "notebook.cannot_run",
      `Cell ${first.cell}, line ${first.line} of the notebook: ${first.message}`,
    );
  return {
    task: "notebook",
    language: "python",
    source: { ...stored, fileName: `${safeName(name)}.ipynb` },
    hash: sha256,
    inputs: read.signature.inputs,
    outputs: [EXECUTED, ...read.signature.outputs],
    used: [{ entityID: functionID, role: "code", contentHash: sha256, version: revision }],
    environment: null,
  };
}
