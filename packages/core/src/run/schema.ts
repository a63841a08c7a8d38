import { z } from "zod";
import { Parameter } from "../signature/schema.ts";

export const RunState = z.enum(["queued", "running", "succeeded", "failed", "cancelled"]);
export type RunState = z.infer<typeof RunState>;

/** `waiting` was reached before and is done again with the step that failed. */
export const StepState = z.enum(["waiting", "running", "succeeded", "failed", "cancelled"]);
export type StepState = z.infer<typeof StepState>;

export const Progress = z.object({
  fraction: z.number().min(0).max(1),
  step: z.string().max(200),
  message: z.string().max(2_000).optional(),
  rows: z.number().int().nonnegative().optional(),
  bytes: z.number().int().nonnegative().optional(),
  totalBytes: z.number().int().nonnegative().optional(),
  /** Of work in parts that go on beside each other: how far each is, and its share of the whole. */
  parts: z.record(z.string(), z.object({ fraction: z.number(), weight: z.number() })).optional(),
});
/** Empty until the run first reports. */
export type Progress = Partial<z.infer<typeof Progress>>;

export const RunError = z.object({
  code: z.string(),
  message: z.string(),
  /** Of the code that ran. */
  line: z.number().int().positive().optional(),
});
export type RunError = z.infer<typeof RunError>;

/** The whole input of every step and of every job. */
export const Job = z.object({ runId: z.string(), attempt: z.number().int().positive() });
export type Job = z.infer<typeof Job>;

/** What exactly ran. */
export const RunCode = z.object({
  functionRevision: z.number().int(),
  sourceHash: z.string().optional(),
  environmentHash: z.string().optional(),
  image: z.string().optional(),
  /** What its outputs are, for who looks at them. */
  outputs: z.array(Parameter).optional(),
});
export type RunCode = z.infer<typeof RunCode>;

export const LogLevel = z.enum(["info", "warn", "error"]);

export const Used = z.object({
  entityID: z.string(),
  role: z.string(),
  contentHash: z.string().optional(),
  version: z.number().int().optional(),
});
export type Used = z.infer<typeof Used>;
export const Generated = Used;
export type Generated = Used;
