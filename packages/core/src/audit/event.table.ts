import type { Generated } from "kysely";

export type EventTable = {
  id: string;
  at: Generated<Date>;
  type: string;
  actor_type: "public" | "user" | "run" | "system";
  actor_id: string | null;
  session_id: string | null;
  key_id: string | null;
  /** The share link that let somebody in. */
  link_id: string | null;
  run_id: string | null;
  request_id: string | null;
  address: string | null;
  entity_id: string | null;
  parameters: Generated<unknown>;
};
