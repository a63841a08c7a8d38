import { AtriumError, errorFrom } from "./error.ts";
import { backoff, isFarOff, retryAfter, sleep } from "./retry.ts";

export type TransportOptions = {
  apiKey?: string;
  /** How long one attempt may take until its headers (and, for JSON, its body) are here. */
  timeoutMs?: number;
  /** How often a request is sent again at most. */
  retries?: number;
  fetch?: (request: Request) => Promise<Response>;
  wait?: (ms: number, signal: AbortSignal) => Promise<void>;
};

const TIMEOUT_MS = 30_000;
const RETRIES = 4;
const TEMPORARY = new Set([429, 502, 503, 504]);

/** A fetch that authenticates, gives up in time, repeats what is safe to repeat and throws AtriumError for every refusal. */
export function createTransport(options: TransportOptions): (request: Request) => Promise<Response> {
  const { apiKey, timeoutMs = TIMEOUT_MS, retries = RETRIES, wait = sleep } = options;
  const send = options.fetch ?? ((request: Request) => fetch(request));

  return async (request) => {
    if (apiKey) request.headers.set("authorization", `Bearer ${apiKey}`);
    if (request.method === "POST" && !request.headers.has("idempotency-key"))
      request.headers.set("idempotency-key", randomKey());
    const repeatable = isRepeatable(request);

    for (let attempt = 0; ; attempt++) {
      const last = !repeatable || attempt >= retries;
      const result = await once(send, request.clone(), timeoutMs);
      if (result instanceof AtriumError) {
        if (last) throw result;
        await wait(backoff(attempt), request.signal);
      } else if (result.ok) {
        return result;
      } else if (last || !TEMPORARY.has(result.status) || isFarOff(result.headers.get("retry-after"))) {
        throw await errorFrom(result);
      } else {
        await result.body?.cancel();
        await wait(retryAfter(result.headers.get("retry-after")) ?? backoff(attempt), request.signal);
      }
    }
  };
}

/** One attempt; a failure of the network is a value, because what to do about it is the caller's decision. */
async function once(send: (request: Request) => Promise<Response>, request: Request, timeoutMs: number) {
  const overdue = new AbortController();
  const timer = setTimeout(() => overdue.abort(), timeoutMs);
  const signal = AbortSignal.any([request.signal, overdue.signal]);
  try {
    const response = await send(new Request(request, { signal }));
    // A streamed answer may take as long as its reader does; a JSON one belongs to the attempt.
    return isJSON(response) ? await buffered(response) : response;
  } catch (cause) {
    request.signal.throwIfAborted();
    return overdue.signal.aborted
      ? failure("network.timeout", `No answer within ${timeoutMs / 1000} s`, cause)
      : failure("network.unreachable", `Cannot reach ${new URL(request.url).origin}: ${reason(cause)}`, cause);
  } finally {
    clearTimeout(timer);
  }
}

async function buffered(response: Response) {
  if (response.status === 204 || response.body === null) return response;
  const { status, statusText, headers } = response;
  return new Response(await response.arrayBuffer(), { status, statusText, headers });
}

const isJSON = (response: Response) => /\bjson\b/.test(response.headers.get("content-type") ?? "");

const failure = (code: string, detail: string, cause: unknown) =>
  new AtriumError({ status: 0, code, detail }, { cause });

/** Node hides why under `cause`. */
function reason(error: unknown): string {
  const inner = error instanceof Error && error.cause instanceof Error ? error.cause : error;
  return inner instanceof Error ? inner.message || inner.name : String(inner);
}

/** Sending twice must not do twice: methods that say so, and POSTs that carry a key the API remembers. */
function isRepeatable(request: Request) {
  if (["GET", "HEAD", "PUT", "DELETE"].includes(request.method)) return true;
  return request.method === "POST" && request.headers.has("idempotency-key");
}

/** Not `crypto.randomUUID`: a browser has that only on HTTPS and loopback. */
function randomKey() {
  return Array.from(crypto.getRandomValues(new Uint8Array(16)), (byte) => byte.toString(16).padStart(2, "0")).join("");
}
