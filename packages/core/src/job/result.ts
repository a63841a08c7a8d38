import * as Actor from "../actor/index.ts";
import { transaction } from "../database/index.ts";
import { AppError } from "../error/index.ts";
import { Run } from "../run/index.ts";
import { fn } from "../util/index.ts";
import { keepExecuted } from "./keep-executed.ts";
import { own } from "./read.ts";
import { type Failure, type Output, Result, type Spec, type Uploads } from "./schema.ts";
import { outputKey } from "./upload.ts";

const MAX_VALUE_BYTES = 1_000_000;

/**
 * What the job leaves. Handed in again, by a second try of the same attempt, the later one counts. An error ends the run here;
 * that of one of several jobs is for the step that takes up what each left.
 */
export const handIn = fn(Result, async (result): Promise<void> => {
  const { runID, attempt, part } = Actor.job();
  const { spec, uploads } = await own();
  check(result.outputs, spec, uploads);
  const keep = result.error && part === 0 ? await keepExecuted(result.outputs, spec) : undefined;
  await transaction(async (tx) => {
    await tx
      .updateTable("job")
      .set({ result: JSON.stringify(result) })
      .where("run_id", "=", runID)
      .where("part", "=", part)
      .where("attempt", "=", attempt)
      .execute();
    if (result.error) await fail(result.error);
    await keep?.();
  });
});

async function fail({ code = "script.failed", message, line, traceback }: Failure): Promise<void> {
  const { runID, attempt, part } = Actor.job();
  const step = part === 0 ? "Execute" : Run.partName(part);
  if (traceback) await Run.log({ runID, attempt, entries: [{ level: "error", step, message: traceback }] });
  if (part > 0) return;
  const error = { code, message: message.trim() || "The code failed without saying why.", ...(line ? { line } : {}) };
  await Run.fail({ runID, attempt, redrives: await Run.redrivesOf(runID), error });
}

function check(outputs: Output[], { outputs: declared }: Spec, uploads: Uploads): void {
  const fields = outputs.flatMap((output, at) => {
    const message = faultOf(output, outputs.slice(0, at), declared, uploads);
    return message === undefined ? [] : [{ path: `/outputs/${at}`, message }];
  });
  const [first] = fields;
  if (first) throw new AppError("input", "input.invalid", `${first.path}: ${first.message}.`, { fields });
}

function faultOf(output: Output, before: Output[], declared: Spec["outputs"], uploads: Uploads): string | undefined {
  const wanted = declared.find(({ name }) => name === output.name);
  if (!wanted) return "There is no output of this name";
  if (wanted.type !== output.type) return `This output is a ${wanted.type}`;
  if (before.some(({ name }) => name === output.name)) return "This output is there already";
  if (!("key" in output))
    return Buffer.byteLength(JSON.stringify(output.value) ?? "") > MAX_VALUE_BYTES
      ? "A value has at most 1 MB"
      : undefined;
  const run = Actor.job();
  const uploaded = Object.entries(uploads).find(([name]) => outputKey(run, name) === output.key)?.[1];
  if (!uploaded) return "Nothing was uploaded there";
  return uploaded.bytes === output.bytes && uploaded.sha256 === output.sha256 ? undefined : "Other bytes were uploaded";
}
