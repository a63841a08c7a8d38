import type { Generated, JSONColumnType } from "kysely";
import type { SocketActor } from "./actor.ts";

export type SocketTicketTable = {
  hash: Buffer;
  user_id: string;
  actor: JSONColumnType<SocketActor>;
  expires_at: Date;
};

export type SocketTable = {
  id: string;
  user_id: string;
  actor: JSONColumnType<SocketActor>;
  connected_at: Generated<Date>;
  seen_at: Generated<Date>;
};

export type SocketSubscriptionTable = { socket_id: string; entity_id: string };
