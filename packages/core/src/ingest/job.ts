import { z } from "zod";
import { Job } from "../run/schema.ts";
import { Column, ImportReport } from "../table/schema.ts";

export { Job };

/** What `execute` leaves for `register`, as JSON beside the run. */
export const Result = z.object({
  tableID: z.string(),
  fileID: z.string(),
  sourceHash: z.string(),
  key: z.string(),
  bytes: z.number().int(),
  etag: z.string(),
  contentHash: z.string(),
  rows: z.number().int(),
  columns: z.array(Column),
  report: ImportReport,
});
export type Result = z.infer<typeof Result>;

export const resultKey = ({ runId, attempt }: Job) => `runs/${runId}/${attempt}/result.json`;

/** Why an attempt failed for good, beside the run: a job can only say its exit code. Continued, it may fail for another reason. */
export const errorKey = ({ runId, attempt }: Job, redrives: number) =>
  `runs/${runId}/${attempt}/error${redrives === 0 ? "" : `-${redrives}`}.json`;
