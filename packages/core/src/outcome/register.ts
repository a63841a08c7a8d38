import { query, transaction } from "../database/index.ts";
import { AppError } from "../error/index.ts";
import type { OutputFile } from "../job/schema.ts";
import { Run } from "../run/index.ts";
import type { Generated } from "../run/schema.ts";
import type { Parameter } from "../signature/schema.ts";
import { must } from "../util/index.ts";
import { file } from "./file.ts";
import { graphics } from "./graphics.ts";
import { details, model } from "./model.ts";
import { notebook } from "./notebook.ts";
import type { Registered, RegisterFile, Work } from "./outcome.ts";

/** What is made of each type of output that is a file; anything else is a value, which the run keeps as it is. */
const registers: Record<string, RegisterFile> = {
  // Loaded when there is a table: only that needs DuckDB.
  dataframe: async (...output) => (await import("./dataframe.ts")).dataframe(...output),
  ...{ file, blob: file, graphics, notebook },
  ...{ model, object: details },
};

type Attempt = { runId: string; attempt: number };
type Place = { workdir: string; signal: AbortSignal };

/** Makes what a job left part of the project, and ends the run, with where all of it came from: all or nothing. */
export async function register({ runId: runID, attempt }: Attempt, place: Place): Promise<{ outputs: string[] }> {
  const { project, functionName, spec, result, code, state } = await read(runID, attempt);
  // Repeated after its own commit: what it made is there.
  if (state === "succeeded") return { outputs: [] };
  const progress = { fraction: 0.97, step: "Register" };
  await Run.report({ runID, attempt, progress, engine: "lambda", stage: "Register" });
  const { outputs, environmentHash } = must(result ?? undefined, `result of ${runID}`);
  const work: Work = { runID, attempt, projectID: project, functionName, ...place };
  const made: { name: string; registered: Registered }[] = [];
  for (const output of outputs) {
    const parameter = must(
      spec.outputs.find(({ name }) => name === output.name),
      `output ${output.name}`,
    );
    const registered = "key" in output ? await ofFile(work, output, parameter) : { value: output.value };
    made.push({ name: output.name, registered });
  }
  await transaction(async (tx) => {
    const generated: Generated[] = [];
    for (const { registered } of made) if (registered.commit) generated.push(await registered.commit());
    if (code && environmentHash) {
      const ran = JSON.stringify({ ...code, environmentHash });
      await tx.updateTable("run").set({ code: ran }).where("id", "=", runID).execute();
    }
    const values = Object.fromEntries(made.map(({ name, registered }) => [name, registered.value]));
    await Run.succeed({ runID, attempt, outputs: values, used: spec.used, generated });
  });
  return { outputs: made.map(({ name }) => name) };
}

function ofFile(work: Work, output: OutputFile, parameter: Parameter): Promise<Registered> {
  const registerFile = registers[output.type];
  if (registerFile) return registerFile(work, output, parameter);
  throw new AppError("unprocessable", "script.bad_output", `Output "${output.name}": a ${output.type} is no file.`);
}

async function read(runID: string, attempt: number) {
  const row = await query((db) =>
    db
      .selectFrom("run as r")
      .innerJoin("job as j", "j.run_id", "r.id")
      .innerJoin("function as f", "f.id", "r.function_id")
      .select(["r.project_id as project", "r.state", "r.code", "f.name as functionName", "j.spec", "j.result"])
      .where("r.id", "=", runID)
      .where("r.attempt", "=", attempt)
      .where("j.attempt", "=", attempt)
      .executeTakeFirst(),
  );
  return must(row, `attempt ${attempt} of run ${runID}`);
}
