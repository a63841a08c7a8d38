import type { Generated, GeneratedAlways, JSONColumnType } from "kysely";

/** Where a message goes. */
export type Channel = "mail" | "webhook" | "socket" | "notification";

export type OutboxTable = {
  id: GeneratedAlways<number>;
  channel: Channel;
  payload: JSONColumnType<Record<string, unknown>>;
  state: Generated<"waiting" | "dead">;
  attempts: Generated<number>;
  created_at: Generated<Date>;
  due_at: Generated<Date>;
  error: string | null;
};
