import type { ColumnType, Generated, GeneratedAlways, JSONColumnType } from "kysely";

export type WebhookTable = {
  id: string;
  project_id: string;
  url: string;
  types: string[];
  active: Generated<boolean>;
  secret: Buffer;
  created_by: string;
  created_at: Generated<Date>;
  updated_at: ColumnType<Date, never, unknown>;
  deleted_at: Date | null;
  revision: Generated<number>;
};

export type WebhookDeliveryTable = {
  id: GeneratedAlways<number>;
  webhook_id: string;
  event_id: string;
  type: string;
  body: JSONColumnType<Record<string, unknown>>;
  state: Generated<"waiting" | "succeeded" | "failed">;
  attempts: Generated<number>;
  status: number | null;
  error: string | null;
  milliseconds: number | null;
  created_at: Generated<Date>;
  ended_at: Date | null;
};
