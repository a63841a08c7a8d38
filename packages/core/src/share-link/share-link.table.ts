import type { Generated } from "kysely";

/** What a link gives, and where, is its grant. */
export type ShareLinkTable = {
  id: string;
  entity_id: string;
  hash: Buffer;
  label: string;
  made_by: string;
  created_at: Generated<Date>;
  /** Null for no end. */
  expires_at: Date | null;
  revoked_at: Date | null;
  opened: Generated<number>;
  opened_at: Date | null;
};
