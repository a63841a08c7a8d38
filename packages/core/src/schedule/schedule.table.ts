import type { ColumnType, Generated } from "kysely";

export type Overlap = "skip" | "allow";

/** A schedule must not do more than the key that wrote it. */
export type KeyLimits = { scopes: string[]; projectID?: string };

export type ScheduleTable = {
  id: string;
  function_id: string;
  project_id: string;
  name: string;
  cron: string;
  timezone: string;
  inputs: ColumnType<Record<string, unknown>, string, string>;
  overlap: Overlap;
  run_as: string;
  key: ColumnType<KeyLimits | null, string | null, string | null>;
  created_by: string;
  created_at: Generated<Date>;
  updated_at: ColumnType<Date, never, unknown>;
  revision: Generated<number>;
  next_at: Date | null;
  last_at: ColumnType<Date | null, never, unknown>;
  last_run_id: ColumnType<string | null, never, string | null>;
  deleted_at: ColumnType<Date | null, never, Date | null>;
  last_error: ColumnType<{ code: string; message: string } | null, never, string | null>;
};
