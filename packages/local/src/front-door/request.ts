import type { IncomingMessage } from "node:http";

/** What the network says, never the client: a client's own version of these is dropped. */
const OURS = new Set([
  "x-origin-secret",
  "x-forwarded-host",
  "x-forwarded-proto",
  "x-forwarded-port",
  "x-forwarded-for",
  "forwarded",
  "via",
]);

const HOP_BY_HOP = new Set([
  ...["connection", "keep-alive", "proxy-authenticate", "proxy-authorization", "proxy-connection"],
  ...["te", "trailer", "transfer-encoding", "upgrade", "expect"],
]);

export type Viewed = {
  method: string;
  path: string;
  query: string;
  /** The `Host` that the viewer asked for. */
  host: string;
  headers: Record<string, string>;
  address: string;
};

/** The request as it goes on to an origin. Repeated headers are joined as AWS joins them. */
export function viewed(request: IncomingMessage): Viewed {
  const [path = "/", ...query] = (request.url ?? "/").split("?");
  const headers: Record<string, string> = {};
  for (const [name, values = []] of Object.entries(request.headersDistinct)) {
    if (OURS.has(name) || HOP_BY_HOP.has(name)) continue;
    headers[name] = values.join(name === "cookie" ? "; " : ",");
  }
  return {
    method: request.method ?? "GET",
    path,
    query: query.join("?"),
    host: request.headers.host ?? "",
    headers,
    address: (request.socket.remoteAddress ?? "127.0.0.1").replace(/^::ffff:/, ""),
  };
}

/** The whole body, or undefined when it is larger than `most`. */
export async function bodyOf(request: IncomingMessage, most: number): Promise<Buffer | undefined> {
  if (Number(request.headers["content-length"] ?? 0) > most) return undefined;
  const chunks: Buffer[] = [];
  let size = 0;
  // Left open when it is too large: the refusal goes out on the same connection.
  for await (const chunk of request.iterator({ destroyOnReturn: false }) as AsyncIterable<Buffer>) {
    size += chunk.length;
    if (size > most) return undefined;
    chunks.push(chunk);
  }
  return Buffer.concat(chunks);
}
