import { createTransport } from "@atrium/sdk/transport";
import { isProblem } from "./problem.ts";
import { setWaking } from "./waking.ts";

export type Query = Record<string, string | number | boolean | null | undefined>;
export type Options = {
  query?: Query;
  body?: unknown;
  signal?: AbortSignal | undefined;
  headers?: Record<string, string>;
};

let onSignedOut: () => void = () => undefined;

/** Called when a request is refused because nobody is signed in. */
export const setSignedOutHandler = (handler: () => void) => {
  onSignedOut = handler;
};

let onMissing: () => void = () => undefined;

/** Called when something is not there: as if it were not, so it looks to who was signed in and is not any more. */
export const setMissingHandler = (handler: () => void) => {
  onMissing = handler;
};

/** Notices that the database is waking up, which the transport waits out by itself. */
async function observed(request: Request): Promise<Response> {
  const response = await fetch(request);
  if (response.status === 503) {
    const body = (await response.clone().json()) as { code?: string };
    setWaking(body.code === "database.waking");
  } else {
    setWaking(false);
  }
  return response;
}

/** Timeouts, repeats and idempotency keys are the SDK's; a database needs up to half a minute to wake. */
const transport = createTransport({ fetch: observed, retries: 6 });

export function href(path: string, query: Query = {}): string {
  const search = new URLSearchParams();
  for (const [name, value] of Object.entries(query)) {
    if (value !== undefined && value !== null && value !== "") search.set(name, String(value));
  }
  const text = search.toString();
  return text ? `${path}?${text}` : path;
}

/** Sends and gives the raw answer; every refusal is thrown as a Problem. */
export async function send(method: string, path: string, options: Options = {}): Promise<Response> {
  const headers: Record<string, string> = { ...options.headers };
  if (options.body !== undefined) headers["content-type"] = "application/json";
  const request = new Request(new URL(href(path, options.query), location.origin), {
    method,
    headers,
    body: options.body === undefined ? null : JSON.stringify(options.body),
    signal: options.signal ?? null,
    credentials: "same-origin",
  });
  try {
    return await transport(request);
  } catch (error) {
    if (isProblem(error) && error.status === 401 && !path.startsWith("/api/auth/")) onSignedOut();
    if (isProblem(error) && error.status === 404) onMissing();
    throw error;
  }
}

async function json<T>(method: string, path: string, options?: Options): Promise<T> {
  const response = await send(method, path, options);
  return (response.status === 204 ? undefined : await response.json()) as T;
}

export const get = <T>(path: string, options?: Options) => json<T>("GET", path, options);
export const post = <T>(path: string, body?: unknown, options?: Options) => json<T>("POST", path, { ...options, body });
export const patch = <T>(path: string, body: unknown, revision: number) =>
  json<T>("PATCH", path, { body, headers: { "if-match": `"${revision}"` } });
export const put = <T>(path: string, body: unknown, revision: number) =>
  json<T>("PUT", path, { body, headers: { "if-match": `"${revision}"` } });
export const remove = (path: string) => json<void>("DELETE", path);
