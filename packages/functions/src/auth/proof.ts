import { Audit } from "@atrium/core/audit";
import { Identity } from "@atrium/core/identity";
import { Mail } from "@atrium/core/mail";
import type { BetterAuthOptions } from "better-auth";
import { CLIENT_ADDRESS } from "./client-address.ts";
import { knownLetter, resetLetter, verificationLetter } from "./letters.ts";

const HOUR = 60 * 60; // seconds

type Recipient = { id: string; name: string; email: string };

/**
 * How an address is proven and a password got back. Links carry their token behind the `#`, which browsers send nowhere, so that
 * it is in no log; their pages hand it over when somebody presses the button, so that a scanner of mail confirms nothing.
 */
export function proof(origin: string, { required, offered }: { required: boolean; offered: boolean }) {
  return {
    emailVerification: {
      sendOnSignUp: offered,
      sendOnSignIn: required,
      expiresIn: 24 * HOUR,
      autoSignInAfterVerification: false,
      sendVerificationEmail: ({ user, token }) =>
        post(user, verificationLetter(user.name, `${origin}/verify-email#${token}`)),
      afterEmailVerification: (user) => Identity.noted(user.id, "account.address_verified"),
    },
    emailAndPassword: {
      enabled: true,
      minPasswordLength: 10,
      maxPasswordLength: 256,
      requireEmailVerification: required,
      resetPasswordTokenExpiresIn: HOUR,
      revokeSessionsOnPasswordReset: true,
      sendResetPassword: async ({ user, token }) => {
        if (!(await Identity.mayHavePassword(user.id))) return;
        await post(user, resetLetter(user.name, `${origin}/reset-password#${token}`));
        await Audit.record({ type: "account.reset_requested", parameters: { userId: user.id } });
      },
      onPasswordReset: async ({ user }, request) => {
        await Identity.passwordReset(user.id);
        await Identity.Attempts.proven(user.email, request?.headers.get(CLIENT_ADDRESS) ?? "");
      },
      onExistingUserSignUp: ({ user }) => post(user, knownLetter(user.name, origin)),
    },
  } satisfies Pick<BetterAuthOptions, "emailVerification" | "emailAndPassword">;
}

/** Silently nothing beyond so many: the answer must not tell that there is an account. */
async function post({ email }: Recipient, letter: Omit<Mail.Message, "to">): Promise<void> {
  if (await Identity.Attempts.count(Identity.Attempts.letters(email))) return;
  await Mail.send({ to: email, ...letter });
}
