import { randomUUID } from "node:crypto";
import { setTimeout as sleep } from "node:timers/promises";
import { type Caller, caller, withCookie, withKey } from "./http.ts";
import { target } from "./target.ts";

export const administrator: Caller = withKey(target.url, target.apiKey);

export type Person = {
  id: string;
  name: string;
  email: string;
  password: string;
  cookie: string;
  session: Caller;
  key: Caller;
  apiKey: string;
};

export const origin = new URL(target.url).origin;

type System = { url: string; apiKey: string };

/** A new user with a session and an API key; by invitation, which vouches for the address. */
export async function newPerson(
  name: string,
  { email = `${name.toLowerCase()}-${randomUUID().slice(0, 8)}@atrium.test`, on = target as System } = {},
): Promise<Person> {
  const password = `correct horse ${randomUUID()}`;
  const { url } = await withKey(on.url, on.apiKey).post("/invitations", { email });
  const invitation = new URL(url).searchParams.get("invitation") ?? "";
  const { cookie } = await authenticate("/api/auth/sign-up/email", { name, email, password, invitation }, on.url);
  const session = withCookie(on.url, cookie);
  const { user } = await session.get("/me");
  const { key: apiKey } = await session.post("/api-keys", { name: "tests" });
  return { id: user.id, name, email, password, cookie, session, key: withKey(on.url, apiKey), apiKey };
}

type SignUp = { name: string; email: string; password: string; invitation?: string };

export const signUp = (body: SignUp) => authenticate("/api/auth/sign-up/email", body);
/** The cookie of somebody with an account. */
export const sessionOf = async (body: { email: string; password: string }, url: string): Promise<string> =>
  (await authenticate("/api/auth/sign-in/email", body, url)).cookie;
export const signIn = (body: { email: string; password: string }) => authenticate("/api/auth/sign-in/email", body);

async function authenticate(path: string, body: unknown, url = target.url) {
  for (let tries = 1; ; tries++) {
    const answer = await caller(url, { origin: new URL(url).origin }).call("POST", path, { body });
    if (answer.status === 200) return { cookie: cookiesOf(answer.headers), answer };
    if (answer.status !== 429 || tries > 5)
      throw new Error(`${path} answered ${answer.status}: ${answer.text.slice(0, 500)}`);
    // The limit on guessing counts a whole machine, and every test of this run is on it.
    await sleep(1_000 * Number(answer.headers.get("retry-after") ?? 1));
  }
}

export const cookiesOf = (headers: Headers) =>
  headers
    .getSetCookie()
    .map((cookie) => cookie.split(";")[0])
    .join("; ");
