import type { Generated } from "kysely";
import type { Role } from "./schema.ts";

export type GroupTable = {
  id: string;
  kind: "personal" | "team" | "builtin" | "domain" | "link";
  name: string;
  user_id: string | null;
  description: Generated<string>;
  listed: Generated<boolean>;
  revision: Generated<number>;
  created_at: Generated<Date>;
  updated_at: Generated<Date>;
  deleted_at: Date | null;
};

export type GroupMemberTable = {
  group_id: string;
  user_id: string;
  role: Generated<Role>;
  created_at: Generated<Date>;
};

export type GroupChildTable = {
  parent_id: string;
  child_id: string;
  role: Generated<Role>;
  created_at: Generated<Date>;
};

/** Follows from `group_child`; see `closure.ts`. */
export type GroupClosureTable = { ancestor_id: string; descendant_id: string };

export type GroupRequestTable = {
  id: string;
  group_id: string;
  user_id: string;
  message: string;
  state: Generated<"pending" | "approved" | "rejected" | "withdrawn">;
  created_at: Generated<Date>;
  decided_by: string | null;
  decided_at: Date | null;
};
