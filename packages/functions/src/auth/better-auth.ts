import { adapterConnection } from "@atrium/core/database";
import { createID, type IDKind } from "@atrium/core/id";
import { log } from "@atrium/core/log";
import { betterAuth } from "better-auth";
import { APIError, createAuthMiddleware } from "better-auth/api";
import { accepted, admit } from "./admission.ts";

const SESSION_SECONDS = 30 * 24 * 60 * 60;
const REFRESH_SECONDS = 24 * 60 * 60;
const PASSWORD_LENGTH = { min: 10, max: 256 };

const idKinds: Record<string, IDKind> = {
  user: "user",
  session: "session",
  account: "account",
  verification: "verification",
};

/** Set by our handler, never by the client: counting attempts by what a client says of itself would count nothing. */
export const CLIENT_ADDRESS = "x-atrium-client-address";

const deactivated = () =>
  new APIError("FORBIDDEN", {
    code: "DEACTIVATED",
    message: "This account has been deactivated. Ask an administrator.",
  });

/** Everything below `/api/auth` for one public origin (`https://host`). The front door vouches for the origin. */
export function createAuth(origin: string, secret: string) {
  const tls = origin.startsWith("https:");
  return betterAuth({
    appName: "Atrium",
    baseURL: origin,
    basePath: "/api/auth",
    secret,
    telemetry: { enabled: false },
    logger: { level: "warn", log: (level, message) => log[level](`auth: ${message}`) },
    database: { db: adapterConnection(), type: "postgres", transaction: true },
    user: {
      fields: { emailVerified: "email_verified", createdAt: "created_at", updatedAt: "updated_at" },
      additionalFields: {
        deactivatedAt: { type: "date", required: false, input: false, returned: false, fieldName: "deactivated_at" },
      },
    },
    session: {
      expiresIn: SESSION_SECONDS,
      updateAge: REFRESH_SECONDS,
      fields: {
        userId: "user_id",
        expiresAt: "expires_at",
        ipAddress: "ip_address",
        userAgent: "user_agent",
        createdAt: "created_at",
        updatedAt: "updated_at",
      },
    },
    account: {
      fields: {
        userId: "user_id",
        accountId: "account_id",
        providerId: "provider_id",
        accessToken: "access_token",
        refreshToken: "refresh_token",
        idToken: "id_token",
        accessTokenExpiresAt: "access_token_expires_at",
        refreshTokenExpiresAt: "refresh_token_expires_at",
        createdAt: "created_at",
        updatedAt: "updated_at",
      },
    },
    verification: { fields: { expiresAt: "expires_at", createdAt: "created_at", updatedAt: "updated_at" } },
    onAPIError: {
      onError: (error) => {
        // Refusals are answers, not faults.
        if (!(error instanceof APIError)) log.error("auth failed", { error });
      },
    },
    emailAndPassword: {
      enabled: true,
      minPasswordLength: PASSWORD_LENGTH.min,
      maxPasswordLength: PASSWORD_LENGTH.max,
    },
    rateLimit: {
      enabled: true,
      storage: "database",
      modelName: "rate_limit",
      fields: { lastRequest: "last_request" },
      window: 60,
      max: 100,
      customRules: {
        "/sign-in/email": { window: 10, max: 10 },
        "/sign-up/email": { window: 60, max: 300 },
      },
    },
    hooks: {
      before: createAuthMiddleware(async ({ path, body }) => {
        if (path.startsWith("/sign-up/")) await admit(body);
      }),
    },
    databaseHooks: {
      user: { create: { after: (user, context) => accepted(user.email, context?.body) } },
      session: {
        create: {
          // Asked through the library, which may hold the only connection in a transaction of its own.
          before: async ({ userId }, context) => {
            const user = await context?.context.internalAdapter.findUserById(userId);
            if (user && "deactivatedAt" in user && user.deactivatedAt) throw deactivated();
          },
        },
      },
    },
    advanced: {
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
