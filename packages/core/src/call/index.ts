import type { z } from "zod";
import { AppError } from "../error/index.ts";
import { Form } from "../form/index.ts";
import { Functions } from "../function/index.ts";
import { Run } from "../run/index.ts";
import { Table } from "../table/index.ts";

export * as Call from "./index.ts";

/** The functions that come with the program; each asks for the rights it needs by itself. */
const begin: Record<string, (inputs: unknown) => Promise<{ runID: string }>> = {
  [Functions.IMPORT_ID]: (inputs) => Table.create(read(Table.Create, inputs)),
};

/** Inputs as the function's signature wants them, defaults filled in. */
export async function check(functionID: string, inputs: Record<string, unknown>): Promise<Record<string, unknown>> {
  const { signature } = await Functions.get(functionID);
  const { values, problems } = Form.checkInputs(signature.inputs, inputs);
  if (problems.length > 0) throw unfit(problems);
  return values;
}

/** Starts a run of a function; answers the run's id. */
export async function start(functionID: string, inputs: Record<string, unknown>): Promise<string> {
  const values = await check(functionID, inputs);
  const run = begin[functionID];
  if (!run) throw new Error(`Function ${functionID} is listed but cannot be run`);
  await Run.refuseTooMany();
  return (await run(values)).runID;
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
