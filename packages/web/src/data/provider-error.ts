const SENTENCES: Record<string, string> = {
  account_not_linked:
    "There is an account with this address that was made with a password. Sign in with it, or choose a new password by e-mail; then both ways work.",
  needs_invitation: "Accounts are by invitation here. Ask an administrator for one to your address.",
  email_not_verified: "Confirm your address first: a link is on its way to your mailbox.",
  email_not_found: "The provider did not tell your e-mail address, without which there is no account.",
  DEACTIVATED: "This account has been deactivated. Ask an administrator.",
  access_denied: "You did not let the provider tell who you are.",
};

/** What a provider's way back says in the address of the sign-in page, as a sentence. */
export function providerError(code: unknown): string | undefined {
  if (typeof code !== "string") return undefined;
  return SENTENCES[code] ?? "Signing in there did not work. Try again.";
}
