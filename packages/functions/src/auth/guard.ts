import { setTimeout as sleep } from "node:timers/promises";
import { AppError } from "@atrium/core/error";
import { Identity } from "@atrium/core/identity";
import { z } from "zod";
import { admit } from "./admission.ts";

const { Attempts } = Identity;

/** Longer than an answer takes for a known address, so that the time tells nothing either. */
const LEAST_MS = 500;

/** Only what is read here; the library judges the rest. */
const Fields = z.object({
  email: z.string().toLowerCase().optional().catch(undefined),
  invitation: z.string().optional().catch(undefined),
});

export type Attempt = { path: string; body: unknown; address: string };
type Run = (known: { invited: boolean }) => Promise<Response>;

/** What happens around the library's own answer: who may sign up, how often a password may be wrong, how long nothing is told. */
export async function guarded({ path, body, address }: Attempt, run: Run): Promise<Response> {
  const { email, invitation } = Fields.catch({}).parse(body);
  const stranger = { invited: false };
  if (email === undefined) return run(stranger);
  if (path === "/sign-in/email") return signIn(email, address, () => run(stranger));
  if (path === "/sign-up/email") {
    const admitted = await admit(email, invitation);
    return admitted.invited ? run(admitted) : unhurried(() => run(stranger));
  }
  return path === "/request-password-reset" ? unhurried(() => run(stranger)) : run(stranger);
}

async function signIn(email: string, address: string, run: () => Promise<Response>): Promise<Response> {
  const refused = await Attempts.count(Attempts.wrongPasswords(email, address));
  if (refused) {
    if (refused.first) await Identity.noteLocked(email);
    throw tooMany(refused.seconds);
  }
  const answer = await run();
  // No other answer proves anything: a malformed attempt must not give new ones.
  if (answer.ok) await Attempts.proven(email, address);
  return answer;
}

const tooMany = (seconds: number) =>
  new AppError(
    "limit",
    "auth.too_many_attempts",
    `The password was wrong too often. Try again in ${Math.ceil(seconds / 60)} min, or choose a new password by e-mail.`,
    { retryAfterSeconds: seconds },
  );

async function unhurried(run: () => Promise<Response>): Promise<Response> {
  const [answer] = await Promise.all([run(), sleep(LEAST_MS)]);
  return answer;
}
