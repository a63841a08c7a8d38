import { Config } from "@atrium/core/config";
import { query } from "@atrium/core/database";
import { Identity } from "@atrium/core/identity";
import { secret } from "@atrium/core/secret";
import { sql } from "kysely";
import { app } from "./app.ts";

// Only for tests.

export const PASSWORD = "correct horse battery";

export type Body = { user: { id: string; admin?: boolean }; code?: string; status?: boolean; url?: string };
export type Answer = { status: number; body: Body; cookie: string; cookies: string; headers: Headers };

/** One request as the front door passes it on. */
export async function send(
  path: string,
  init: RequestInit & { headers?: Record<string, string> } = {},
): Promise<Answer> {
  const response = await app.request(`/api/auth${path}`, {
    ...init,
    headers: {
      "x-origin-secret": await secret(Config.originSecretARN()),
      "x-forwarded-host": "atrium.test",
      "x-forwarded-proto": "http",
      origin: "http://atrium.test",
      ...init.headers,
    },
  });
  const set = response.headers.getSetCookie();
  return {
    status: response.status,
    body: (await response.json().catch(() => ({}))) as Body,
    cookie: set.find((one) => one.includes("session_token=")) ?? "",
    cookies: set.map((one) => one.split(";")[0]).join("; "),
    headers: response.headers,
  };
}

export const post = (path: string, body: unknown, headers: Record<string, string> = {}): Promise<Answer> =>
  send(path, {
    method: "POST",
    body: JSON.stringify(body),
    headers: { "content-type": "application/json", ...headers },
  });

export const signUp = (email: string, more: object = {}, headers: Record<string, string> = {}): Promise<Answer> =>
  post("/sign-up/email", { name: "Anna", email, password: PASSWORD, ...more }, headers);

export const signIn = (email: string, password = PASSWORD, headers: Record<string, string> = {}): Promise<Answer> =>
  post("/sign-in/email", { email, password }, headers);

/** The session that an answer's cookie stands for. */
export const session = async (cookie: string) =>
  Identity.readSession(
    decodeURIComponent(/session_token=([^;]*)/.exec(cookie)?.[1] ?? ""),
    await secret(Config.authSecretARN()),
  );

/** What was mailed to somebody, oldest first. */
export async function letters(email: string): Promise<{ subject: string; text: string }[]> {
  const found = await query((db) =>
    sql<{ payload: { subject: string; text: string } }>`
      select payload from outbox where channel = 'mail' and payload->>'to' = ${email} order by id`.execute(db),
  );
  return found.rows.map(({ payload }) => payload);
}

/** The token behind the `#` of the newest letter's link to a page. */
export async function tokenIn(email: string, page: string): Promise<string> {
  const text = (await letters(email)).at(-1)?.text ?? "";
  return new RegExp(`http://atrium\\.test/${page}#(\\S+)`).exec(text)?.[1] ?? "";
}
