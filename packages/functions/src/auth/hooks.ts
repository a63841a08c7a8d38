import { Identity } from "@atrium/core/identity";
import { SecondFactor } from "@atrium/core/second-factor";
import type { BetterAuthOptions } from "better-auth";
import { APIError } from "better-auth/api";
import { z } from "zod";
import { arrived } from "./provider.ts";

/** How somebody came in, by the path that made their session. A sign-up with its session is noted as the sign-up. */
const WAYS: Record<string, string> = { "/sign-in/email": "password", "/callback/:id": "provider" };

const Invited = z.object({ invitation: z.string().optional().catch(undefined) });

/**
 * What is ours about each account and session. `before` hooks run inside the library's transaction, which may hold the only
 * connection, so they ask through the library; `after` hooks run when it has committed.
 */
export const hooks = ({ invited }: { invited: boolean }) =>
  ({
    databaseHooks: {
      user: {
        create: {
          // An administrator who invites an address vouches for it.
          before: async (user) => ({ data: invited ? { ...user, emailVerified: true } : user }),
          after: async (user, context) => {
            const { invitation } = Invited.parse(context?.body ?? {});
            // Used up now that the account stands: an address can have one, so it was not used twice before.
            if (invitation) await Identity.Invitation.accept(invitation, user.email);
            else if (user.emailVerified) await Identity.Invitation.acceptFor(user.email);
            await Identity.noted(user.id, "account.signed_up");
          },
        },
      },
      account: {
        create: {
          before: async ({ accessToken, refreshToken, idToken, ...account }) => ({
            data: { ...account, accessToken: null, refreshToken: null, idToken: null },
          }),
          after: async ({ id, userId, providerId }) => {
            if (providerId === "credential") return;
            await Identity.SignIns.linked(id, arrived()?.email ?? null);
            await Identity.noted(userId, "account.linked", { provider: providerId });
          },
        },
      },
      session: {
        create: {
          before: async ({ userId }, context) => {
            const user = await context?.context.internalAdapter.findUserById(userId);
            if (user && "deactivatedAt" in user && user.deactivatedAt) throw deactivated();
          },
          after: async ({ id, userId }, context) => {
            // Who changes their password is signed in already, and gets another session in place of the one they had.
            if (context?.path !== "/change-password") await SecondFactor.hold(id, userId);
            const way = WAYS[context?.path ?? ""];
            if (!way) return;
            await Identity.SignIns.used(userId, arrived() ?? "password");
            await Identity.noted(userId, "account.signed_in", { by: way });
          },
        },
      },
    },
  }) satisfies Pick<BetterAuthOptions, "databaseHooks">;

const deactivated = () =>
  new APIError("FORBIDDEN", {
    code: "DEACTIVATED",
    message: "This account has been deactivated. Ask an administrator.",
  });
