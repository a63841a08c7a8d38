import type { ColumnType, Generated, JSONColumnType } from "kysely";
import type { Result, Spec, Uploads } from "./schema.ts";

export type JobTable = {
  run_id: string;
  /** 0 where the run has one job, else which of them. */
  part: Generated<number>;
  attempt: number;
  token_prefix: string;
  token_hash: Buffer;
  spec: JSONColumnType<Spec>;
  uploads: ColumnType<Uploads, string | undefined, string>;
  result: JSONColumnType<Result> | null;
  /** When its token opens nothing any more, whatever becomes of the run. */
  expires_at: Generated<Date>;
  created_at: Generated<Date>;
};
