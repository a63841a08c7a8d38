import { Deployment } from "@atrium/core/deployment";
import { AppError } from "@atrium/core/error";
import { Identity } from "@atrium/core/identity";
import { Mail } from "@atrium/core/mail";

/** Lets an account be made where sign-up is open to that address, or for whoever holds an invitation to that address: says whether they do. */
export async function admit(email: string, invitation: string | undefined): Promise<{ invited: boolean }> {
  if (invitation && (await Identity.Invitation.isValid(invitation, email))) return { invited: true };
  // An address of a domain counts when it is proven, which takes mail.
  if (await isOpen(email, Mail.isOn())) return { invited: false };
  throw new AppError(
    "forbidden",
    "auth.needs_invitation",
    "Accounts are by invitation here. Ask an administrator for one to this e-mail address.",
  );
}

/** The same for whom a provider sends, who has no link in hand: an invitation counts when the address is proven. */
export async function admits(email: string, isProven: boolean): Promise<boolean> {
  if (await isOpen(email, isProven)) return true;
  return isProven && (await Identity.Invitation.isOpen(email));
}

async function isOpen(email: string, isProven: boolean): Promise<boolean> {
  const { signUp, signUpDomains } = await Deployment.read();
  if (signUp === "domains") return isProven && signUpDomains.includes(email.split("@").at(-1) ?? "");
  return signUp === "open";
}
