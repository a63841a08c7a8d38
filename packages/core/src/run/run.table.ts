import type { ColumnType, Generated, GeneratedAlways, JSONColumnType } from "kysely";
import type { Progress, RunCode, RunError, RunState, StepState } from "./schema.ts";

export type RunTable = {
  id: string;
  function_id: string;
  function_revision: number;
  project_id: string;
  subject_id: string;
  parent_run_id: string | null;
  state: Generated<RunState>;
  attempt: Generated<number>;
  redrives: Generated<number>;
  redriven_at: Date | null;
  progress: ColumnType<Progress, string | undefined, string>;
  inputs: JSONColumnType<Record<string, unknown>>;
  outputs: JSONColumnType<Record<string, unknown>> | null;
  error: JSONColumnType<RunError> | null;
  execution_arn: string | null;
  requested_by: string;
  code: JSONColumnType<RunCode> | null;
  cost: JSONColumnType<Record<string, unknown>> | null;
  queued_at: Generated<Date>;
  submitted_at: Date | null;
  started_at: Date | null;
  ended_at: Date | null;
  checked_at: Generated<Date>;
};

export type RunStepTable = {
  run_id: string;
  attempt: number;
  name: string;
  state: StepState;
  engine: string | null;
  stage: string | null;
  tries: Generated<number>;
  first_at: Generated<Date>;
  started_at: Generated<Date>;
  ended_at: Date | null;
};

export type RunLogTable = {
  seq: GeneratedAlways<number>;
  run_id: string;
  attempt: number;
  at: Generated<Date>;
  level: "info" | "warn" | "error";
  step: string;
  message: string;
};

export type RelationTable = {
  id: GeneratedAlways<number>;
  subject_id: string;
  predicate: string;
  object_id: string;
  run_id: string | null;
  role: Generated<string>;
  content_hash: string | null;
  version: number | null;
  at: Generated<Date>;
};
