import { AwsError } from "../router/error.ts";
import { type Connection, LARGEST_MESSAGE } from "./connection.ts";
import type { Client } from "./event.ts";

export type Member = { client: Client; connection: Connection };
export type Hub = ReturnType<typeof createHub>;

/** The clients that are connected now: what `@connections` reaches. */
export function createHub() {
  const members = new Map<string, Member>();

  function find(id: string): Member {
    const member = members.get(id);
    if (member) return member;
    throw new AwsError("GoneException", "The connection is gone", 410);
  }

  return {
    add: (member: Member) => void members.set(member.client.connectionId, member),
    remove: (id: string) => members.delete(id),
    all: () => [...members.values()],

    async post(id: string, data: Buffer): Promise<void> {
      if (data.length > LARGEST_MESSAGE) {
        throw new AwsError("PayloadTooLargeException", `A message may have ${LARGEST_MESSAGE} bytes`, 413);
      }
      await find(id).connection.send(data);
    },

    describe(id: string) {
      const { client, connection } = find(id);
      return {
        connectedAt: new Date(client.connectedAt).toISOString(),
        identity: { sourceIp: client.address, userAgent: client.userAgent },
        lastActiveAt: new Date(connection.lastActiveAt).toISOString(),
      };
    },

    disconnect: (id: string): void => find(id).connection.close(1000, "Connection Closed Normally"),
  };
}
