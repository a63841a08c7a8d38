import { z } from "zod";
import { Column } from "../table/schema.ts";

/** The whole input of every step and of the job. */
export const Job = z.object({ runId: z.string(), attempt: z.number().int().positive() });
export type Job = z.infer<typeof Job>;

/** What an application was asked for; the versions are those of when it was asked. */
export const Inputs = z.object({
  table: z.string(),
  tableVersion: z.number().int(),
  columns: z.array(z.string()),
  name: z.string(),
  probabilities: z.boolean().default(true),
});
export type Inputs = z.infer<typeof Inputs>;

/** What `execute` leaves for `register`, as JSON beside the run. */
export const Result = z.object({
  tableID: z.string(),
  sourceHash: z.string(),
  key: z.string(),
  bytes: z.number().int(),
  etag: z.string(),
  contentHash: z.string(),
  rows: z.number().int(),
  columns: z.array(Column),
});
export type Result = z.infer<typeof Result>;

export const resultKey = ({ runId, attempt }: Job) => `runs/${runId}/${attempt}/result.json`;
