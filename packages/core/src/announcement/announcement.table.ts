import type { Generated } from "kysely";

export type AnnouncementTable = {
  id: string;
  title: string;
  body: string;
  tone: "info" | "warning";
  dismissible: boolean;
  starts_at: Date;
  ends_at: Date | null;
  created_by: string;
  created_at: Generated<Date>;
};

export type AnnouncementDismissalTable = { user_id: string; announcement_id: string };
