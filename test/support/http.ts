/** The API as a stranger sees it: fetch, a key or a cookie, and nothing of ours. */
import { expect } from "vitest";

export type Answer<T = unknown> = { status: number; headers: Headers; text: string; body: T };
/** Answers are read by name, as a script in an untyped language would. */
// biome-ignore lint/suspicious/noExplicitAny: a stranger has no types; what is read is asserted.
export type Json = any;
type Options = { body?: unknown; headers?: Record<string, string> };

export type Caller = {
  readonly url: string;
  readonly headers: Record<string, string>;
  call<T = Json>(method: string, path: string, options?: Options): Promise<Answer<T>>;
  get<T = Json>(path: string, headers?: Record<string, string>): Promise<T>;
  post<T = Json>(path: string, body?: unknown, headers?: Record<string, string>): Promise<T>;
  refused(method: string, path: string, options?: Options): Promise<Answer<Problem>>;
};

export type Problem = {
  status: number;
  code: string;
  title: string;
  detail: string;
  requestId: string;
  errors?: { path: string }[];
};

const TIMEOUT_MS = 45_000;

/** `get` and `post` insist on success, `refused` insists on a proper problem document, `call` insists on nothing. */
export function caller(url: string, headers: Record<string, string>): Caller {
  async function call<T>(method: string, path: string, { body, headers: more }: Options = {}): Promise<Answer<T>> {
    const content: Record<string, string> = body === undefined ? {} : { "content-type": "application/json" };
    const response = await fetch(new URL(path.startsWith("/api/") ? path : `/api/v1${path}`, url), {
      method,
      headers: { ...headers, ...content, ...more },
      body: body === undefined ? undefined : typeof body === "string" ? body : JSON.stringify(body),
      redirect: "manual",
      signal: AbortSignal.timeout(TIMEOUT_MS),
    });
    const text = await response.text();
    const json =
      /json/.test(response.headers.get("content-type") ?? "") &&
      !/ndjson/.test(response.headers.get("content-type") ?? "");
    return {
      status: response.status,
      headers: response.headers,
      text,
      body: (json && text ? JSON.parse(text) : undefined) as T,
    };
  }

  async function succeed<T>(method: string, path: string, options: Options): Promise<T> {
    const answer = await call<T>(method, path, options);
    if (answer.status >= 300)
      throw new Error(`${method} ${path} answered ${answer.status}: ${answer.text.slice(0, 500)}`);
    return answer.body;
  }

  return {
    url,
    headers,
    call,
    get: (path, headers) => succeed("GET", path, { headers }),
    post: (path, body = {}, headers = {}) => succeed("POST", path, { body, headers }),
    async refused(method, path, options) {
      const answer = await call<Problem>(method, path, options);
      expect(answer.status, `${method} ${path}: ${answer.text.slice(0, 500)}`).toBeGreaterThanOrEqual(400);
      expect(answer.headers.get("content-type"), answer.text.slice(0, 300)).toContain("application/problem+json");
      expect(answer.body).toMatchObject({
        status: answer.status,
        code: expect.stringMatching(/^[a-z_]+\.[a-z_]+/),
        detail: expect.any(String),
      });
      expect(answer.text).not.toMatch(/\n\s+at .+:\d+:\d+/);
      return answer;
    },
  };
}

export const withKey = (url: string, key: string) => caller(url, { authorization: `Bearer ${key}` });
/** As a browser does: the cookie, and where the page came from. */
export const withCookie = (url: string, cookie: string) => caller(url, { cookie, origin: new URL(url).origin });
export const anonymous = (url: string) => caller(url, {});
