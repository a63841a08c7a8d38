import type { BetterAuthOptions } from "better-auth";

/** How the library's fields are named in our tables. */
export const columns = {
  user: {
    fields: { emailVerified: "email_verified", createdAt: "created_at", updatedAt: "updated_at" },
    additionalFields: {
      deactivatedAt: { type: "date", required: false, input: false, returned: false, fieldName: "deactivated_at" },
    },
  },
  session: {
    userId: "user_id",
    expiresAt: "expires_at",
    ipAddress: "ip_address",
    userAgent: "user_agent",
    createdAt: "created_at",
    updatedAt: "updated_at",
  },
  account: {
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
  verification: { expiresAt: "expires_at", createdAt: "created_at", updatedAt: "updated_at" },
} as const satisfies {
  user: BetterAuthOptions["user"];
  session: object;
  account: object;
  verification: object;
};
