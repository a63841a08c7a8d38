import type { Generated } from "kysely";

export type ApiKeyTable = {
  id: string;
  user_id: string;
  name: string;
  prefix: string;
  hash: Buffer;
  scopes: string[];
  /** The one project it reaches; everything its owner reaches without. */
  project_id: string | null;
  expires_at: Date | null;
  last_used_at: Date | null;
  created_at: Generated<Date>;
};
