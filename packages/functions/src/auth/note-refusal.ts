import { Audit } from "@atrium/core/audit";

const types: Record<string, string> = {
  "/sign-in/email": "account.sign_in_refused",
  "/sign-up/email": "account.sign_up_refused",
};

/** Notes that somebody was turned away: not the address they tried, which may be a mistyped password. */
export async function noteRefusal(path: string, status: number): Promise<void> {
  const type = types[path];
  if (type) await Audit.record({ type, parameters: { status } });
}
