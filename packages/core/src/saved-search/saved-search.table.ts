import type { ColumnType, Generated } from "kysely";

export type SavedSearchTable = {
  id: string;
  created_by: string;
  project_id: string | null;
  shared: Generated<boolean>;
  name: string;
  subject: Generated<"entities" | "localizations">;
  query: string;
  created_at: Generated<Date>;
  updated_at: ColumnType<Date, never, unknown>;
  deleted_at: Date | null;
};
