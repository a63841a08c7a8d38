import { type Answer, post, send } from "./testing.ts";

// Only for tests.

/**
 * Somebody's browser between the site and a provider: keeps cookies, follows links, fills in the provider's forms. With the cookie
 * of a session it links the provider to who is signed in.
 */
export function browser(session?: string) {
  const jar = new Map<string, string>();
  const take = (headers: Headers) => {
    for (const cookie of headers.getSetCookie()) {
      const [pair = ""] = cookie.split(";");
      const at = pair.indexOf("=");
      jar.set(pair.slice(0, at), pair.slice(at + 1));
    }
  };
  if (session !== undefined) take(new Headers({ "set-cookie": session }));
  const cookie = () => [...jar].map(([name, value]) => `${name}=${value}`).join("; ");

  async function fetchThere(url: string, init: RequestInit = {}): Promise<Response> {
    const answer = await fetch(url, { ...init, redirect: "manual", headers: { cookie: cookie(), ...init.headers } });
    take(answer.headers);
    return answer;
  }

  /** Signs in at the provider as `login`; the address that the provider then sends back to. */
  async function atProvider(start: string, login: string): Promise<URL> {
    let url = start;
    for (let steps = 0; steps < 12; steps++) {
      if (url.startsWith("http://atrium.test/")) return new URL(url);
      const answer = await fetchThere(url);
      const next = answer.headers.get("location");
      if (next) {
        url = new URL(next, url).href;
        continue;
      }
      const form = /<form[^>]*action="([^"]+)"/.exec(await answer.text())?.[1] ?? url;
      const prompt = steps < 3 ? `prompt=login&login=${login}&password=any` : "prompt=consent";
      const sent = await fetchThere(new URL(form, url).href, { method: "POST", body: new URLSearchParams(prompt) });
      url = new URL(sent.headers.get("location") ?? "", url).href;
    }
    throw new Error(`The provider did not send back: ${url}`);
  }

  return {
    async begin(provider: string): Promise<Answer> {
      const links = session !== undefined;
      const pages = links
        ? { callbackURL: "/settings", errorCallbackURL: "/settings" }
        : { callbackURL: "/projects", errorCallbackURL: "/sign-in" };
      const path = links ? "/link-social" : "/sign-in/social";
      const answer = await post(path, { provider, ...pages }, { cookie: cookie() });
      take(answer.headers);
      return answer;
    },
    atProvider,
    async back(url: URL): Promise<Answer> {
      return send(`${url.pathname.replace("/api/auth", "")}${url.search}`, { headers: { cookie: cookie() } });
    },
  };
}
