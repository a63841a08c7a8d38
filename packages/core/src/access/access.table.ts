import type { Generated } from "kysely";

export type ScopeTable = { id: string; ancestors: string[]; deleted_at: Date | null };

export type GrantTable = {
  scope_id: string;
  group_id: string;
  privileges: number;
  granted_by: string | null;
  created_at: Generated<Date>;
};
