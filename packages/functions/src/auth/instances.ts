import { Config } from "@atrium/core/config";
import { secret } from "@atrium/core/secret";
import { type AuthOptions, createAuth } from "./better-auth.ts";
import { unreachable } from "./provider.ts";

type Auth = ReturnType<typeof createAuth>;
type Asked = Omit<AuthOptions, "secret">;

// A deployment has one origin, or a few while it moves. What a caller could invent must not fill the memory.
const MOST_KEPT = 16;
/** A provider may move its endpoints, which are read from its discovery document. */
const PROVIDER_MS = 60 * 60 * 1_000;
/** A provider that does not answer must not hold up who asks for it, nor those who come after. */
const DISCOVERY_MS = 8_000;

const kept = new Map<string, { auth: Auth; until: number }>();

/** The library as a request needs it. Sign-in by password never waits for a provider. */
export async function authFor({ provider, ...asked }: Asked): Promise<Auth> {
  const key = JSON.stringify([asked, provider?.configured]);
  const known = kept.get(key);
  if (known && known.until > Date.now()) return known.auth;
  if (kept.size >= MOST_KEPT) kept.clear();
  const auth = createAuth({ ...asked, provider, secret: await secret(Config.authSecretARN()) });
  if (provider) await discovered(auth, provider.configured);
  kept.set(key, { auth, until: provider ? Date.now() + PROVIDER_MS : Number.POSITIVE_INFINITY });
  return auth;
}

/** Waits for the provider's own document, which must name the issuer that was configured. */
async function discovered(auth: Auth, { id, issuer }: { id: string; issuer: string }): Promise<void> {
  const late = Promise.withResolvers<never>();
  const timer = setTimeout(() => late.reject(unreachable(`${issuer} did not answer in time`)), DISCOVERY_MS);
  try {
    const { socialProviders } = await Promise.race([auth.$context, late.promise]);
    const found = socialProviders.find((one) => one.id === id);
    if (found?.issuer !== issuer) throw unreachable(`${issuer} calls itself ${found?.issuer ?? "nothing"}`);
  } finally {
    clearTimeout(timer);
  }
}
