import { z } from "zod";
import * as Config from "../config/index.ts";
import { log } from "../log/index.ts";
import { secret } from "../secret/index.ts";
import { must } from "../util/index.ts";

export * as Provider from "./provider.ts";

const LOOPBACK = /^http:\/\/(127\.0\.0\.1|localhost)(:|\/|$)/;

/** An OpenID Connect provider that this deployment trusts to say who somebody is. Its client secret lies in the secret store. */
export const Configured = z.strictObject({
  /** Part of the address that the provider sends people back to: `/api/auth/callback/<id>`. */
  id: z.string().regex(/^(?!credential$)[a-z][a-z0-9-]{0,31}$/),
  name: z.string().min(1).max(60),
  issuer: z.url().refine((url) => url.startsWith("https://") || LOOPBACK.test(url), "must be https"),
  clientId: z.string().min(1),
  /** Whether everybody it knows gets an account; else they need an invitation where others do. */
  signUp: z.boolean().default(false),
});
export type Configured = z.infer<typeof Configured>;

/** Those that are configured well. One that is not must not keep people from signing in by the others, or by a password. */
export const list = (): Configured[] =>
  z
    .array(z.unknown())
    .parse(JSON.parse(Config.oidcProviders()))
    .flatMap((one) => {
      const read = Configured.safeParse(one);
      if (read.success) return [read.data];
      log.error("an OpenID Connect provider is left out", { faults: read.error.issues.map(faultOf) });
      return [];
    });

export const find = (id: string): Configured | undefined => list().find((provider) => provider.id === id);

const faultOf = ({ path, message }: z.core.$ZodIssue): string => `${path.join(".")}: ${message}`;

/** What this deployment proves itself with to a provider. */
export async function clientSecret(id: string): Promise<string> {
  const known: unknown = JSON.parse(await secret(Config.oidcSecretARN()));
  return must(z.record(z.string(), z.string()).parse(known)[id], `client secret of ${id}`);
}
