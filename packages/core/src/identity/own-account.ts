import * as Actor from "../actor/index.ts";
import { AppError } from "../error/index.ts";

/** Who acts on how they sign in; a key that reads or writes data has no business with it. */
export function ownAccount(): Extract<Actor.Actor, { type: "user" }> {
  const who = Actor.user();
  if (!who.key || who.key.scopes.includes("admin")) return who;
  throw new AppError(
    "forbidden",
    "session.needs_admin",
    'An API key sees how somebody signs in only with the scope "admin".',
  );
}
