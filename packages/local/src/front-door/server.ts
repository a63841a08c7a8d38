import { createServer, type IncomingMessage, type Server, type ServerResponse } from "node:http";
import type { AddressInfo } from "node:net";
import type { Duplex } from "node:stream";
import { pipeline } from "node:stream/promises";
import { type Lambda, MOST_PAYLOAD_BYTES } from "../lambda/index.ts";
import type { LogFile } from "../log/index.ts";
import { refuse, type SocketServer } from "../sockets/server.ts";
import { type Answer, problem } from "./answer.ts";
import { createCompressor } from "./compress.ts";
import type { Behavior } from "./distribution.ts";
import { createHostCheck } from "./hosts.ts";
import { invokeOrigin } from "./invoke.ts";
import { bodyOf, type Viewed, viewed } from "./request.ts";
import type { Site } from "./site.ts";

export type Routing = { behaviors: Behavior[]; lambda: Lambda; site: Site; sockets?: Pick<SocketServer, "upgrade"> };

export type FrontDoor = {
  port: number;
  /** Until now every request was told to come back. */
  open(routing: Routing): void;
  stop(): Promise<void>;
};

const KEEP_ALIVE_MS = 60_000;
const DRAIN_MS = 2_000;

/** The one port for people: listens at once, so that the port is known, and serves once `open` says where to. */
export async function startFrontDoor(options: { host: string; port: number; log: LogFile }): Promise<FrontDoor> {
  const compress = createCompressor();
  const isOurs = createHostCheck(options.host, () => port);
  let routing: Routing | undefined;

  const server = createServer((request, response) => {
    handle(request, response).catch((error: unknown) => {
      // The client is gone, or the function broke off in the middle: there is nobody to answer.
      if (!response.headersSent) send(request, response, problem(502, "Bad Gateway")).catch(() => response.destroy());
      else response.destroy();
      options.log.event("warn", "request broke off", { method: request.method, url: request.url, error });
    });
  });
  server.on("upgrade", (request: IncomingMessage, socket: Duplex) => {
    if (!isOurs(request.headers.host)) return refuse(socket, 421);
    if (!routing?.sockets?.upgrade(request, socket)) refuse(socket, routing ? 404 : 503);
  });
  // Node would answer and cut the line at once, so that the client may never read why.
  server.on("clientError", (error: NodeJS.ErrnoException, socket) => {
    if (error.code === "ECONNRESET" || !socket.writable) socket.destroy();
    else refuse(socket, error.code === "HPE_HEADER_OVERFLOW" ? 431 : 400);
  });
  server.keepAliveTimeout = KEEP_ALIVE_MS;
  await listening(server, options.host, options.port);
  const { port } = server.address() as AddressInfo;

  async function handle(request: IncomingMessage, response: ServerResponse): Promise<void> {
    if (!request.headers.host) return send(request, response, problem(400, "Bad Request"));
    if (!isOurs(request.headers.host)) return send(request, response, problem(421, "Misdirected Request"));
    if (!routing)
      return send(request, response, { ...problem(503, "Atrium is starting"), headers: { "retry-after": "1" } });
    const view = viewed(request);
    const behavior = routing.behaviors.find(({ matches }) => matches(view.path));
    if (!behavior?.methods.has(view.method)) return send(request, response, problem(403, "Forbidden"));
    const answer = await answerFrom(behavior, routing, view, request);
    const smaller = behavior.compress ? await compress(answer, view.headers["accept-encoding"] ?? "") : answer;
    behavior.headers(smaller.headers);
    await send(request, response, smaller);
  }

  return {
    port,
    open(ready) {
      routing = ready;
    },
    stop: () => stop(server),
  };
}

async function answerFrom(
  behavior: Behavior,
  { lambda, site }: Routing,
  view: Viewed,
  request: IncomingMessage,
): Promise<Answer> {
  const { origin } = behavior;
  if (origin.kind === "site") return site(view);
  const body = await bodyOf(request, MOST_PAYLOAD_BYTES);
  if (!body)
    return {
      ...problem(413, "Request Entity Too Large"),
      headers: { "content-type": "application/json", connection: "close" },
    };
  return invokeOrigin(lambda, origin, forwarded(behavior, view), body);
}

/** What the network adds on the way to an origin: who was asked for, by whom, and the proof that it came this way. */
function forwarded({ origin, onViewerRequest }: Behavior, view: Viewed): Viewed {
  const headers: Record<string, string> = { ...view.headers, host: view.host };
  if (onViewerRequest) {
    const values = Object.fromEntries(Object.entries(headers).map(([name, value]) => [name, { value }]));
    const changed = onViewerRequest({ method: view.method, uri: view.path, headers: values });
    for (const [name, { value }] of Object.entries(changed.headers)) headers[name] = value;
  }
  const ours = { "x-forwarded-proto": "http", "x-forwarded-for": view.address };
  return { ...view, headers: { ...headers, ...ours, ...origin.customHeaders } };
}

async function send(
  request: IncomingMessage,
  response: ServerResponse,
  { status, headers, cookies, body }: Answer,
): Promise<void> {
  const bodiless = request.method === "HEAD" || status === 204 || status === 304;
  response.writeHead(status, {
    ...headers,
    ...(cookies.length > 0 ? { "set-cookie": cookies } : {}),
    ...(Buffer.isBuffer(body) && status !== 204 && status !== 304 ? { "content-length": body.length } : {}),
  });
  if (Buffer.isBuffer(body)) response.end(bodiless ? undefined : body);
  else if (bodiless) response.end(body.resume() && undefined);
  else await pipeline(body, response);
}

function listening(server: Server, host: string, port: number): Promise<void> {
  return new Promise((resolve, reject) => {
    server.once("error", reject);
    server.listen(port, host, () => {
      server.off("error", reject);
      resolve();
    });
  });
}

/** Lets answers that are under way finish, for a moment. */
function stop(server: Server): Promise<void> {
  return new Promise((resolve) => {
    const force = setTimeout(() => server.closeAllConnections(), DRAIN_MS);
    server.close(() => {
      clearTimeout(force);
      resolve();
    });
    server.closeIdleConnections();
  });
}
