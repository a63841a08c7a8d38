import { createContext } from "@atrium/core/context";
import { Deployment } from "@atrium/core/deployment";
import { AppError } from "@atrium/core/error";
import { Identity } from "@atrium/core/identity";
import type { BetterAuthOptions } from "better-auth";
import { type GenericOAuthConfig, genericOAuth } from "better-auth/plugins";
import { admits } from "./admission.ts";

/** A provider as one request to it needs it. */
export type Provider = { configured: Identity.Provider.Configured; clientSecret: string };

/**
 * Whom the provider has sent, and whether they may have an account if they are new: found out before the library opens its
 * transaction, asked inside of it and after.
 */
const arrival = createContext<{ who?: Identity.SignIns.Arrival; admitted: boolean; maintenance: boolean }>(
  "arrival from a provider",
);

export const withArrival = <T>(run: () => T): T => arrival.provide({ admitted: false, maintenance: false }, run);
export const arrived = (): Identity.SignIns.Arrival | undefined => arrival.peek()?.who;

/** The provider that a request is about, if it is about one. */
export async function providerOf(path: string, body: unknown): Promise<Provider | undefined> {
  const id = path.startsWith("/callback/") ? path.slice("/callback/".length) : named(path, body);
  if (id === undefined) return undefined;
  const configured = Identity.Provider.find(id);
  if (!configured) throw new AppError("not_found", "auth.no_such_provider", "There is no such way to sign in here.");
  try {
    return { configured, clientSecret: await Identity.Provider.clientSecret(id) };
  } catch (error) {
    // It is configured before an operator has put its secret into the store.
    throw unreachable(error);
  }
}

function named(path: string, body: unknown): string | undefined {
  if (path !== "/sign-in/social" && path !== "/link-social") return undefined;
  const { provider } = (body ?? {}) as { provider?: unknown };
  return typeof provider === "string" ? provider : "";
}

export const unreachable = (cause: unknown) =>
  new AppError("unavailable", "auth.provider_unreachable", "This sign-in does not answer. Try again in a minute.", {
    cause,
    retryAfterSeconds: 60,
  });

/** The settings of the library for one provider: people are known by its issuer and what it calls them, never by an address alone. */
export const providing = ({ configured, clientSecret }: Provider, proves: boolean) =>
  ({
    plugins: [genericOAuth({ config: [genericConfig(configured, clientSecret, proves)] })],
    account: {
      // Nothing is asked of the provider later, so that its tokens need not lie in the database.
      updateAccountOnSignIn: false,
      accountLinking: {
        enabled: true,
        trustedProviders: [],
        requireLocalEmailVerified: true,
        // Whoever is signed in and links proves both; by itself nothing is ever linked but by the same address.
        allowDifferentEmails: true,
      },
    },
    validateUserInfo: ({ user, source }) =>
      source.method === "oauth" && source.action !== "sign-in" ? refused(source.action, user.id) : undefined,
  }) satisfies Pick<BetterAuthOptions, "plugins" | "account"> & {
    validateUserInfo: NonNullable<NonNullable<BetterAuthOptions["user"]>["validateUserInfo"]>;
  };

/** Coming in as who is known already changes nothing, and is how administrators come in to end the maintenance. */
async function refused(action: "create-user" | "link-account", userID: string | undefined) {
  const { admitted, maintenance } = arrival.use();
  if (action === "create-user") {
    if (maintenance) return { error: "maintenance" };
    return admitted ? undefined : { error: "needs_invitation" };
  }
  if (!maintenance || (userID !== undefined && (await Identity.isAdministrator(userID)))) return undefined;
  return { error: "maintenance" };
}

const keyOf = (issuer: string, subject: unknown): string => `${issuer}|${subject}`;

function genericConfig(
  { id, name, issuer, clientId, signUp }: Identity.Provider.Configured,
  clientSecret: string,
  proves: boolean,
): GenericOAuthConfig {
  return {
    providerId: id,
    name,
    clientId,
    clientSecret,
    discoveryUrl: `${issuer.replace(/\/$/, "")}/.well-known/openid-configuration`,
    requireIdTokenVerification: true,
    requireEmailVerification: proves,
    scopes: ["openid", "email", "profile"],
    accountSubject: ({ tokens, profile }) => {
      if (!tokens.idToken || !profile.sub) throw new Error("The provider did not say who this is");
      return keyOf(issuer, profile.sub);
    },
    mapProfileToUser: async ({ sub, email, emailVerified, name: known, preferred_username: login }) => {
      const address = String(email ?? "").toLowerCase();
      arrival.use().who = { providerID: id, accountID: keyOf(issuer, sub), email: address || null };
      arrival.use().admitted = signUp || (await admits(address, emailVerified === true));
      arrival.use().maintenance = (await Deployment.read()).maintenance.active;
      return { name: String(known || login || address.split("@")[0] || "Somebody") };
    },
  };
}
