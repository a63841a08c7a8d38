import { randomUUID } from "node:crypto";
import type { IncomingMessage } from "node:http";
import { logTime } from "../front-door/event.ts";

/** A client as its function is told of it. */
export type Client = {
  apiId: string;
  stage: string;
  domain: string;
  connectionId: string;
  connectedAt: number;
  address: string;
  userAgent: string;
};

type Kind = "CONNECT" | "MESSAGE" | "DISCONNECT";

export function contextOf(client: Client, eventType: Kind, routeKey: string, now = new Date()) {
  const requestId = randomUUID();
  return {
    routeKey,
    eventType,
    requestId,
    extendedRequestId: requestId,
    ...(eventType === "MESSAGE" && { messageId: randomUUID() }),
    messageDirection: "IN",
    connectionId: client.connectionId,
    connectedAt: client.connectedAt,
    requestTime: logTime(now),
    requestTimeEpoch: now.getTime(),
    apiId: client.apiId,
    stage: client.stage,
    domainName: client.domain,
    identity: { sourceIp: client.address, userAgent: client.userAgent },
  };
}

/** Headers and query of the handshake, once as single values and once as lists. */
export function handshakeOf(request: IncomingMessage) {
  const multiValueHeaders = Object.fromEntries(
    Object.entries(request.headersDistinct).map(([name, values = []]) => [name, values]),
  );
  const { searchParams } = new URL(request.url ?? "/", "http://host");
  const multiValueQueryStringParameters = Object.fromEntries(
    [...new Set(searchParams.keys())].map((name) => [name, searchParams.getAll(name)]),
  );
  return {
    headers: lastOf(multiValueHeaders),
    multiValueHeaders,
    ...(searchParams.size > 0 && {
      queryStringParameters: lastOf(multiValueQueryStringParameters),
      multiValueQueryStringParameters,
    }),
  };
}

const lastOf = (lists: Record<string, string[]>): Record<string, string> =>
  Object.fromEntries(Object.entries(lists).map(([name, values]) => [name, values.at(-1) ?? ""]));
