import { Audit } from "@atrium/core/audit";

const types: Record<string, string> = {
  "/sign-in/email": "account.sign_in_refused",
  "/sign-up/email": "account.sign_up_refused",
};
const CALLBACK = /^\/callback\/([\w-]+)$/;
/** Ours, of those that end a way back from a provider: what a provider itself says is no words of ours. */
const NEWCOMERS = ["needs_invitation", "maintenance"];

/** Notes that somebody was turned away: not the address they tried, which may be a mistyped password. */
export async function noteRefusal(path: string, { status, headers }: Response): Promise<void> {
  const provider = CALLBACK.exec(path)?.[1];
  if (provider !== undefined) {
    const why = /[?&]error=(\w+)/.exec(headers.get("location") ?? "")?.[1] ?? "";
    if (NEWCOMERS.includes(why)) await Audit.record({ type: "account.sign_up_refused", parameters: { provider, why } });
    return;
  }
  const type = types[path];
  if (type && status >= 400) await Audit.record({ type, parameters: { status } });
}
