import { z } from "zod";
import { Algorithm } from "../algorithm/index.ts";
import { AnnotationFile } from "../annotation-file/index.ts";
import { AppError } from "../error/index.ts";
import { Form } from "../form/index.ts";
import { Functions } from "../function/index.ts";
import { ImportUrl } from "../import-url/index.ts";
import { Media } from "../media/index.ts";
import { Model } from "../model/index.ts";
import { Notebook } from "../notebook/index.ts";
import { Run } from "../run/index.ts";
import { Script } from "../script/index.ts";
import { Table } from "../table/index.ts";
import { type Begun, beginCode } from "./begin-code.ts";
import { beginExport } from "./begin-export.ts";

export * as Call from "./index.ts";

/** Left empty in a form, an input is null. */
const AlgorithmCall = z
  .record(z.string(), z.unknown())
  .transform((inputs) => Object.fromEntries(Object.entries(inputs).filter(([, value]) => value !== null)))
  .pipe(Algorithm.Start.safeExtend({ algorithm: z.string() }));

/** How each function of the program and each kind of entity is run; each asks for the rights it needs by itself. */
const begin: Record<string, (call: Begun) => Promise<{ runID: string }>> = {
  [Functions.IMPORT_ID]: ({ inputs }) => Table.create(read(Table.Create, inputs)),
  [Functions.TRANSCODE_ID]: ({ inputs }) => Media.create(read(Media.Create, inputs)),
  [Functions.EXPORT_ANNOTATIONS_ID]: ({ inputs }) => AnnotationFile.beginExport(read(AnnotationFile.Export, inputs)),
  [Functions.IMPORT_ANNOTATIONS_ID]: ({ inputs }) => AnnotationFile.beginImport(read(AnnotationFile.Import, inputs)),
  [Functions.IMPORT_URL_ID]: ({ inputs }) => ImportUrl.create(read(ImportUrl.Create, inputs)),
  [Functions.ANALYZE_ID]: ({ inputs }) => {
    const { algorithm: id, ...asked } = read(AlgorithmCall, inputs);
    return Algorithm.start({ id, asked });
  },
  script: async (call) => {
    await Script.refuseFaulty(call.function.id);
    return beginCode(call);
  },
  [Functions.TRAIN_ID]: Model.train,
  model: Model.apply,
  notebook: async (call) => {
    await Notebook.refuseFaulty(call.function.id);
    return beginCode(call);
  },
  [Functions.EXPORT_ID]: beginExport,
};

/** Inputs as the function's signature wants them, defaults filled in. */
export const check = async (functionID: string, inputs: Record<string, unknown>): Promise<Record<string, unknown>> =>
  fit(await Functions.get(functionID), inputs);

/** Starts a run of a function; answers the run's id. Without a project, what it makes lies where the function does. */
export async function start(
  functionID: string,
  inputs: Record<string, unknown>,
  { projectID }: { projectID?: string | undefined } = {},
): Promise<string> {
  const called = await Functions.get(functionID);
  const values = fit(called, inputs);
  const run = begin[called.kind === "builtin" ? called.id : called.kind];
  if (!run) throw new Error(`Function ${functionID} is listed but cannot be run`);
  await Run.refuseTooMany();
  return (await run({ function: called, inputs: values, projectID })).runID;
}

function fit({ signature }: Functions.Info, inputs: Record<string, unknown>): Record<string, unknown> {
  const { values, problems } = Form.checkInputs(signature.inputs, inputs);
  if (problems.length > 0) throw unfit(problems);
  return values;
}

/** What a signature has no words for, such as the options of an import. */
function read<S extends z.ZodType>(schema: S, inputs: unknown): z.output<S> {
  const parsed = schema.safeParse(inputs);
  if (parsed.success) return parsed.data;
  throw unfit(parsed.error.issues.map(({ path, message }) => ({ path: `/${path.join("/")}`, message })));
}

function unfit(problems: Form.FieldProblem[]): AppError {
  const fields = problems.map(({ path, message }) => ({ path: `/inputs${path}`, message }));
  const [first] = fields;
  return new AppError("input", "input.invalid", first ? `${first.path}: ${first.message}.` : "The inputs do not fit.", {
    fields,
  });
}
