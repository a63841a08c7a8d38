import type { Generated } from "kysely";

export type ScopeTable = { id: string; ancestors: string[]; deleted_at: Date | null };

export type GrantTable = {
  scope_id: string;
  group_id: string;
  privileges: number;
  granted_by: string | null;
  created_at: Generated<Date>;
  /** Null for no end. */
  expires_at: Date | null;
  /** What is left when it ends, where less was given before without an end. */
  lasting: number | null;
  /** When those who may prolong it were told that it ends soon. */
  reminded_at: Date | null;
};
