import type { Generated } from "kysely";

export type GroupTable = {
  id: string;
  kind: "personal" | "team" | "builtin";
  name: string;
  user_id: string | null;
  created_at: Generated<Date>;
};

export type GroupMemberTable = { group_id: string; user_id: string; created_at: Generated<Date> };

export type GroupClosureTable = { ancestor_id: string; descendant_id: string };

export type ScopeTable = { id: string; ancestors: string[]; deleted_at: Date | null };

export type GrantTable = {
  scope_id: string;
  group_id: string;
  privileges: number;
  granted_by: string | null;
  created_at: Generated<Date>;
};
