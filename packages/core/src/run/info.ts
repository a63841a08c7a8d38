import { sql } from "kysely";
import { z } from "zod";
import { Access } from "../access/index.ts";
import { Entity } from "../entity/index.ts";
import { FunctionKind } from "../function/schema.ts";
import { type Progress, RunCode, RunError, RunState, StepState } from "./schema.ts";
import { continuesFrom } from "./stage.ts";

const Time = z.iso.datetime();

export const Info = z.object({
  id: z.string(),
  function: z.object({ id: z.string(), kind: FunctionKind, name: z.string() }),
  projectId: z.string(),
  state: RunState,
  progress: z.object({
    fraction: z.number(),
    step: z.string().nullable(),
    message: z.string().nullable(),
    rows: z.number().int().nullable(),
    bytes: z.number().int().nullable(),
    totalBytes: z.number().int().nullable(),
  }),
  steps: z.array(
    z.object({
      name: z.string(),
      state: StepState,
      engine: z.string().nullable(),
      startedAt: Time,
      endedAt: Time.nullable(),
      /** How often it was entered: it is again when Step Functions retries it, or the run is continued. */
      tries: z.number().int(),
      /** Was done before the run was continued, and is not done again. */
      kept: z.boolean(),
      /** From 0 to 1, of steps that go on beside each other. */
      fraction: z.number().optional(),
    }),
  ),
  inputs: z.record(z.string(), z.unknown()),
  outputs: z.record(z.string(), z.unknown()).nullable(),
  error: RunError.nullable(),
  /** What exactly ran; null where the program itself did. */
  code: RunCode.nullable(),
  attempt: z.number().int(),
  /** How often this attempt was continued from a failed step. */
  redrives: z.number().int(),
  /** The step a failed or cancelled run would be continued from. */
  continuesFrom: z.string().nullable(),
  requestedBy: Entity.Person,
  queuedAt: Time,
  startedAt: Time.nullable(),
  endedAt: Time.nullable(),
  privileges: z.array(Access.Privilege),
});
export type Info = z.infer<typeof Info>;

type StepRow = {
  name: string;
  state: StepState;
  engine: string | null;
  stage: string | null;
  tries: number;
  started_at: string;
  ended_at: string | null;
};

export type RunRow = {
  id: string;
  function_id: string;
  function_kind: FunctionKind;
  function_name: string;
  project_id: string;
  subject_id: string;
  state: RunState;
  progress: Progress;
  steps: StepRow[];
  inputs: Record<string, unknown>;
  outputs: Record<string, unknown> | null;
  error: RunError | null;
  code: RunCode | null;
  attempt: number;
  redrives: number;
  redriven_at: Date | null;
  requested_by: string;
  requester: string;
  queued_at: Date;
  started_at: Date | null;
  ended_at: Date | null;
  privileges: number;
};

export const columns = sql`r.id, r.function_id, fn.kind as function_kind, fn.name as function_name, r.project_id, r.subject_id, r.state, r.progress, r.inputs,
  r.outputs, r.error, r.code, r.attempt, r.redrives, r.redriven_at, r.requested_by, u.name as requester, r.queued_at, r.started_at, r.ended_at, p.privileges,
  (select coalesce(jsonb_agg(to_jsonb(s) order by s.first_at, s.name), '[]') from run_step s where s.run_id = r.id and s.attempt = r.attempt) as steps`;

/** Runs `r` with their function, requester and what the actor may do with the entity they work for. Built per actor. */
export const source = (runs: "run" | "page" = "run") => sql`${sql.table(runs)} r
  join function fn on fn.id = r.function_id
  join "user" u on u.id = r.requested_by
  join entity e on e.id = r.subject_id and e.deleted_at is null
  cross join ${Access.privilegesOfEntity()}`;

/** Inputs, outputs and messages may tell of the data, so they take the right to read it. */
export function toInfo(row: RunRow): Info {
  const reads = Access.has(row.privileges, "read");
  const { fraction = 0, step = null, message = null, rows = null, bytes = null, totalBytes = null } = row.progress;
  return {
    id: row.id,
    function: { id: row.function_id, kind: row.function_kind, name: row.function_name },
    projectId: row.project_id,
    state: row.state,
    progress: { fraction, step, message: reads ? message : null, rows, bytes, totalBytes },
    steps: row.steps.map((step) => ({
      ...toStep(step, row.redriven_at),
      ...fractionOf(row.progress.parts?.[step.name]?.fraction),
    })),
    inputs: reads ? row.inputs : {},
    outputs: reads ? row.outputs : null,
    error: reads ? row.error : null,
    code: row.code,
    attempt: row.attempt,
    redrives: row.redrives,
    continuesFrom: row.state === "failed" || row.state === "cancelled" ? continuesFrom(row.steps) : null,
    requestedBy: { id: row.requested_by, name: row.requester },
    queuedAt: row.queued_at.toISOString(),
    startedAt: row.started_at?.toISOString() ?? null,
    endedAt: row.ended_at?.toISOString() ?? null,
    privileges: Access.names(row.privileges),
  };
}

const fractionOf = (fraction: number | undefined) => (fraction === undefined ? {} : { fraction });

function toStep({ name, state, engine, tries, started_at, ended_at }: StepRow, redrivenAt: Date | null) {
  const startedAt = new Date(started_at);
  const endedAt = ended_at === null ? null : new Date(ended_at);
  return {
    name,
    state,
    engine,
    startedAt: startedAt.toISOString(),
    endedAt: endedAt?.toISOString() ?? null,
    tries,
    kept: state === "succeeded" && redrivenAt !== null && startedAt < redrivenAt,
  };
}
