import { Access } from "../access/index.ts";
import { query, transaction } from "../database/index.ts";
import { AppError } from "../error/index.ts";
import { Form } from "../form/index.ts";
import { Run } from "../run/index.ts";
import type { RunCode } from "../run/schema.ts";
import { findEnvironment } from "./environment.ts";
import { LIMITS } from "./limits.ts";
import { pin } from "./pin.ts";
import { asRequester } from "./requester.ts";
import type { Limits, Spec } from "./schema.ts";
import { type Source, sources } from "./source.ts";
import { mint, untilItsTurn } from "./token.ts";

type Attempt = { runId: string; attempt: number };

/**
 * Makes an attempt ready: asks again whether whoever wants it may run this here on that, notes everything as it stands now, and
 * gives out the only key that the job gets. Repeated, it gives out another one, and the one before opens nothing any more.
 */
export async function prepare({ runId, attempt }: Attempt): Promise<{ token: string }> {
  const { requestedBy } = await Run.work(runId, attempt);
  await Run.begin({ runID: runId, attempt });
  const progress = { fraction: 0, step: "Prepare" };
  await Run.report({ runID: runId, attempt, progress, engine: "lambda", stage: "Prepare" });
  const made = await asRequester(requestedBy, () => make(runId));
  return transaction(async (tx) => {
    await tx
      .updateTable("run")
      .set({ code: JSON.stringify(made.code) })
      .where("id", "=", runId)
      .execute();
    return { token: await issue({ runID: runId, attempt, part: 0, spec: made.spec }) };
  });
}

/** Notes what a job is given and answers its key, which is good until the attempt has ended or another one was given out. */
export async function issue(job: { runID: string; attempt: number; part: number; spec: Spec }): Promise<string> {
  const { token, prefix, hash } = mint();
  const row = {
    ...{ attempt: job.attempt, token_prefix: prefix, token_hash: hash, expires_at: untilItsTurn },
    spec: JSON.stringify(job.spec),
  };
  await query((db) =>
    db
      .insertInto("job")
      .values({ run_id: job.runID, part: job.part, ...row, result: null })
      .onConflict((conflict) =>
        conflict.columns(["run_id", "part"]).doUpdateSet({ ...row, uploads: "{}", result: null }),
      )
      .execute(),
  );
  return token;
}

async function make(runID: string): Promise<{ spec: Spec; code: RunCode }> {
  const run = await query((db) =>
    db
      .selectFrom("run as r")
      .innerJoin("function as f", "f.id", "r.function_id")
      .select(["r.function_id", "r.function_revision", "r.project_id", "r.inputs", "f.kind"])
      .where("r.id", "=", runID)
      .executeTakeFirstOrThrow(),
  );
  if (run.kind !== "builtin") await Access.require(run.function_id, "execute");
  await Access.require(run.project_id, "create");
  const sourceOf = sources[run.kind === "builtin" ? run.function_id : run.kind];
  if (!sourceOf) throw new Error(`Nothing says where the code of ${run.function_id} comes from`);
  const asked = { functionID: run.function_id, revision: run.function_revision, inputs: run.inputs };
  const source = await sourceOf(asked);
  const spec = await specOf(source, run.inputs);
  return {
    spec,
    code: {
      functionRevision: run.function_revision,
      sourceHash: source.hash,
      ...(spec.environment ? { environmentHash: spec.environment.sha256 } : {}),
      outputs: spec.outputs,
    },
  };
}

/** All that a job of this code is given, as it stands now and as whoever acts may read it. */
export async function specOf(source: Source, given: Record<string, unknown>, limits?: Partial<Limits>): Promise<Spec> {
  const { inputs, used } = await pin(source.inputs, fit(source, given));
  const found = await findEnvironment(source.environment);
  const { task, language, outputs } = source;
  return {
    ...{ task, language, source: source.source, environment: found.environment, inputs, outputs },
    limits: { ...LIMITS, ...limits },
    used: [...used, ...source.used, ...found.used],
  };
}

/** The code may have changed since the run was asked for. */
function fit(source: Source, given: Record<string, unknown>): Record<string, unknown> {
  const { values, problems } = Form.checkInputs(source.inputs, given);
  const [first] = problems;
  if (!first) return values;
  throw new AppError(
    "unprocessable",
    "run.inputs_do_not_fit",
    `The inputs do not fit the code as it is now: ${first.path.slice(1)}: ${first.message}.`,
  );
}
