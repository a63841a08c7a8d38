import type { Generated, JSONColumnType } from "kysely";

export type IdempotencyTable = {
  actor_id: string;
  route: string;
  key: string;
  request_hash: Buffer;
  reference: JSONColumnType<Record<string, string>> | null;
  created_at: Generated<Date>;
};
