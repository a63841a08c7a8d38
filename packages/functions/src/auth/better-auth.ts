import { adapterConnection } from "@atrium/core/database";
import { createID, type IDKind } from "@atrium/core/id";
import { log } from "@atrium/core/log";
import { betterAuth } from "better-auth";
import { APIError } from "better-auth/api";
import { CLIENT_ADDRESS } from "./client-address.ts";
import { columns } from "./columns.ts";
import { hooks } from "./hooks.ts";
import { proof } from "./proof.ts";
import { type Provider, providing } from "./provider.ts";

const SESSION_SECONDS = 30 * 24 * 60 * 60;
const REFRESH_SECONDS = 24 * 60 * 60;

const idKinds: Record<string, IDKind> = {
  user: "user",
  session: "session",
  account: "account",
  verification: "verification",
};

export type AuthOptions = {
  /** The public origin, `https://host`. The front door vouches for it. */
  origin: string;
  secret: string;
  /** Whether an address must be proven before anybody comes in with it. */
  proves: boolean;
  /** Whether letters are sent, so that it can be. */
  mails: boolean;
  /** The request holds an invitation to its address. */
  invited: boolean;
  /** For requests that have to do with it. */
  provider?: Provider | undefined;
};

/** Everything below `/api/auth` for one public origin. */
export function createAuth({ origin, secret, proves, mails, invited, provider }: AuthOptions) {
  const { plugins, account, validateUserInfo } = provider ? providing(provider, proves) : {};
  const tls = origin.startsWith("https:");
  return betterAuth({
    appName: "Atrium",
    baseURL: origin,
    basePath: "/api/auth",
    secret,
    telemetry: { enabled: false },
    logger: { level: "warn", log: (level, message) => log[level](`auth: ${message}`) },
    database: { db: adapterConnection(), type: "postgres", transaction: true },
    user: { ...columns.user, ...(validateUserInfo ? { validateUserInfo } : {}) },
    session: { expiresIn: SESSION_SECONDS, updateAge: REFRESH_SECONDS, fields: columns.session },
    account: { fields: columns.account, ...account },
    plugins: plugins ?? [],
    // Links name what is stored: as a digest, whoever reads the table cannot follow one.
    verification: { fields: columns.verification, storeIdentifier: "hashed" },
    onAPIError: {
      errorURL: `${origin}/sign-in`,
      onError: (error) => {
        // Refusals are answers, not faults.
        if (!(error instanceof APIError)) log.error("auth failed", { error });
      },
    },
    ...proof(origin, { required: proves && !invited, offered: mails && !invited }),
    ...hooks({ invited }),
    rateLimit: {
      enabled: true,
      storage: "database",
      modelName: "rate_limit",
      fields: { lastRequest: "last_request" },
      window: 60,
      max: 100,
      customRules: {
        "/sign-in/email": { window: 10, max: 10 },
        "/sign-in/social": { window: 10, max: 30 },
        "/sign-up/email": { window: 60, max: 300 },
        "/request-password-reset": { window: 60, max: 20 },
        "/send-verification-email": { window: 60, max: 20 },
      },
    },
    // Sessions and ways to sign in are the API's, which never tells tokens and notes what changes; providers' tokens are not kept.
    disabledPaths: [
      "/list-sessions",
      "/list-accounts",
      "/unlink-account",
      "/get-access-token",
      "/refresh-token",
      "/account-info",
    ],
    advanced: {
      // The library would leave it out in tests.
      disableOriginCheck: false,
      database: {
        validateSchema: false,
        generateId: ({ model }) => createID(idKinds[model] ?? "verification"),
      },
      ipAddress: { ipAddressHeaders: [CLIENT_ADDRESS] },
      cookies: {
        // Browsers refuse the __Host- prefix without TLS.
        session_token: {
          name: tls ? "__Host-atrium.session_token" : "atrium.session_token",
          attributes: { secure: tls, httpOnly: true, sameSite: "lax", path: "/" },
        },
      },
      cookiePrefix: "atrium",
      useSecureCookies: false,
    },
  });
}
