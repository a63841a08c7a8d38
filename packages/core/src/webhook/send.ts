import { request as requestHTTP } from "node:http";
import { request as requestHTTPS } from "node:https";
import type { Target } from "./target.ts";

const TIMEOUT_MS = 10_000;

/**
 * One POST to an address that was resolved before. Answers its status; redirects are not followed, and what the other side
 * says is thrown away.
 */
export const send = (
  { url, address, family }: Target,
  body: string,
  headers: Record<string, string>,
): Promise<number> =>
  new Promise((resolve, reject) => {
    const request = (url.protocol === "https:" ? requestHTTPS : requestHTTP)(url, {
      method: "POST",
      agent: false,
      signal: AbortSignal.timeout(TIMEOUT_MS),
      // The name stays in the request and in the certificate that is asked for; only where it leads is settled.
      lookup: (_host, { all }, done) => (all ? done(null, [{ address, family }]) : done(null, address, family)),
      headers: { "content-type": "application/json", "content-length": Buffer.byteLength(body), ...headers },
    });
    request.on("response", (response) => {
      resolve(response.statusCode ?? 0);
      response.destroy();
    });
    request.on("error", reject);
    request.end(body);
  });
