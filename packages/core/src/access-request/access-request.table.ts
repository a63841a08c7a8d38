import type { Generated } from "kysely";
import type { Bundle } from "../access/privilege.ts";
import type { State } from "./schema.ts";

export type AccessOfferTable = {
  entity_id: string;
  question: string;
  bundles: Bundle[];
  /** The longest that access is given for; null for no end. */
  days: number | null;
  changed_by: string;
  changed_at: Generated<Date>;
};

export type AccessApproverTable = { entity_id: string; group_id: string };

export type AccessRequestTable = {
  id: string;
  entity_id: string;
  user_id: string;
  bundle: Bundle;
  answer: string;
  days: number | null;
  state: Generated<State>;
  note: Generated<string>;
  created_at: Generated<Date>;
  decided_by: string | null;
  decided_at: Date | null;
  granted_until: Date | null;
};
