import { createHash, randomBytes } from "node:crypto";
import { type IncomingMessage, STATUS_CODES } from "node:http";
import type { Duplex } from "node:stream";
import type { Lambda } from "../lambda/index.ts";
import type { LogFile } from "../log/index.ts";
import { routeKeyOf, type SocketApi } from "./api.ts";
import { Connection, type Limits } from "./connection.ts";
import { type Client, contextOf, handshakeOf } from "./event.ts";
import type { Hub } from "./hub.ts";
import { createIntegration, NO_ROUTE } from "./integration.ts";

/** Below it WebSocket APIs are reached: `/sockets/<api>/<stage>`. On AWS each has a domain of its own. */
export const SOCKETS_PATH = "/sockets";
const ADDRESS = new RegExp(`^${SOCKETS_PATH}/([a-z0-9]+)/([^/?]+)/?(?:\\?|$)`);
/** Of RFC 6455. */
const KEY_SUFFIX = "258EAFA5-E914-47DA-95CA-C5AB0DC85B11";
const STOP_MS = 500;

export type SocketServer = ReturnType<typeof createSocketServer>;

export function createSocketServer(options: {
  apis: SocketApi[];
  hub: Hub;
  lambda: Pick<Lambda, "invoke">;
  log: Pick<LogFile, "event">;
  limits?: Limits;
}) {
  const { hub, log } = options;
  const integrate = createIntegration(options.lambda, log);
  const leaving = new Set<Promise<unknown>>();

  async function connect(request: IncomingMessage, socket: Duplex): Promise<void> {
    const [, apiId = "", stage = ""] = ADDRESS.exec(request.url ?? "") ?? [];
    const api = options.apis.find(({ id, stages }) => id === apiId && stages.includes(decodeURIComponent(stage)));
    const key = request.headers["sec-websocket-key"];
    if (!api) return refuse(socket, 403);
    if (!key || request.headers["sec-websocket-version"] !== "13") return refuse(socket, 400);
    const client: Client = {
      apiId,
      stage: decodeURIComponent(stage),
      domain: request.headers.host ?? "",
      connectionId: randomBytes(11).toString("base64url").slice(0, 15).concat("="),
      connectedAt: Date.now(),
      address: request.socket.remoteAddress ?? "127.0.0.1",
      userAgent: request.headers["user-agent"] ?? "",
    };
    const event = { ...handshakeOf(request), requestContext: contextOf(client, "CONNECT", "$connect") };
    const answer = await integrate(api, "$connect", { ...event, isBase64Encoded: false });
    if (socket.destroyed) return; // it did not wait; there was no connection to take leave of
    if (answer.status < 200 || answer.status > 299) return refuse(socket, answer.status);
    accept(socket, key, answer.headers["sec-websocket-protocol"]);
    open(api, client, socket);
  }

  function open(api: SocketApi, client: Client, socket: Duplex): void {
    const connection = new Connection(
      client.connectionId,
      socket,
      {
        async onMessage(body) {
          const routeKey = routeKeyOf(api, body);
          const requestContext = contextOf(client, "MESSAGE", routeKey);
          const { status } = await integrate(api, routeKey, { requestContext, body, isBase64Encoded: false });
          if (status < 500 && status !== NO_ROUTE) return;
          const { connectionId, requestId } = requestContext;
          const message = status === NO_ROUTE ? "Forbidden" : "Internal server error";
          const failure = { message, connectionId, requestId };
          await connection.send(Buffer.from(JSON.stringify(failure))).catch(() => undefined); // it is gone already
        },
        onClosed({ code, reason }) {
          hub.remove(client.connectionId);
          const context = contextOf(client, "DISCONNECT", "$disconnect");
          const requestContext = { ...context, disconnectStatusCode: code, disconnectReason: reason };
          const told = integrate(api, "$disconnect", { requestContext, isBase64Encoded: false }).finally(() =>
            leaving.delete(told),
          );
          leaving.add(told);
        },
      },
      options.limits,
    );
    hub.add({ client, connection });
  }

  return {
    /** False when the address is none of ours. */
    upgrade(request: IncomingMessage, socket: Duplex): boolean {
      if (!request.url?.startsWith(`${SOCKETS_PATH}/`)) return false;
      socket.on("error", () => socket.destroy());
      connect(request, socket).catch((error: unknown) => {
        log.event("warn", "a client could not be connected", { error });
        socket.destroy();
      });
      return true;
    },

    async stop(): Promise<void> {
      for (const { connection } of hub.all()) connection.close(1001, "Going away");
      await Promise.race([Promise.allSettled(leaving), new Promise((resolve) => setTimeout(resolve, STOP_MS).unref())]);
    },
  };
}

function accept(socket: Duplex, key: string, protocol: string | undefined): void {
  const token = createHash("sha1")
    .update(key + KEY_SUFFIX)
    .digest("base64");
  const lines = ["HTTP/1.1 101 Switching Protocols", "Upgrade: websocket", "Connection: Upgrade"];
  const agreed = protocol === undefined ? [] : [`Sec-WebSocket-Protocol: ${protocol.replace(/[\r\n]/g, "")}`];
  socket.write([...lines, `Sec-WebSocket-Accept: ${token}`, ...agreed, "", ""].join("\r\n"));
}

export function refuse(socket: Duplex, status: number): void {
  socket.end(`HTTP/1.1 ${status} ${STATUS_CODES[status] ?? ""}\r\nConnection: close\r\nContent-Length: 0\r\n\r\n`);
}
