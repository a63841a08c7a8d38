const SENTENCES: Record<string, string> = {
  account_not_linked:
    "There is an account with this address that was made with a password. Sign in with it, or choose a new password by e-mail; then both ways work.",
  needs_invitation:
    "You have no account here, and none was made: accounts are by invitation, or for certain domains. Ask an administrator to invite your address.",
  maintenance:
    "There is maintenance, so no account was made and nothing was linked. Try again when it is over; who has an account signs in as always.",
  email_not_verified: "Confirm your address first: a link is on its way to your mailbox.",
  email_not_found: "The provider did not tell your e-mail address, without which there is no account.",
  DEACTIVATED: "This account has been deactivated. Ask an administrator.",
  account_already_linked_to_different_user:
    "Somebody else here already signs in with that account. Unlink it there first, or choose another one.",
  unable_to_link_account:
    "It was not linked: the provider has not verified your address, or you were signed out here meanwhile. Try again.",
  access_denied: "You did not let the provider tell who you are.",
};

/** What a provider's way back says in the address of the sign-in page, as a sentence. */
export function providerError(code: unknown): string | undefined {
  if (typeof code !== "string") return undefined;
  return SENTENCES[code] ?? "Signing in there did not work. Try again.";
}
