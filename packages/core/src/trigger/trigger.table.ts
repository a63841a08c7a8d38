import type { ColumnType, Generated, JSONColumnType } from "kysely";
import type { KeyLimits } from "../schedule/schedule.table.ts";
import type { Event } from "./schema.ts";

export type TriggerTable = {
  id: string;
  algorithm_id: string;
  event: Event;
  type_ids: string[] | null;
  layer_ids: string[] | null;
  parameters: JSONColumnType<Record<string, unknown>>;
  layer_id: string | null;
  wait_seconds: number;
  enabled: boolean;
  /** Also when algorithms write. */
  chain: Generated<boolean>;
  run_as: string;
  key: ColumnType<KeyLimits | null, string | null, string | null>;
  last_at: ColumnType<Date | null, never, unknown>;
  last_run_id: ColumnType<string | null, never, string>;
  last_error: ColumnType<{ code: string; message: string } | null, never, string | null>;
  revision: Generated<number>;
  created_by: string;
  created_at: Generated<Date>;
  updated_at: ColumnType<Date, never, unknown>;
};

export type TriggerDueTable = {
  trigger_id: string;
  media_id: string;
  since: Generated<Date>;
  due_at: Date;
  causes: Generated<string[]>;
};
