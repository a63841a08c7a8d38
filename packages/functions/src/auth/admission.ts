import { Config } from "@atrium/core/config";
import { Identity } from "@atrium/core/identity";
import { APIError } from "better-auth/api";

/** Lets an account be made where sign-up is open, or for whoever holds an invitation to that address. */
export async function admit(body: unknown): Promise<void> {
  if (Config.signUp() === "open") return;
  const { email, invitation } = fieldsOf(body);
  if (email && invitation && (await Identity.Invitation.isValid(invitation, email))) return;
  throw new APIError("FORBIDDEN", {
    code: "NEEDS_INVITATION",
    message: "Accounts are by invitation here. Ask an administrator for one to this e-mail address.",
  });
}

/** Uses the invitation up, once the account stands. An address can have one account, so it cannot be used twice before. */
export async function accepted(email: string, body: unknown): Promise<void> {
  const { invitation } = fieldsOf(body);
  if (invitation) await Identity.Invitation.accept(invitation, email);
}

function fieldsOf(body: unknown): { email?: string; invitation?: string } {
  if (typeof body !== "object" || body === null) return {};
  const { email, invitation } = body as Record<string, unknown>;
  return {
    ...(typeof email === "string" ? { email } : {}),
    ...(typeof invitation === "string" ? { invitation } : {}),
  };
}
