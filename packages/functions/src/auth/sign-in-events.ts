import { Actor } from "@atrium/core/actor";
import { Audit } from "@atrium/core/audit";
import { z } from "zod";

const Account = z.object({ user: z.object({ id: z.string() }) });

const types: Record<string, { done: string; refused: string }> = {
  "/api/auth/sign-in/email": { done: "account.signed_in", refused: "account.sign_in_refused" },
  "/api/auth/sign-up/email": { done: "account.signed_up", refused: "account.sign_up_refused" },
};

/** Notes who came in, and that somebody was turned away: not the address they tried, which may be a mistyped password. */
export async function noteSignIn(path: string, answer: Response): Promise<void> {
  const type = types[path];
  if (!type) return;
  const account = answer.ok ? Account.safeParse(await answer.clone().json()) : undefined;
  if (!account?.success) return Audit.record({ type: type.refused, parameters: { status: answer.status } });
  const who = { type: "user", userID: account.data.user.id, admin: false, mayExecute: false } as const;
  return Actor.as(who, () => Audit.record({ type: type.done }));
}
