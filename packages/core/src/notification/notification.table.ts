import type { Generated, JSONColumnType } from "kysely";

/** What becomes of a notification by mail. */
export type MailMode = "off" | "now" | "digest";

export type NotificationTable = {
  id: string;
  user_id: string;
  type: string;
  entity_id: string | null;
  actor_id: string | null;
  parameters: JSONColumnType<Record<string, string | number>>;
  created_at: Generated<Date>;
  in_app: boolean;
  read_at: Date | null;
  mail: MailMode | "sent";
};

export type NotificationPreferenceTable = { user_id: string; type: string; in_app: boolean; mail: MailMode };
