import { request as requestHTTP } from "node:http";
import { request as requestHTTPS } from "node:https";
import { Outbound } from "../outbound/index.ts";

const TIMEOUT_MS = 10_000;

/**
 * One POST to an address that was resolved before. Answers its status; redirects are not followed, and what the other side
 * says is thrown away.
 */
export const send = (target: Outbound.Target, body: string, headers: Record<string, string>): Promise<number> =>
  new Promise((resolve, reject) => {
    const request = (target.url.protocol === "https:" ? requestHTTPS : requestHTTP)(target.url, {
      method: "POST",
      agent: false,
      signal: AbortSignal.timeout(TIMEOUT_MS),
      lookup: Outbound.pinned(target),
      headers: { "content-type": "application/json", "content-length": Buffer.byteLength(body), ...headers },
    });
    request.on("response", (response) => {
      resolve(response.statusCode ?? 0);
      response.destroy();
    });
    request.on("error", reject);
    request.end(body);
  });
